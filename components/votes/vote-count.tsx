"use client";

import { cx } from "class-variance-authority";
import type { MessageKey } from "@/lib/platform/i18n/messages";
import { useFormatter, useTranslations } from "@/lib/platform/i18n/use-translations";
import { ArrowBigUp } from "../ui/icons";

/** How many votes an idea has, for those who may not add theirs, and why not. */
export function VoteCount(props: { votes: number; hindrance: MessageKey; size: "small" | "large" }) {
  const { votes, hindrance, size } = props;
  const t = useTranslations();
  const format = useFormatter();
  const isSmall = size === "small";
  return (
    <div
      title={isSmall ? t(hindrance) : undefined}
      className={isSmall ? "w-14 text-center" : "flex flex-wrap items-center gap-x-3 gap-y-1.5"}
    >
      <p
        className={cx(
          "bg-sunken font-semibold text-muted tabular-nums",
          isSmall
            ? "flex flex-col items-center rounded-card px-1 py-2 text-sm leading-tight"
            : "inline-flex h-12 items-center gap-2.5 rounded-full px-5 text-base",
        )}
      >
        <ArrowBigUp aria-hidden className="size-5" />
        {isSmall && <span className="sr-only">{t("votes.count", { votes })}</span>}
        <span aria-hidden={isSmall}>{isSmall ? format.number(votes) : t("votes.count", { votes })}</span>
      </p>
      <p className={isSmall ? "sr-only" : "text-muted text-sm"}>{t(hindrance)}</p>
    </div>
  );
}
