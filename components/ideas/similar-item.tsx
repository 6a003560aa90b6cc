import type { ReactNode } from "react";
import { kindNames } from "@/lib/ideas/states";
import type { Locale } from "@/lib/platform/i18n/locales";
import type { Voice } from "@/lib/platform/i18n/translate";
import type { SimilarIdea } from "@/lib/search/schema";
import { Badge } from "../ui/badge";
import { StatusBadge } from "./status-badge";

type Speech = Pick<Voice, "t" | "format">;

/** What became of an idea, and when, in so far as it is known: "in May 2026: too costly". */
export function happenedWords({ at, kind }: SimilarIdea["happened"], { t, format }: Speech): string | null {
  const name = kind && kindNames[kind];
  const why = name ? t(name) : kind;
  if (!at) return why;
  const month = format.dateTime(at, { month: "long", year: "numeric" });
  return why ? t("similar.whenWhy", { month, why }) : t("similar.when", { month });
}

/**
 * An idea that is like another one: what it is called, what became of it, and how many support it.
 *
 * @param deed what the reader can do with it
 */
export function SimilarItem(props: { idea: SimilarIdea; locale: Locale; deed?: ReactNode } & Speech) {
  const { idea, locale, deed, ...speech } = props;
  const { t } = speech;
  const happened = happenedWords(idea.happened, speech);
  return (
    <li className="space-y-1.5 px-4 py-3">
      <a
        href={`/ideas/${idea.ideaId}`}
        lang={idea.language === locale ? undefined : idea.language}
        className="block rounded font-medium text-sm leading-snug wrap-anywhere hover:text-accent-text hover:underline"
      >
        {idea.title}
      </a>
      <p className="flex flex-wrap items-center gap-x-2 gap-y-1 text-muted text-xs">
        {idea.isProbablySame && <Badge tone="spark">{t("similar.probablySame")}</Badge>}
        <StatusBadge status={idea.status} t={t} />
        {happened && <span>{happened}</span>}
        <span>{t("votes.count", { votes: idea.votes })}</span>
        {idea.mine && <span className="text-spark-text">{t("similar.supported")}</span>}
      </p>
      {deed}
    </li>
  );
}
