import type { Queue, QueuedIdea } from "@/lib/desk/schema";
import type { Locale } from "@/lib/platform/i18n/locales";
import type { Voice } from "@/lib/platform/i18n/translate";
import { StatusBadge } from "../ideas/status-badge";
import { Avatar } from "../ui/avatar";
import { Badge } from "../ui/badge";
import { ArrowBigUp, MessageSquare, Users } from "../ui/icons";
import { Time } from "../ui/time";
import { deskPath } from "./desk-path";
import { Due } from "./due";

type Reading = { queue: Queue; locale: Locale; selectable: boolean } & Voice;

/** Ideas of a queue below each other, each with what its clock says. The whole row leads to its review side. */
export function QueueList({ ideas, ...reading }: { ideas: QueuedIdea[] } & Reading) {
  return (
    <ol
      aria-label={reading.t("desk.title")}
      className="divide-y divide-line rounded-card border border-line bg-surface shadow-card"
    >
      {ideas.map((idea) => (
        <li key={idea.id}>
          <Row idea={idea} {...reading} />
        </li>
      ))}
    </ol>
  );
}

function Row({ idea, queue, locale, selectable, ...voice }: { idea: QueuedIdea } & Reading) {
  const { t } = voice;
  return (
    <article className="group/row relative flex gap-3 px-4 py-3.5 transition-colors hover:bg-sunken/50 has-checked:bg-accent-soft/50 sm:px-5">
      {selectable && (
        <input
          type="checkbox"
          name={`idea ${idea.id}`}
          value={idea.version}
          form="bulk"
          aria-label={t("desk.select", { title: idea.title })}
          className="relative z-1 mt-0.5 size-5 shrink-0 accent-accent"
        />
      )}
      <div className="grid min-w-0 flex-1 gap-x-6 gap-y-2 sm:grid-cols-[minmax(0,1fr)_11rem]">
        <div className="min-w-0">
          <h2 lang={idea.language === locale ? undefined : idea.language} className="font-medium leading-snug">
            <a
              href={deskPath(idea.id, queue)}
              data-step
              className="after:absolute after:inset-0 group-hover/row:underline"
            >
              {idea.title}
            </a>
          </h2>
          <p className="mt-1.5 flex flex-wrap items-center gap-x-3 gap-y-1 text-muted text-xs [&_svg]:size-3.5">
            <StatusBadge status={idea.status} t={t} />
            {idea.isDrafted && <Badge tone="warning">{t("desk.drafted")}</Badge>}
            <span className="inline-flex items-center gap-1">
              <ArrowBigUp aria-hidden />
              {t("desk.votes", { count: idea.votes })}
            </span>
            <span className="inline-flex items-center gap-1">
              <MessageSquare aria-hidden />
              {t("search.comments", { count: idea.comments })}
            </span>
            <Time at={idea.submittedAt} now={voice.now} format={voice.format} />
          </p>
        </div>
        <div className="flex items-center justify-between gap-2 text-sm sm:flex-col sm:items-end">
          <Due idea={idea} {...voice} />
          <Owner owner={idea.owner} group={idea.group} t={t} />
        </div>
      </div>
    </article>
  );
}

function Owner({ owner, group, t }: Pick<QueuedIdea, "owner" | "group"> & Pick<Voice, "t">) {
  if (owner)
    return (
      <span className="inline-flex min-w-0 max-w-full items-center gap-1.5 text-muted text-xs">
        <Avatar name={owner} size="small" />
        <span className="truncate">{owner}</span>
      </span>
    );
  return (
    <span className="inline-flex items-center gap-1.5 text-muted text-xs [&_svg]:size-3.5">
      <Users aria-hidden />
      {group ?? t("desk.noOwner")}
    </span>
  );
}
