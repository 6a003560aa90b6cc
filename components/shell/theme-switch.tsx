import type { Translate } from "@/lib/platform/i18n/translate";
import type { Theme } from "@/lib/platform/theme";
import { Monitor, Moon, Sun } from "../ui/icons";
import { Choice, type FormDeed } from "./choice";

/** Changes between light, dark and the device's own. Sends `theme`. */
export function ThemeSwitch({ theme, choose, t }: { theme: Theme; choose: FormDeed; t: Translate }) {
  const options = [
    { value: "system", label: t("shell.themeSystem"), icon: <Monitor aria-hidden /> },
    { value: "light", label: t("shell.themeLight"), icon: <Sun aria-hidden /> },
    { value: "dark", label: t("shell.themeDark"), icon: <Moon aria-hidden /> },
  ];
  return <Choice name="theme" label={t("shell.theme")} chosen={theme} options={options} choose={choose} />;
}
