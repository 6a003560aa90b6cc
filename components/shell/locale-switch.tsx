import { type Locale, locales } from "@/lib/platform/i18n/locales";
import type { Translate } from "@/lib/platform/i18n/translate";
import { Choice, type FormDeed } from "./choice";

/** Every language calls itself by its own name, so that it is found by those who cannot read the page. */
const names: Record<Locale, string> = { en: "English", es: "Español", pt: "Português" };

/** Changes the portal's language. Sends `locale`. */
export function LocaleSwitch({ locale, choose, t }: { locale: Locale; choose: FormDeed; t: Translate }) {
  const options = locales.map((value) => ({ value, label: names[value], lang: value }));
  return <Choice name="locale" label={t("shell.language")} chosen={locale} options={options} choose={choose} />;
}
