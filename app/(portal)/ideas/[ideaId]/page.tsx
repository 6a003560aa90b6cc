import { page } from "@/app/door";
import { Discussion } from "@/components/comments/discussion";
import { IdeaArticle } from "@/components/ideas/idea-article";
import { IdeaDeeds } from "@/components/ideas/idea-deeds";
import { SimilarSection } from "@/components/ideas/similar-section";
import { SupportedInstead } from "@/components/ideas/supported-instead";
import { VoteButton } from "@/components/votes/vote-button";
import { can } from "@/lib/access/authorize";
import { findDiscussion } from "@/lib/comments/queries";
import { ideaAddress } from "@/lib/comments/schema";
import { deliveryOf } from "@/lib/delivery/queries";
import { findIdea } from "@/lib/ideas/queries";
import { canMove, isUndecided, states } from "@/lib/ideas/states";
import { now } from "@/lib/platform/clock";
import { formatter, translator } from "@/lib/platform/i18n/translate";
import { knownSimilar } from "@/lib/search/similar-ideas";
import { voteHindrance } from "@/lib/votes/hindrance";
import { isVoteMoved, tallyOf } from "@/lib/votes/queries";

export default page(ideaAddress, async (actor, { instead, ...input }) => {
  const { ideaId } = input;
  const [idea, tally, discussion, similar] = await Promise.all([
    findIdea(actor, ideaId),
    tallyOf(actor, ideaId),
    findDiscussion(actor, input),
    knownSimilar(actor, ideaId),
  ]);
  // Asked only where there can be any: most ideas are not merged and wait for a decision.
  const [movedVote, delivery] = await Promise.all([
    idea.status === "merged" && isVoteMoved(actor, ideaId),
    isUndecided(idea.status) ? null : deliveryOf(actor, ideaId),
  ]);
  const { editable, withdrawable } = states[idea.status];
  const isDraft = idea.status === "draft";
  const voice = { t: translator(actor.locale), format: formatter(actor.locale, actor.timeZone), now: now() };

  return (
    <>
      <title>{`${idea.title} · Tormenta`}</title>
      <IdeaArticle
        idea={idea}
        isOwn={idea.authorId === actor.id}
        movedVote={movedVote}
        delivery={delivery}
        readerLocale={actor.locale}
        vote={!isDraft && <VoteButton ideaId={ideaId} tally={tally} hindrance={voteHindrance(actor, idea)} />}
        deeds={
          !isDraft && (
            <IdeaDeeds
              ideaId={ideaId}
              isFollowing={discussion.isFollowing}
              mayEdit={editable && can(actor, "idea.edit", idea)}
              mayReview={can(actor, "review.read")}
              mayAskToMerge={
                canMove("merge", idea.status, "merged") && idea.duplicates.length === 0 && can(actor, "merge.ask", idea)
              }
              mayWithdraw={withdrawable && can(actor, "idea.withdraw", idea)}
              t={voice.t}
            />
          )
        }
        note={instead && tally.mine && <SupportedInstead draftId={instead} t={voice.t} />}
        similar={<SimilarSection ideas={similar} locale={actor.locale} t={voice.t} format={voice.format} />}
        discussion={!isDraft && <Discussion discussion={discussion} {...voice} />}
        {...voice}
      />
    </>
  );
});
