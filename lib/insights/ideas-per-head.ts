import type { Actor } from "../access/actor";
import { authorize } from "../access/authorize";
import { isHidden } from "./cell-text";
import { type HeadSum, headSums } from "./head-sums";
import { listPath } from "./list-path";
import { monthSums, totalOf } from "./month-sums";
import { peopleOf } from "./participation-of";
import type { InsightsInput } from "./schema";
import { type Scope, scopeOf } from "./scope";
import type { Cell, Hidden, Said, Section } from "./section";
import { targets } from "./targets";

const MONTHS_OF_YEAR = 12;

const ideasOf = (months: HeadSum[]): number => months.reduce((sum, { ideas }) => sum + ideas, 0);

/** Ideas for each of so many people, as if the months were a year. */
const perHead = (months: HeadSum[], people: number | Hidden): Cell =>
  typeof people === "number" ? ((ideasOf(months) / people) * MONTHS_OF_YEAR) / months.length : people;

/** How many ideas came of others than those who count: of the whole, where it is plain whose ideas are meant. */
async function sayOthers(scope: Scope, months: HeadSum[]): Promise<Said[]> {
  if (scope.department !== null || scope.place !== null) return [];
  const all = await monthSums(scope);
  const ideas = totalOf(all, "posted") - totalOf(all, "withdrawn") - ideasOf(months);
  return ideas > 0 ? [{ key: "insights.saysIdeasOfOthers", values: { ideas } }] : [];
}

/** A category narrows no people: of one, its ideas are told of, whoever wrote them. */
async function ideasOfCategory(scope: Scope): Promise<HeadSum[]> {
  const months = await monthSums(scope);
  return months.map(({ month, posted, withdrawn }) => ({ month, ideas: posted - withdrawn }));
}

async function saysHeads(scope: Scope, months: HeadSum[], people: number | Hidden): Promise<Said[]> {
  if (scope.categoryId !== null) return [{ key: "insights.saysNotNarrowed" }];
  if (isHidden(people)) return [{ key: "insights.saysFew" }];
  const first = { key: "insights.saysIdeasPerHead", values: { ideas: ideasOf(months), people } } as const;
  return [first, ...(await sayOthers(scope, months))];
}

/** How many ideas come of each person in a year; null for one category, to which nobody belongs. */
export async function ideasPerHead(actor: Actor, input: InsightsInput): Promise<Section> {
  authorize(actor, "insights.read");
  const scope = await scopeOf(actor, input);
  const isNarrowed = scope.categoryId !== null;
  const [months, before, people, wanted] = await Promise.all([
    isNarrowed ? ideasOfCategory(scope) : headSums(scope),
    isNarrowed ? [] : headSums(scope, scope.monthsBefore),
    peopleOf(scope),
    targets(),
  ]);
  const target = wanted.ideasPerHead ?? null;
  const told = (of: HeadSum[]): Cell => (isNarrowed ? null : perHead(of, people));
  const which = isNarrowed ? "posted" : "colleagues";
  const isTold = isNarrowed || typeof people === "number";
  return {
    key: "ideasPerHead",
    title: "insights.ideasPerHead",
    says: await saysHeads(scope, months, people),
    figure: {
      kind: "number",
      value: told(months),
      before: told(before),
      target,
      benchmark: { key: "insights.benchmarkIdeasPerHead" },
      href: listPath(which, input),
    },
    chart: { kind: "lines", x: "month", y: ["perHead"], ...(target !== null && { target }) },
    columns: [
      { key: "month", label: "insights.columnMonth", kind: "month" },
      { key: "posted", label: isNarrowed ? "insights.behindPosted" : "insights.behindColleagues", kind: "count" },
      { key: "perHead", label: "insights.ideasPerHead", kind: "number" },
    ],
    rows: months.map((sum) => ({
      cells: { month: sum.month, posted: isTold ? sum.ideas : { hidden: "few" }, perHead: told([sum]) },
      ...(isTold && { href: listPath(which, input, { from: sum.month, to: sum.month }) }),
    })),
    terms: ["ideasPerHead", "target", "benchmark"],
  };
}
