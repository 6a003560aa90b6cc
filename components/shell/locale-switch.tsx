import { type Locale, localeNames, locales } from "@/lib/platform/i18n/locales";
import type { Translate } from "@/lib/platform/i18n/translate";
import { Choice, type FormDeed } from "./choice";

/** Changes the portal's language. Sends `locale`. */
export function LocaleSwitch({ locale, choose, t }: { locale: Locale; choose: FormDeed; t: Translate }) {
  const options = locales.map((value) => ({ value, label: localeNames[value], lang: value }));
  return <Choice name="locale" label={t("shell.language")} chosen={locale} options={options} choose={choose} />;
}
