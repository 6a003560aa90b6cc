import { followIdeaButton, unfollowIdeaButton, withdrawIdeaButton } from "@/lib/ideas/actions";
import type { Translate } from "@/lib/platform/i18n/translate";
import { Button, ButtonLink } from "../ui/button";
import { buttonStyle } from "../ui/button-style";
import { Bell, BellRing, Inbox, Merge, Pencil, Undo2 } from "../ui/icons";
import { SubmitButton } from "../ui/submit-button";

/** What a reader may do with an idea besides voting: follow it, review it; if it is theirs, edit it or take it back. */
export function IdeaDeeds(props: {
  ideaId: string;
  isFollowing: boolean;
  mayEdit: boolean;
  mayWithdraw: boolean;
  mayReview: boolean;
  mayAskToMerge: boolean;
  t: Translate;
}) {
  const { ideaId, isFollowing, mayEdit, mayWithdraw, mayReview, mayAskToMerge, t } = props;
  return (
    <div className="flex flex-wrap items-start gap-2">
      <form action={isFollowing ? unfollowIdeaButton : followIdeaButton}>
        <input type="hidden" name="ideaId" value={ideaId} />
        <SubmitButton
          variant="secondary"
          size="small"
          aria-pressed={isFollowing}
          title={t(isFollowing ? "ideas.unfollowHint" : "ideas.followHint")}
        >
          {isFollowing ? <BellRing aria-hidden /> : <Bell aria-hidden />}
          {t(isFollowing ? "ideas.unfollow" : "ideas.follow")}
        </SubmitButton>
      </form>
      {mayReview && (
        <ButtonLink href={`/review/${ideaId}`} variant="ghost" size="small">
          <Inbox aria-hidden />
          {t("shell.review")}
        </ButtonLink>
      )}
      {mayEdit && (
        <ButtonLink href={`/ideas/${ideaId}/edit`} variant="ghost" size="small">
          <Pencil aria-hidden />
          {t("ideas.edit")}
        </ButtonLink>
      )}
      {mayAskToMerge && (
        <ButtonLink href={`/ideas/${ideaId}/merge`} variant="ghost" size="small" title={t("ideas.askToMergeHint")}>
          <Merge aria-hidden />
          {t("ideas.askToMerge")}
        </ButtonLink>
      )}
      {mayWithdraw && <Withdraw ideaId={ideaId} t={t} />}
    </div>
  );
}

/** Asks before it is done, without a script. */
function Withdraw({ ideaId, t }: { ideaId: string; t: Translate }) {
  return (
    <details className="group open:w-full">
      <summary
        className={buttonStyle({
          variant: "ghost",
          size: "small",
          className: "list-none [&::-webkit-details-marker]:hidden",
        })}
      >
        <Undo2 aria-hidden />
        {t("ideas.withdraw")}
      </summary>
      <form
        action={withdrawIdeaButton}
        className="mt-2 space-y-3 rounded-card border border-line bg-surface p-4 text-sm"
      >
        <input type="hidden" name="ideaId" value={ideaId} />
        <p className="font-semibold">{t("ideas.withdrawQuestion")}</p>
        <p className="text-muted">{t("ideas.withdrawExplained")}</p>
        <Button type="submit" variant="danger" size="small">
          {t("ideas.withdrawConfirm")}
        </Button>
      </form>
    </details>
  );
}
