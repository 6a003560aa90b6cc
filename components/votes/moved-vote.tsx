import type { Translate } from "@/lib/platform/i18n/translate";
import { withdrawVoteButton } from "@/lib/votes/actions";
import { Undo2 } from "../ui/icons";
import { SubmitButton } from "../ui/submit-button";

/**
 * Says that the reader's vote counts for another idea since a merge, and takes it back with one click.
 *
 * @param ideaId the idea that the vote was given to
 * @param movedTo the title of the one that it counts for
 * @param next the page to be back on; the inbox unless told
 */
export function MovedVote(props: { ideaId: string; movedTo: string; next?: string; t: Translate }) {
  const { ideaId, movedTo, next = "/inbox", t } = props;
  return (
    <form action={withdrawVoteButton} className="relative mt-2 flex flex-wrap items-center gap-x-3 gap-y-2">
      <input type="hidden" name="ideaId" value={ideaId} />
      <input type="hidden" name="next" value={next} />
      <p className="min-w-0 text-sm wrap-anywhere">{t("votes.moved", { title: movedTo })}</p>
      <SubmitButton variant="secondary" size="small">
        <Undo2 aria-hidden />
        {t("votes.takeMovedBack")}
      </SubmitButton>
    </form>
  );
}
