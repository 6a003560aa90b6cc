import { page } from "@/app/door";
import { EvaluationHeader } from "@/components/evaluation/evaluation-header";
import { ResultList } from "@/components/evaluation/result-list";
import { ResultOrders } from "@/components/evaluation/result-orders";
import { resultsPath } from "@/components/evaluation/results-path";
import { WeightsCard } from "@/components/evaluation/weights-card";
import { WeightsForm } from "@/components/evaluation/weights-form";
import { EmptyState } from "@/components/ui/empty-state";
import { ListOrdered } from "@/components/ui/icons";
import { Pagination } from "@/components/ui/pagination";
import { countTasks } from "@/lib/evaluation/queries";
import { RESULTS_ON_PAGE, rankedResults } from "@/lib/evaluation/ranked-results";
import { resultsInput } from "@/lib/evaluation/schema";
import { formatter, translator } from "@/lib/platform/i18n/translate";

export default page(resultsInput, async (actor, asked) => {
  const [{ results, criteria, hasMore }, tasks] = await Promise.all([rankedResults(actor, asked), countTasks(actor)]);
  const voice = { t: translator(actor.locale), format: formatter(actor.locale, actor.timeZone) };
  const { t } = voice;
  const first = (asked.page - 1) * RESULTS_ON_PAGE + 1;
  const back = asked.page > 1 ? resultsPath(asked, asked.page - 1) : null;

  return (
    <>
      <title>{`${t("evaluation.tabResults")} · Tormenta`}</title>
      <EvaluationHeader here="results" lead={t("evaluation.resultsLead")} tasks={tasks} t={t} />
      <div className="grid items-start gap-6 lg:grid-cols-[minmax(0,1fr)_18rem]">
        <div className="min-w-0 space-y-4">
          <ResultOrders asked={asked} t={t} />
          {results.length > 0 ? (
            <ResultList results={results} first={first} locale={actor.locale} {...voice} />
          ) : (
            <EmptyState icon={<ListOrdered />} title={t("evaluation.noResults")}>
              {t("evaluation.noResultsText")}
            </EmptyState>
          )}
          <Pagination previous={back} next={hasMore ? resultsPath(asked, asked.page + 1) : null} t={t} />
        </div>
        <WeightsCard isOpen={asked.criterion.length > 0} t={t}>
          <WeightsForm criteria={criteria} order={asked.order} />
        </WeightsCard>
      </div>
    </>
  );
});
