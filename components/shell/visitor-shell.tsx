import type { ReactNode } from "react";
import type { Locale } from "@/lib/platform/i18n/locales";
import type { Translate } from "@/lib/platform/i18n/translate";
import { Card } from "../ui/card";
import type { FormDeed } from "./choice";
import { LocaleSwitch } from "./locale-switch";
import { Brand } from "./logo";

/** Everything around a page for people who are not signed in yet: the brand, one card, the languages. */
export function VisitorShell(props: { locale: Locale; chooseLocale: FormDeed; t: Translate; children: ReactNode }) {
  const { locale, chooseLocale, t, children } = props;
  return (
    <div className="sky flex min-h-dvh flex-col items-center justify-center gap-8 px-4 py-10">
      <header className="text-center">
        <Brand />
        <p className="mt-2 text-muted text-sm">{t("shell.tagline")}</p>
      </header>
      <main id="content" className="w-full max-w-md">
        <Card className="p-6 sm:p-8">{children}</Card>
      </main>
      <footer className="w-full max-w-xs">
        <LocaleSwitch locale={locale} choose={chooseLocale} t={t} />
      </footer>
    </div>
  );
}
