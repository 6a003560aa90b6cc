import type { Actor } from "../access/actor";
import { authorize } from "../access/authorize";
import { listPath } from "./list-path";
import { type MonthSums, monthSums, totalOf } from "./month-sums";
import { saidShare } from "./said-share";
import type { InsightsInput } from "./schema";
import { scopeOf } from "./scope";
import type { Section } from "./section";
import { targets } from "./targets";

/** Of those posted, duplicates and what was taken back aside, how many are implemented by now; null of none. */
function implementedShareOf(months: MonthSums[]): number | null {
  const posted = totalOf(months, "posted") - totalOf(months, "duplicates") - totalOf(months, "withdrawn");
  return posted > 0 ? totalOf(months, "implemented") / posted : null;
}

/** How many of the ideas that were posted in the months are implemented by now. */
export async function implementedShare(actor: Actor, input: InsightsInput): Promise<Section> {
  authorize(actor, "insights.read");
  const scope = await scopeOf(actor, input);
  const [months, before, wanted] = await Promise.all([
    monthSums(scope),
    monthSums(scope, scope.monthsBefore),
    targets(),
  ]);
  const posted = totalOf(months, "posted") - totalOf(months, "duplicates") - totalOf(months, "withdrawn");
  const implemented = totalOf(months, "implemented");
  const accepted = totalOf(months, "accepted");
  const target = wanted.implementedShare ?? null;
  return {
    key: "implementedShare",
    title: "insights.implementedShare",
    says: [
      { key: "insights.saysImplementedShare", values: { posted, implemented } },
      ...(accepted > 0
        ? [
            {
              key: "insights.saysAccepted" as const,
              values: { share: saidShare(actor, implemented / accepted) },
            },
          ]
        : []),
    ],
    figure: {
      kind: "share",
      value: implementedShareOf(months),
      before: implementedShareOf(before),
      target,
      benchmark: { key: "insights.benchmarkImplementedShare" },
      href: listPath("implemented", input),
    },
    chart: { kind: "lines", x: "month", y: ["share"], ...(target !== null && { target }) },
    columns: [
      { key: "month", label: "insights.columnMonth", kind: "month" },
      { key: "posted", label: "insights.behindPosted", kind: "count" },
      { key: "implemented", label: "insights.behindImplemented", kind: "count" },
      { key: "share", label: "insights.implementedShare", kind: "share" },
    ],
    rows: months.map((month) => ({
      cells: {
        month: month.month,
        posted: month.posted - month.duplicates - month.withdrawn,
        implemented: month.implemented,
        share: implementedShareOf([month]),
      },
      href: listPath("implemented", input, { from: month.month, to: month.month }),
    })),
    terms: ["implementedShare", "cohort", "target", "benchmark"],
  };
}
