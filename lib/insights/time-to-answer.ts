import type { Actor } from "../access/actor";
import { authorize } from "../access/authorize";
import { daysWithin } from "./days-within";
import { listPath } from "./list-path";
import { answerDays } from "./month-sums";
import type { InsightsInput } from "./schema";
import { scopeOf } from "./scope";
import type { Section } from "./section";
import { targets } from "./targets";

/** After how many days ideas were answered that were answered in the months. */
export async function timeToAnswer(actor: Actor, input: InsightsInput): Promise<Section> {
  authorize(actor, "insights.read");
  const scope = await scopeOf(actor, input);
  const [counted, before, wanted] = await Promise.all([
    answerDays(scope),
    answerDays(scope, scope.monthsBefore),
    targets(),
  ]);
  const count = counted.reduce((sum, { stays }) => sum + stays, 0);
  const [median, p90] = [daysWithin(0.5, counted), daysWithin(0.9, counted)];
  const target = wanted.timeToAnswer ?? null;
  const rows = scope.months.map((month) => {
    const own = counted.filter((one) => one.month === month);
    return {
      cells: {
        month,
        answers: own.reduce((sum, { stays }) => sum + stays, 0),
        median: daysWithin(0.5, own),
        p90: daysWithin(0.9, own),
      },
      href: listPath("answers", input, { from: month, to: month }),
    };
  });
  return {
    key: "timeToAnswer",
    title: "insights.timeToAnswer",
    says: [
      median === null || p90 === null
        ? { key: "insights.saysNoAnswers" }
        : count === 1
          ? { key: "insights.saysOneAnswer", values: { median } }
          : { key: "insights.saysTimeToAnswer", values: { count, median, p90 } },
    ],
    figure: {
      kind: "days",
      value: median,
      before: daysWithin(0.5, before),
      target,
      benchmark: { key: "insights.benchmarkTimeToAnswer" },
      href: listPath("answers", input),
    },
    chart: { kind: "lines", x: "month", y: ["median", "p90"], ...(target !== null && { target }) },
    columns: [
      { key: "month", label: "insights.columnMonth", kind: "month" },
      { key: "answers", label: "insights.columnAnswers", kind: "count" },
      { key: "median", label: "insights.columnMedian", kind: "days" },
      { key: "p90", label: "insights.columnP90", kind: "days" },
    ],
    rows,
    terms: ["timeToAnswer", "median", "p90", "target"],
  };
}
