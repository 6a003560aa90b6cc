import type { Assessment } from "@/lib/evaluation/schema";
import type { Translate } from "@/lib/platform/i18n/translate";
import { Banner } from "../ui/banner";

/** How the reader's own scorecard stands, and how to fill it in quickly. */
export function ScorecardBanner(props: { assessment: Assessment; isKept: boolean; t: Translate }) {
  const { assessment, isKept, t } = props;
  if (!assessment.isOpen) return <Banner tone="info">{t("evaluation.closedBanner")}</Banner>;
  return (
    <>
      {isKept && !assessment.handedInAt && <Banner tone="success">{t("evaluation.kept")}</Banner>}
      {assessment.handedInAt && <Banner tone="info">{t("evaluation.handedInBanner")}</Banner>}
      <p className="text-muted text-sm">
        {t("evaluation.fiveIsGood")} <span className="pointer-coarse:hidden">{t("evaluation.keysHint")}</span>
      </p>
    </>
  );
}
