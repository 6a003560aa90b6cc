import type { Actor } from "../access/actor";
import { authorize } from "../access/authorize";
import { benefitOf, benefitsIn, yearsOf } from "./benefit";
import { decimalsOf } from "./cell-text";
import { pagePath } from "./list-path";
import type { InsightsInput } from "./schema";
import { scopeOf } from "./scope";
import type { Money, Section } from "./section";
import { targets } from "./targets";

/** How many years benefits are told of. */
const YEARS = 3;

/** What an implemented idea brought on average, by what two people have confirmed of the year in which the months end. */
export async function benefit(actor: Actor, input: InsightsInput): Promise<Section> {
  authorize(actor, "insights.read");
  const scope = await scopeOf(actor, input);
  const { last } = yearsOf(scope);
  const first = last - YEARS + 1;
  const [benefits, { benefit: wanted }] = await Promise.all([benefitsIn(scope, { first, last }), targets()]);
  const years = Array.from({ length: YEARS }, (_, after) => benefitOf(benefits, first + after));
  const [before, now] = years.slice(-2);
  const { currency } = benefits;
  const target: Money | null =
    wanted === undefined ? null : { amountMinor: String(Math.round(wanted * 10 ** decimalsOf(currency))), currency };
  return {
    key: "benefit",
    title: "insights.benefit",
    says: [
      now?.perIdea
        ? { key: "insights.saysBenefit", values: { count: now.ideas, year: String(last) } }
        : { key: "insights.saysNoBenefit", values: { year: String(last) } },
    ],
    figure: {
      kind: "money",
      value: now?.perIdea ?? null,
      before: before?.perIdea ?? null,
      target,
      benchmark: { key: "insights.benchmarkBenefit" },
      href: pagePath("impact", input),
    },
    chart: { kind: "bars", label: "year", value: "perIdea" },
    columns: [
      { key: "year", label: "insights.columnYear", kind: "text" },
      { key: "ideas", label: "insights.columnConfirmedIdeas", kind: "count" },
      { key: "confirmed", label: "insights.columnConfirmed", kind: "money" },
      { key: "perIdea", label: "insights.benefit", kind: "money" },
    ],
    rows: years
      .filter(({ perIdea }) => perIdea !== null)
      .map(({ year, ideas, confirmed, perIdea }) => ({ cells: { year: String(year), ideas, confirmed, perIdea } })),
    terms: ["benefit", "outcome", "exchangeRate", "target"],
  };
}
