import { discardDraftButton } from "@/lib/ideas/actions";
import type { Translate } from "@/lib/platform/i18n/translate";
import { Banner } from "../ui/banner";
import { Button, ButtonLink } from "../ui/button";

/**
 * What somebody reads who has just supported this idea instead of proposing their own, and what can be done with what they
 * had written.
 */
export function SupportedInstead({ draftId, t }: { draftId: string; t: Translate }) {
  return (
    <Banner tone="success">
      <p>
        <span className="font-semibold">{t("similar.supportedInstead")}</span> {t("similar.draftKept")}
      </p>
      <div className="mt-2 flex flex-wrap gap-2">
        <ButtonLink href={`/ideas/new?draft=${draftId}`} size="small">
          {t("similar.goOn")}
        </ButtonLink>
        <form action={discardDraftButton}>
          <input type="hidden" name="ideaId" value={draftId} />
          <Button type="submit" variant="ghost" size="small">
            {t("similar.throwAway")}
          </Button>
        </form>
      </div>
    </Banner>
  );
}
