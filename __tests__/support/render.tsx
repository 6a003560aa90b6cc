import { render as renderAlone } from "@testing-library/react";
import type { ReactElement, ReactNode } from "react";
import { browserTexts } from "@/lib/platform/i18n/texts";
import { TranslationsProvider } from "@/lib/platform/i18n/use-translations";

/** The instant that "ago" counts from in component tests. */
export const now = new Date("2027-03-15T12:00:00Z");

/** A page in English around what is shown. */
export function InEnglish({ children }: { children: ReactNode }) {
  return (
    <TranslationsProvider locale="en" timeZone="UTC" now={now} texts={browserTexts("en")}>
      {children}
    </TranslationsProvider>
  );
}

/** Shows an element as a page in English would. */
export const render = (element: ReactElement) => renderAlone(element, { wrapper: InEnglish });
