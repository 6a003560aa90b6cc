"use client";

import { defaultLocale, isLocale } from "@/lib/platform/i18n/locales";
import en from "@/lib/platform/i18n/messages/en/failure.json";
import es from "@/lib/platform/i18n/messages/es/failure.json";
import pt from "@/lib/platform/i18n/messages/pt/failure.json";

const texts = { en, es, pt };

/** What Next hands to a page that stands in for one that failed. */
export type Failed = { error: Error & { digest?: string }; reset: () => void };

/**
 * What a reader sees when a page failed. Needs nothing that could fail with it, its texts included; and since every page
 * carries it along, it is drawn with as little as possible.
 *
 * @param number what the server's log calls this failure
 * @param retry asks for the page once more
 */
export function Sorry({ number, retry }: { number?: string | undefined; retry: () => void }) {
  const language = typeof document === "undefined" ? defaultLocale : document.documentElement.lang;
  const failure = texts[isLocale(language) ? language : defaultLocale];
  return (
    <div role="alert" className="mx-auto max-w-2xl px-6 py-20 text-center">
      <h1 className="font-semibold text-lg tracking-tight">{failure.title}</h1>
      <p className="mt-1.5 text-muted text-sm leading-relaxed">{failure.text}</p>
      {number && <p className="mt-1.5 text-muted text-sm">{failure.mentionNumber.replace("{number}", number)}</p>}
      <button
        type="button"
        onClick={retry}
        className="mt-6 h-control rounded-control bg-accent px-4 font-medium text-accent-ink text-sm hover:bg-accent-strong"
      >
        {failure.tryAgain}
      </button>
    </div>
  );
}
