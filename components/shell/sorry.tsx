"use client";

import { defaultLocale, isLocale } from "@/lib/platform/i18n/locales";
import en from "@/lib/platform/i18n/messages/en/shell.json";
import es from "@/lib/platform/i18n/messages/es/shell.json";
import pt from "@/lib/platform/i18n/messages/pt/shell.json";
import { buttonStyle } from "../ui/button-style";
import { EmptyState } from "../ui/empty-state";
import { CloudLightning } from "../ui/icons";

const texts = { en, es, pt };

/** What Next hands to a page that stands in for one that failed. */
export type Failed = { error: Error & { digest?: string }; reset: () => void };

/**
 * What a reader sees when a page failed. Brings its texts along: whatever would have handed them down may be what failed.
 *
 * @param number what the server's log calls this failure
 * @param retry asks for the page once more
 */
export function Sorry({ number, retry }: { number?: string | undefined; retry: () => void }) {
  const language = typeof document === "undefined" ? defaultLocale : document.documentElement.lang;
  const shell = texts[isLocale(language) ? language : defaultLocale];
  return (
    <div role="alert" className="mx-auto max-w-2xl px-4 py-16">
      <EmptyState
        icon={<CloudLightning />}
        heading="h1"
        title={shell.errorTitle}
        action={
          <button type="button" className={buttonStyle({ variant: "primary" })} onClick={retry}>
            {shell.tryAgain}
          </button>
        }
      >
        {shell.errorText}
        {number && <p>{shell.mentionNumber.replace("{number}", number)}</p>}
      </EmptyState>
    </div>
  );
}
