import { z } from "zod";
import { page } from "@/app/door";
import { DistanceTable } from "@/components/evaluation/distance-table";
import { EvaluationHeader } from "@/components/evaluation/evaluation-header";
import { distanceReport } from "@/lib/evaluation/distance-report";
import { countTasks } from "@/lib/evaluation/queries";
import { formatter, translator } from "@/lib/platform/i18n/translate";

export default page(z.object({}), async (actor) => {
  const [report, tasks] = await Promise.all([distanceReport(actor), countTasks(actor)]);
  const t = translator(actor.locale);

  return (
    <>
      <title>{`${t("evaluation.tabDistance")} · Tormenta`}</title>
      <EvaluationHeader here="distance" lead={t("evaluation.distanceLead")} tasks={tasks} t={t} />
      <div className="max-w-2xl">
        <DistanceTable report={report} t={t} format={formatter(actor.locale, actor.timeZone)} />
      </div>
    </>
  );
});
