import { cookies } from "next/headers";
import type { ReactNode } from "react";
import { AppShell } from "@/components/shell/app-shell";
import { placesOf } from "@/components/shell/places";
import { signOutButton } from "@/lib/access/actions";
import { can } from "@/lib/access/authorize";
import { knownReader } from "@/lib/access/reader";
import { unreadOfSession } from "@/lib/access/session";
import { notesSightingsOf } from "@/lib/impressions/commands";
import { now } from "@/lib/platform/clock";
import { browserTexts } from "@/lib/platform/i18n/texts";
import { translator } from "@/lib/platform/i18n/translate";
import { TranslationsProvider } from "@/lib/platform/i18n/use-translations";
import { ownCookie } from "@/lib/platform/own-cookie";
import { isTheme, themeCookie } from "@/lib/platform/theme";
import { chooseLocaleButton, chooseThemeButton } from "@/lib/settings/actions";

export default async function PortalLayout({ children }: { children: ReactNode }) {
  const actor = await knownReader();
  // Not the check: every page's door asks for itself. Without a person there is only no shell to draw.
  if (!actor) return children;

  const { locale, timeZone } = actor;
  const goes = {
    reviews: can(actor, "review.read"),
    leads: can(actor, "insights.read"),
    administers: can(actor, "organisation.manage"),
  };
  const places = placesOf(goes, translator(locale));
  const theme = (await cookies()).get(ownCookie(themeCookie))?.value;
  return (
    <TranslationsProvider locale={locale} timeZone={timeZone} now={now()} texts={browserTexts(locale)}>
      <AppShell
        person={{ name: actor.name }}
        unread={await unreadOfSession()}
        places={places}
        isSeen={notesSightingsOf(actor)}
        locale={locale}
        theme={isTheme(theme) ? theme : "system"}
        chooseLocale={chooseLocaleButton}
        chooseTheme={chooseThemeButton}
        signOut={signOutButton}
      >
        {children}
      </AppShell>
    </TranslationsProvider>
  );
}
