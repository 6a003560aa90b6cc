"use client";

import { CloudLightning } from "lucide-react";
import { defaultLocale, isLocale } from "@/lib/platform/i18n/locales";
import en from "@/lib/platform/i18n/messages/en/shell.json";
import es from "@/lib/platform/i18n/messages/es/shell.json";
import pt from "@/lib/platform/i18n/messages/pt/shell.json";
import { Button } from "../ui/button";
import { EmptyState } from "../ui/empty-state";

const texts = { en, es, pt };

/**
 * What a reader sees when a page failed. Brings its texts along: whatever would have handed them down may be what failed.
 *
 * @param retry asks for the page once more
 */
export function Sorry({ retry }: { retry: () => void }) {
  const language = typeof document === "undefined" ? defaultLocale : document.documentElement.lang;
  const shell = texts[isLocale(language) ? language : defaultLocale];
  return (
    <div role="alert" className="mx-auto max-w-2xl px-4 py-16">
      <EmptyState
        icon={<CloudLightning />}
        heading="h1"
        title={shell.errorTitle}
        action={
          <Button variant="primary" onClick={retry}>
            {shell.tryAgain}
          </Button>
        }
      >
        {shell.errorText}
      </EmptyState>
    </div>
  );
}
