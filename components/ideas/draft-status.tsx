"use client";

import { useFormatter, useTranslations } from "@/lib/platform/i18n/use-translations";
import { Check, CloudOff, LoaderCircle, PenLine } from "../ui/icons";
import type { Keeping } from "./use-draft-autosave";

const icons = { untouched: PenLine, waiting: PenLine, saving: LoaderCircle, saved: Check, refused: CloudOff };

/** Whether what one sees is kept. Read out in pauses; a refusal says why and, where there is one, leads to the way out. */
export function DraftStatus({ keeping, ideaId }: { keeping: Keeping; ideaId: string }) {
  const t = useTranslations();
  const format = useFormatter();
  const Icon = icons[keeping.is];
  const wayOut = keeping.is === "refused" && wayOutOf(keeping.reason, ideaId);
  const text = {
    untouched: () => t("ideas.draftWillBeSaved"),
    waiting: () => t("ideas.draftWillBeSaved"),
    saving: () => t("ideas.draftSaving"),
    saved: (at: Date) => t("ideas.draftSavedAt", { time: format.dateTime(at, { timeStyle: "short" }) }),
  };

  return (
    <div role="status" className="flex min-w-0 items-start gap-2 text-muted text-sm">
      <Icon
        aria-hidden
        className={keeping.is === "saving" ? "mt-0.5 size-4 shrink-0 animate-spin" : "mt-0.5 size-4 shrink-0"}
      />
      {keeping.is === "refused" ? (
        <p className="text-danger-text">
          {t("ideas.draftNotSaved", { reason: t(keeping.reason) })}{" "}
          {wayOut && (
            <a href={wayOut.href} target="_blank" className="font-medium underline" rel="noopener">
              {t(wayOut.label)}
            </a>
          )}
        </p>
      ) : (
        <p>{keeping.is === "saved" ? text.saved(keeping.at) : text[keeping.is]()}</p>
      )}
    </div>
  );
}

/** Where somebody can look whose draft went on elsewhere. */
export function wayOutOf(reason: string | undefined, ideaId: string) {
  if (reason === "ideas.alreadySubmitted")
    return { href: `/ideas/${ideaId}`, label: "ideas.draftOpenSubmitted" as const };
  if (reason === "ideas.draftChangedElsewhere")
    return { href: `/ideas/new?draft=${ideaId}`, label: "ideas.draftOpenNewer" as const };
  if (reason === "ideas.changedMeanwhile")
    return { href: `/ideas/${ideaId}`, label: "ideas.lookAtNewVersion" as const };
  return null;
}
