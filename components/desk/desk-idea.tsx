import type { Idea } from "@/lib/ideas/schema";
import type { Voice } from "@/lib/platform/i18n/translate";
import { markdownToHtml } from "@/lib/platform/markdown";
import { Byline } from "../ideas/byline";
import { DecisionList } from "../ideas/decision-list";
import { IdeaBanner } from "../ideas/idea-banner";
import { StatusBadge } from "../ideas/status-badge";
import { Markdown } from "../ui/markdown";

/** What a reviewer reads of an idea before answering: all that it says, and what was answered so far. */
export function DeskIdea({ idea, readerLocale, ...voice }: { idea: Idea; readerLocale: string } & Voice) {
  const { t } = voice;
  const lang = idea.language === readerLocale ? undefined : idea.language;
  const where = [idea.category?.name, idea.department?.name, idea.place?.name].filter(Boolean).join(" · ");
  return (
    <article className="min-w-0 space-y-5 wrap-anywhere">
      <header className="space-y-3">
        <p className="flex flex-wrap items-center gap-x-3 gap-y-1 text-muted text-sm">
          <StatusBadge status={idea.status} t={t} />
          {where}
        </p>
        <h1 lang={lang} className="font-bold text-2xl tracking-tight">
          {idea.title}
        </h1>
        <Byline idea={idea} {...voice} />
      </header>
      <IdeaBanner idea={idea} movedVote={false} t={t} />
      {idea.body ? (
        <Markdown html={markdownToHtml(idea.body)} lang={lang} className="max-w-[68ch]" />
      ) : (
        <p className="text-muted italic">{t("ideas.noText")}</p>
      )}
      <p>
        <a href={`/ideas/${idea.id}`} className="rounded font-medium text-accent-text text-sm hover:underline">
          {t("desk.toIdea")}
        </a>
      </p>
      <DecisionList decisions={idea.decisions} lang={lang} {...voice} />
    </article>
  );
}
