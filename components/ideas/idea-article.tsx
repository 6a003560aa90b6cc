import type { ReactNode } from "react";
import type { DeliveryCard } from "@/lib/delivery/shown-schema";
import type { Idea } from "@/lib/ideas/schema";
import type { Voice } from "@/lib/platform/i18n/translate";
import { markdownToHtml } from "@/lib/platform/markdown";
import { History } from "../ui/icons";
import { Markdown } from "../ui/markdown";
import { Delivery } from "../workflow/delivery";
import { ReviewPromise } from "../workflow/promise";
import { Thanks } from "../workflow/thanks";
import { Byline } from "./byline";
import { DecisionList } from "./decision-list";
import { DuplicateList } from "./duplicate-list";
import { IdeaBanner } from "./idea-banner";
import { IdeaFacts } from "./idea-facts";
import { IdeaSource } from "./idea-source";
import { StatusBadge } from "./status-badge";

/**
 * An idea, whole: what it says, who says it, what was decided.
 *
 * @param isOwn whether the reader wrote it
 * @param movedVote whether the reader's vote counts for the idea that this one was merged into
 * @param vote the vote button, first in the narrow column (below the text's head on a phone)
 * @param deeds what the reader may do with the idea besides voting: follow, edit, withdraw
 * @param note what is said once above it, such as what the reader has just done
 * @param delivery what brings it about, if something does
 * @param similar the ideas that are like it
 * @param discussion what people say about it
 */
export function IdeaArticle(
  props: {
    idea: Idea;
    isOwn: boolean;
    movedVote?: boolean;
    vote: ReactNode;
    deeds: ReactNode;
    note?: ReactNode;
    delivery?: DeliveryCard | null;
    similar?: ReactNode;
    discussion: ReactNode;
    readerLocale: string;
  } & Voice,
) {
  const { idea, isOwn, movedVote = false, vote, deeds, note, delivery = null, similar, ...rest } = props;
  const { discussion, readerLocale, ...voice } = rest;
  const { t } = voice;
  const lang = idea.language === readerLocale ? undefined : idea.language;
  return (
    <div className="grid gap-x-10 gap-y-8 lg:grid-cols-[minmax(0,1fr)_17rem]">
      <article className="min-w-0 space-y-6 wrap-anywhere">
        <header data-seen={`page ${idea.id}`} className="space-y-3">
          <StatusBadge status={idea.status} t={t} />
          <h1 lang={lang} className="font-bold text-2xl tracking-tight sm:text-3xl">
            {idea.title}
          </h1>
          <Byline idea={idea} {...voice} />
        </header>
        {note}
        <IdeaBanner idea={idea} movedVote={movedVote} t={t} />
        {isOwn && <Thanks idea={idea} {...voice} />}
        <Delivery idea={idea} delivery={delivery} {...voice} />
        {idea.body ? (
          <Markdown html={markdownToHtml(idea.body)} lang={lang} className="max-w-[68ch] text-[1.0625rem]" />
        ) : (
          <p className="text-muted italic">{t("ideas.noText")}</p>
        )}
        <DecisionList decisions={idea.decisions} lang={lang} {...voice} />
        <DuplicateList duplicates={idea.duplicates} t={t} />
      </article>
      <aside aria-label={t("ideas.facts")} className="min-w-0 space-y-6 lg:row-span-2">
        <div className="space-y-3">
          <div data-vote="page">{vote}</div>
          {deeds}
        </div>
        <ReviewPromise idea={idea} {...voice} />
        {idea.status !== "draft" && (
          <a
            href={`/ideas/${idea.id}/history`}
            className="inline-flex min-h-6 pointer-coarse:min-h-11 items-center gap-2 rounded font-medium text-accent-text text-sm hover:underline"
          >
            <History className="size-4" />
            {t("ideas.wholeHistory")}
          </a>
        )}
        <IdeaFacts idea={idea} {...voice} />
        <IdeaSource idea={idea} t={t} />
        {similar}
      </aside>
      <div className="min-w-0">{discussion}</div>
    </div>
  );
}
