import { discardAnswerButton } from "@/lib/desk/actions";
import type { DraftedAnswer } from "@/lib/desk/schema";
import { kindNames } from "@/lib/ideas/states";
import type { Locale } from "@/lib/platform/i18n/locales";
import type { Voice } from "@/lib/platform/i18n/translate";
import { markdownToHtml } from "@/lib/platform/markdown";
import { StatusBadge } from "../ideas/status-badge";
import { Badge } from "../ui/badge";
import { Button, ButtonLink } from "../ui/button";
import { EmptyState } from "../ui/empty-state";
import { FilePen, Trash2 } from "../ui/icons";
import { Markdown } from "../ui/markdown";
import { Time } from "../ui/time";
import { deskPath } from "./desk-path";
import { PublishForm } from "./publish-form";

const QUEUE = { whose: "mine", view: "due" } as const;

type Reading = { mayPublish: boolean; locale: Locale } & Voice;

/** Answers that wait to go out together: those that are ticked, or all. */
export function DraftedAnswers({ drafts, ...reading }: { drafts: DraftedAnswer[] } & Reading) {
  const { mayPublish, t } = reading;
  return (
    <div className="space-y-5">
      <PublishForm count={mayPublish ? drafts.length : 0} />
      {drafts.length === 0 ? (
        <EmptyState
          icon={<FilePen />}
          title={t("desk.draftsEmpty")}
          action={<ButtonLink href="/review">{t("desk.backToQueue")}</ButtonLink>}
        >
          {t("desk.draftsEmptyText")}
        </EmptyState>
      ) : (
        <ol className="space-y-3">
          {drafts.map((draft) => (
            <li key={draft.ideaId}>
              <Draft draft={draft} {...reading} />
            </li>
          ))}
        </ol>
      )}
    </div>
  );
}

function Draft({ draft, mayPublish, locale, t, ...reading }: { draft: DraftedAnswer } & Reading) {
  const { ideaId, title, language, status, to, reason, kind, isOvertaken, draftedBy, draftedAt, version } = draft;
  return (
    <article className="rounded-card border border-line bg-surface p-4 shadow-card sm:p-5">
      <div className="flex gap-3">
        {mayPublish && (
          <input
            type="checkbox"
            form="publish"
            name={`idea ${ideaId}`}
            value={version}
            aria-label={t("desk.select", { title })}
            className="mt-0.5 size-5 shrink-0 accent-accent"
          />
        )}
        <div className="min-w-0 flex-1 space-y-2">
          <h2 lang={language === locale ? undefined : language} className="font-semibold leading-snug">
            <a href={deskPath(ideaId, QUEUE, to ?? "answer")} className="hover:underline">
              {title}
            </a>
          </h2>
          <p className="flex flex-wrap items-center gap-x-2 gap-y-1 text-muted text-xs">
            <StatusBadge status={status} t={t} />
            {to ? (
              <>
                <span aria-hidden>→</span>
                <StatusBadge status={to} t={t} />
              </>
            ) : (
              <Badge>{t("desk.deedAnswer")}</Badge>
            )}
            {kind && kindNames[kind] && <span>{t(kindNames[kind])}</span>}
            <span>
              {draftedBy} · <Time at={draftedAt} {...reading} />
            </span>
            {isOvertaken && <Badge tone="warning">{t("desk.draftOvertaken")}</Badge>}
          </p>
          {reason && <Markdown html={markdownToHtml(reason)} lang={language} className="max-w-[68ch] text-sm" />}
        </div>
        {mayPublish && (
          <form action={discardAnswerButton}>
            <input type="hidden" name="ideaId" value={ideaId} />
            <Button
              type="submit"
              variant="ghost"
              size="small"
              shape="icon"
              aria-label={t("desk.discardDraft", { title })}
            >
              <Trash2 aria-hidden />
            </Button>
          </form>
        )}
      </div>
    </article>
  );
}
