"use client";

import type { MessageKey } from "@/lib/platform/i18n/messages";
import { useTranslations } from "@/lib/platform/i18n/use-translations";
import { Banner } from "../ui/banner";
import { wayOutOf } from "./draft-status";

/** Why the whole form was refused, with a link to what has changed in the meantime. What is typed stays as it is. */
export function Refusal({ error, ideaId }: { error?: string; ideaId: string }) {
  const t = useTranslations();
  if (!error) return null;
  const wayOut = wayOutOf(error, ideaId);
  return (
    <Banner tone="error">
      {t(error as MessageKey)}{" "}
      {wayOut && (
        <a href={wayOut.href} target="_blank" className="font-medium underline" rel="noopener">
          {t(wayOut.label)}
        </a>
      )}
    </Banner>
  );
}
