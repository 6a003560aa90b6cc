import type { Locale } from "@/lib/platform/i18n/locales";
import type { Translate } from "@/lib/platform/i18n/translate";
import type { Theme } from "@/lib/platform/theme";
import { Avatar } from "../ui/avatar";
import { LogOut, Settings } from "../ui/icons";
import { Menu, MenuButton, MenuLink } from "../ui/menu";
import type { FormDeed } from "./choice";
import { LocaleSwitch } from "./locale-switch";
import { Shortcuts } from "./shortcuts";
import { ThemeSwitch } from "./theme-switch";

/** Who is signed in, and what only they see. */
export type Myself = {
  person: { name: string; detail?: string };
  locale: Locale;
  theme: Theme;
  chooseLocale: FormDeed;
  chooseTheme: FormDeed;
  signOut: FormDeed;
};

/** The signed-in person's own corner: settings, language, appearance, the way out. */
export function PersonMenu({
  person,
  locale,
  theme,
  chooseLocale,
  chooseTheme,
  signOut,
  t,
}: Myself & { t: Translate }) {
  return (
    <Menu
      label={t("shell.yourAccount", { name: person.name })}
      className="rounded-full p-1 transition-shadow hover:ring-4 hover:ring-sunken"
      trigger={<Avatar name={person.name} />}
    >
      <div className="border-line border-b px-2.5 pt-1.5 pb-2.5">
        <p className="truncate font-semibold text-sm">{person.name}</p>
        {person.detail && <p className="truncate text-muted text-xs">{person.detail}</p>}
      </div>
      <div className="space-y-1.5 border-line border-b py-1.5">
        <LocaleSwitch locale={locale} choose={chooseLocale} t={t} />
        <ThemeSwitch theme={theme} choose={chooseTheme} t={t} />
      </div>
      <div className="pt-1.5">
        <MenuLink href="/settings">
          <Settings aria-hidden />
          {t("shell.settings")}
        </MenuLink>
        <Shortcuts label={t("shell.shortcuts")} />
        <form action={signOut}>
          <MenuButton>
            <LogOut aria-hidden />
            {t("shell.signOut")}
          </MenuButton>
        </form>
      </div>
    </Menu>
  );
}
