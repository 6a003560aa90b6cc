import type { ReactNode } from "react";
import { VisitorShell } from "@/components/shell/visitor-shell";
import { readerLocale } from "@/lib/access/reader";
import { now } from "@/lib/platform/clock";
import { browserTexts } from "@/lib/platform/i18n/texts";
import { translator } from "@/lib/platform/i18n/translate";
import { TranslationsProvider } from "@/lib/platform/i18n/use-translations";
import { chooseLocaleButton } from "@/lib/settings/actions";

export default async function VisitorLayout({ children }: { children: ReactNode }) {
  const locale = await readerLocale();
  return (
    <TranslationsProvider locale={locale} timeZone="UTC" now={now()} texts={browserTexts(locale)}>
      <VisitorShell locale={locale} chooseLocale={chooseLocaleButton} t={translator(locale)}>
        {children}
      </VisitorShell>
    </TranslationsProvider>
  );
}
