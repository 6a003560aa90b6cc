import { closeEvaluationButton } from "@/lib/evaluation/actions";
import type { Evaluation } from "@/lib/evaluation/schema";
import type { Voice } from "@/lib/platform/i18n/translate";
import { Badge } from "../ui/badge";
import { ButtonLink } from "../ui/button";
import { Card } from "../ui/card";
import { SubmitButton } from "../ui/submit-button";
import { AssessorList } from "./assessor-list";
import { BeginForm } from "./begin-form";
import { EvaluationSheet } from "./evaluation-sheet";

/**
 * The evaluation of an idea, for its review page: how it stands, what came of it as far as the reader may see, and what
 * they can do.
 *
 * @param evaluation from `findEvaluation`; null where there was none
 * @param mayReview whether the reader may begin and close one: a reviewer, not the author, and the idea undecided
 */
export function EvaluationPanel(props: { ideaId: string; evaluation: Evaluation | null; mayReview: boolean } & Voice) {
  const { ideaId, evaluation, mayReview, ...voice } = props;
  const { t } = voice;
  const isOpen = evaluation !== null && evaluation.closedAt === null;
  if (!evaluation && !mayReview) return null;
  return (
    <Card className="space-y-5">
      <header className="flex flex-wrap items-center justify-between gap-2">
        <h2 className="font-semibold text-lg tracking-tight">{t("evaluation.evaluation")}</h2>
        {evaluation && (
          <span className="flex flex-wrap items-center gap-2 text-muted text-sm tabular-nums">
            {t("evaluation.handedInOf", {
              handedIn: evaluation.assessors.filter(({ hasHandedIn }) => hasHandedIn).length,
              assigned: evaluation.assessors.length,
            })}
            <Badge tone={isOpen ? "storm" : "neutral"}>
              {t(isOpen ? "evaluation.stateOpen" : "evaluation.stateClosed")}
            </Badge>
          </span>
        )}
      </header>
      {evaluation && <AssessorList evaluation={evaluation} t={t} />}
      {evaluation?.mine === "to mark" && (
        <ButtonLink href={`/review/${ideaId}/scorecard`} variant="primary">
          {t("evaluation.yourScorecard")}
        </ButtonLink>
      )}
      {evaluation?.mine === "handed in" && isOpen && (
        <ButtonLink href={`/review/${ideaId}/scorecard`}>{t("evaluation.changeScorecard")}</ButtonLink>
      )}
      {evaluation && <Outcome evaluation={evaluation} {...voice} />}
      {mayReview && isOpen && evaluation.mine !== "to mark" && <CloseForm ideaId={ideaId} t={t} />}
      {mayReview && !isOpen && <BeginForm ideaId={ideaId} isAgain={evaluation !== null} />}
    </Card>
  );
}

function Outcome({ evaluation, ...voice }: { evaluation: Evaluation } & Voice) {
  const { sheet, assessors, mine } = evaluation;
  if (sheet) return <EvaluationSheet sheet={sheet} assessors={assessors} {...voice} />;
  return (
    <p className="text-muted text-sm">
      {voice.t(mine === "to mark" ? "evaluation.blindToYou" : "evaluation.blindToAll")}
    </p>
  );
}

const CloseForm = ({ ideaId, t }: { ideaId: string; t: Voice["t"] }) => (
  <details className="border-line border-t pt-4">
    <summary className="w-fit rounded-control text-muted text-sm hover:text-ink">{t("evaluation.close")}</summary>
    <form action={closeEvaluationButton} className="mt-3 space-y-3">
      <input type="hidden" name="ideaId" value={ideaId} />
      <p className="text-muted text-sm">{t("evaluation.closeLead")}</p>
      <SubmitButton variant="secondary">{t("evaluation.closeSure")}</SubmitButton>
    </form>
  </details>
);
