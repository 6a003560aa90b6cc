import { Building2, House, Lightbulb, PenLine } from "lucide-react";
import { cookies } from "next/headers";
import type { ReactNode } from "react";
import { AppShell } from "@/components/shell/app-shell";
import { signOutButton } from "@/lib/access/actions";
import { can } from "@/lib/access/authorize";
import { sessionActor } from "@/lib/access/session";
import { now } from "@/lib/platform/clock";
import { browserMessages } from "@/lib/platform/i18n/browser-messages";
import { translator } from "@/lib/platform/i18n/translate";
import { TranslationsProvider } from "@/lib/platform/i18n/use-translations";
import { isTheme, themeCookie } from "@/lib/platform/theme";
import { chooseLocaleButton, chooseThemeButton } from "@/lib/settings/actions";

export default async function PortalLayout({ children }: { children: ReactNode }) {
  const actor = await sessionActor();
  // Not the check: every page's door asks for itself. Without a person there is only no shell to draw.
  if (!actor) return children;

  const { locale, timeZone } = actor;
  const t = translator(locale);
  const theme = (await cookies()).get(themeCookie)?.value;
  const navigation = [
    { href: "/", label: t("shell.home"), icon: <House aria-hidden /> },
    { href: "/ideas", label: t("shell.ideas"), icon: <Lightbulb aria-hidden /> },
    { href: "/drafts", label: t("shell.drafts"), icon: <PenLine aria-hidden /> },
    ...(can(actor, "organisation.manage")
      ? [{ href: "/admin/people", label: t("shell.administration"), icon: <Building2 aria-hidden /> }]
      : []),
  ];
  return (
    <TranslationsProvider locale={locale} timeZone={timeZone} now={now()} messages={browserMessages(locale)}>
      <AppShell
        person={{ name: actor.name }}
        navigation={navigation}
        locale={locale}
        theme={isTheme(theme) ? theme : "system"}
        chooseLocale={chooseLocaleButton}
        chooseTheme={chooseThemeButton}
        signOut={signOutButton}
        t={t}
      >
        {children}
      </AppShell>
    </TranslationsProvider>
  );
}
