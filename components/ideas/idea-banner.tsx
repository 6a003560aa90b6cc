import type { Idea } from "@/lib/ideas/schema";
import type { Translate } from "@/lib/platform/i18n/translate";
import { Banner } from "../ui/banner";
import { MovedVote } from "../votes/moved-vote";

/**
 * What one must know before reading on: it is a draft, was withdrawn, archived, or lives on in another idea.
 *
 * @param movedVote whether the reader's vote counts for that one now
 */
export function IdeaBanner({ idea, movedVote, t }: { idea: Idea; movedVote: boolean; t: Translate }) {
  if (idea.mergedInto)
    return (
      <Banner tone="info">
        {t("ideas.mergedInto")}{" "}
        <a href={`/ideas/${idea.mergedInto.id}`} className="font-medium underline">
          {t("ideas.mergedIntoLead", { title: idea.mergedInto.title })}
        </a>
        {movedVote && <MovedVote ideaId={idea.id} movedTo={idea.mergedInto.title} next={`/ideas/${idea.id}`} t={t} />}
      </Banner>
    );
  if (idea.status === "draft")
    return (
      <Banner tone="info">
        {t("ideas.draftBanner")}{" "}
        <a href={`/ideas/new?draft=${idea.id}`} className="font-medium underline">
          {t("ideas.goOnWriting")}
        </a>
      </Banner>
    );
  if (idea.status === "withdrawn") return <Banner tone="warning">{t("ideas.withdrawnBanner")}</Banner>;
  if (idea.status === "archived") return <Banner tone="info">{t("ideas.archivedBanner")}</Banner>;
  return null;
}
