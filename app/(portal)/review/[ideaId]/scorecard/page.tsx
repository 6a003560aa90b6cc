import { page } from "@/app/door";
import { AssessedIdea } from "@/components/evaluation/assessed-idea";
import { EvaluationSheet } from "@/components/evaluation/evaluation-sheet";
import { ScorecardBanner } from "@/components/evaluation/scorecard-banner";
import { ScorecardForm } from "@/components/evaluation/scorecard-form";
import { Breadcrumb } from "@/components/ui/breadcrumb";
import { Card } from "@/components/ui/card";
import { findAssessment, findEvaluation } from "@/lib/evaluation/queries";
import { scorecardAddress } from "@/lib/evaluation/schema";
import { now } from "@/lib/platform/clock";
import { formatter, translator } from "@/lib/platform/i18n/translate";

export default page(scorecardAddress, async (actor, { saved, ...ref }) => {
  const [assessment, evaluation] = await Promise.all([findAssessment(actor, ref), findEvaluation(actor, ref)]);
  const voice = { t: translator(actor.locale), format: formatter(actor.locale, actor.timeZone), now: now() };
  const { t } = voice;

  return (
    <>
      <title>{`${t("evaluation.scorecard")}: ${assessment.title} · Tormenta`}</title>
      <div className="mb-4">
        <Breadcrumb
          above={[{ href: "/review/evaluations", label: t("evaluation.tasksTitle") }]}
          here={t("evaluation.scorecard")}
          t={t}
        />
      </div>
      <div className="grid items-start gap-6 lg:grid-cols-[minmax(0,1fr)_minmax(0,1.15fr)]">
        <AssessedIdea assessment={assessment} readerLocale={actor.locale} t={t} />
        <div className="min-w-0 space-y-6">
          <Card className="space-y-5">
            <h2 className="font-semibold text-lg tracking-tight">{t("evaluation.scorecard")}</h2>
            <ScorecardBanner assessment={assessment} isKept={saved === "yes"} t={t} />
            <ScorecardForm key={assessment.version} assessment={assessment} />
          </Card>
          {evaluation?.sheet && (
            <Card>
              <EvaluationSheet sheet={evaluation.sheet} assessors={evaluation.assessors} {...voice} />
            </Card>
          )}
        </div>
      </div>
    </>
  );
});
