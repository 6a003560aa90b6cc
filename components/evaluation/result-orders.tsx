import { type ResultsInput, resultOrders } from "@/lib/evaluation/schema";
import type { Translate } from "@/lib/platform/i18n/translate";
import { Segmented } from "../ui/segmented";
import { resultsPath } from "./results-path";

/** What the results are ordered by. */
export function ResultOrders({ asked, t }: { asked: ResultsInput; t: Translate }) {
  return (
    <Segmented
      label={t("evaluation.order")}
      tabs={resultOrders.map((order) => ({
        href: resultsPath({ ...asked, order }),
        label: t(`evaluation.order_${order}`),
        current: asked.order === order,
      }))}
    />
  );
}
