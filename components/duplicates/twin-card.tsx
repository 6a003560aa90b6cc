import type { ReactNode } from "react";
import type { Twin } from "@/lib/duplicates/schema";
import type { Locale } from "@/lib/platform/i18n/locales";
import type { Voice } from "@/lib/platform/i18n/translate";
import { StatusBadge } from "../ideas/status-badge";
import { Card } from "../ui/card";
import { ArrowBigUp, MessageSquare } from "../ui/icons";
import { Time } from "../ui/time";
import { WithWords } from "./with-words";

/** As much as one reads to see whether two ideas ask for the same. */
const MOST_TEXT = 900;

/**
 * One of two ideas that may say the same: what it says, with the words that both use marked, and who stands behind it.
 *
 * @param children what can be done with it
 */
export function TwinCard(
  props: { twin: Twin; label: string; shared: string[]; locale: Locale; children?: ReactNode } & Voice,
) {
  const { twin, label, shared, locale, children, t, format, now } = props;
  const { id, title, text, language, status, author, place, submittedAt, votes, comments } = twin;
  const lang = language === locale ? undefined : language;
  return (
    <Card className="flex min-w-0 flex-col gap-4">
      <article aria-label={label} className="min-w-0 flex-1 space-y-3 wrap-anywhere">
        <p className="flex flex-wrap items-center gap-x-3 gap-y-1 text-muted text-xs [&_svg]:size-3.5">
          <StatusBadge status={status} t={t} />
          <span className="inline-flex items-center gap-1">
            <ArrowBigUp aria-hidden />
            {t("votes.count", { votes })}
          </span>
          <span className="inline-flex items-center gap-1">
            <MessageSquare aria-hidden />
            {t("comments.count", { count: comments })}
          </span>
        </p>
        <h2 lang={lang} className="font-semibold text-lg leading-snug tracking-tight">
          <a href={`/ideas/${id}`} className="rounded hover:text-accent-text hover:underline">
            <WithWords text={title} words={shared} />
          </a>
        </h2>
        <p className="flex flex-wrap gap-x-1.5 text-muted text-sm">
          {[author?.name, place?.name].filter(Boolean).map((part) => (
            <span key={part}>{part} ·</span>
          ))}
          {submittedAt && <Time at={submittedAt} now={now} format={format} />}
        </p>
        {text && (
          <p lang={lang} className="whitespace-pre-line text-sm leading-relaxed">
            <WithWords
              text={text.length > MOST_TEXT ? `${text.slice(0, MOST_TEXT).trimEnd()} …` : text}
              words={shared}
            />
          </p>
        )}
      </article>
      {children}
    </Card>
  );
}
