import { page } from "@/app/door";
import { EvaluationPanel } from "@/components/evaluation/evaluation-panel";
import { Breadcrumb } from "@/components/ui/breadcrumb";
import { can } from "@/lib/access/authorize";
import { findEvaluation } from "@/lib/evaluation/queries";
import { findIdea } from "@/lib/ideas/queries";
import { ideaRef } from "@/lib/ideas/schema";
import { isUndecided } from "@/lib/ideas/states";
import { now } from "@/lib/platform/clock";
import { formatter, translator } from "@/lib/platform/i18n/translate";

export default page(ideaRef.strip(), async (actor, ref) => {
  const [evaluation, idea] = await Promise.all([findEvaluation(actor, ref), findIdea(actor, ref.ideaId)]);
  const voice = { t: translator(actor.locale), format: formatter(actor.locale, actor.timeZone), now: now() };
  const { t } = voice;

  return (
    <div className="mx-auto max-w-3xl space-y-5">
      <title>{`${t("evaluation.evaluation")}: ${idea.title} · Tormenta`}</title>
      <Breadcrumb
        above={[{ href: "/review/results", label: t("evaluation.tasksTitle") }]}
        here={t("evaluation.evaluation")}
        t={t}
      />
      <h1
        lang={idea.language === actor.locale ? undefined : idea.language}
        className="font-bold text-2xl tracking-tight"
      >
        {idea.title}
      </h1>
      <EvaluationPanel
        ideaId={ref.ideaId}
        evaluation={evaluation}
        mayReview={isUndecided(idea.status) && can(actor, "idea.review", idea)}
        {...voice}
      />
    </div>
  );
});
