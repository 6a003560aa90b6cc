import type { Actor } from "../access/actor";
import { authorize } from "../access/authorize";
import { isHidden } from "./cell-text";
import { closedScopeOf } from "./closed-months";
import { listPath, pagePath } from "./list-path";
import { type MonthSums, monthSums, totalOf } from "./month-sums";
import { type Participation, participationOf, peopleOf } from "./participation-of";
import { sayClosed } from "./said-months";
import { saidShare } from "./said-share";
import type { InsightsInput } from "./schema";
import { scopeOf } from "./scope";
import type { Cell, Section } from "./section";
import { targets } from "./targets";

const MONTHS_OF_YEAR = 12;

const postedOf = (months: MonthSums[]) => totalOf(months, "posted") - totalOf(months, "withdrawn");

/** Ideas for each of so many people, as if the months were a year. */
const perHead = (months: MonthSums[], people: Participation["people"]): Cell =>
  typeof people === "number" ? ((postedOf(months) / people) * MONTHS_OF_YEAR) / months.length : people;

/** How many ideas come of each person in a year; null for one category, to which nobody belongs. */
export async function ideasPerHead(actor: Actor, input: InsightsInput): Promise<Section> {
  authorize(actor, "insights.read");
  const scope = await scopeOf(actor, input);
  const [months, before, people, wanted] = await Promise.all([
    monthSums(scope),
    monthSums(scope, scope.monthsBefore),
    peopleOf(scope),
    targets(),
  ]);
  const target = wanted.ideasPerHead ?? null;
  const ofPeople = scope.categoryId ? null : people;
  const told = (of: MonthSums[]) => (ofPeople === null ? null : perHead(of, ofPeople));
  return {
    key: "ideasPerHead",
    title: "insights.ideasPerHead",
    says: [
      ofPeople === null
        ? { key: "insights.saysNotNarrowed" }
        : isHidden(ofPeople)
          ? { key: "insights.saysFew" }
          : { key: "insights.saysIdeasPerHead", values: { ideas: postedOf(months), people: ofPeople as number } },
    ],
    figure: {
      kind: "number",
      value: told(months),
      before: told(before),
      target,
      benchmark: { key: "insights.benchmarkIdeasPerHead" },
      href: listPath("posted", input),
    },
    chart: { kind: "lines", x: "month", y: ["perHead"], ...(target !== null && { target }) },
    columns: [
      { key: "month", label: "insights.columnMonth", kind: "month" },
      { key: "posted", label: "insights.behindPosted", kind: "count" },
      { key: "perHead", label: "insights.ideasPerHead", kind: "number" },
    ],
    rows: months.map((month) => ({
      cells: { month: month.month, posted: postedOf([month]), perHead: told([month]) },
      href: listPath("posted", input, { from: month.month, to: month.month }),
    })),
    terms: ["ideasPerHead", "target", "benchmark"],
  };
}

/** Which share of all people proposed, voted or commented in the months. */
export async function participation(actor: Actor, input: InsightsInput): Promise<Section> {
  authorize(actor, "insights.read");
  const scope = await closedScopeOf(actor, input);
  const [{ shares, before, months }, wanted] = await Promise.all([participationOf(scope), targets()]);
  const { tookPart } = shares;
  const target = wanted.participation ?? null;
  return {
    key: "participation",
    title: "insights.participation",
    says: [
      typeof tookPart === "number"
        ? { key: "insights.saysParticipation", values: { value: saidShare(actor, tookPart) } }
        : { key: "insights.saysFew" },
      sayClosed(actor, scope),
    ],
    figure: {
      kind: "share",
      value: tookPart,
      before: before.tookPart,
      target,
      benchmark: { key: "insights.benchmarkParticipation" },
      href: pagePath("participation", input),
    },
    chart: { kind: "lines", x: "month", y: ["tookPart"], ...(target !== null && { target }) },
    columns: [
      { key: "month", label: "insights.columnMonth", kind: "month" },
      { key: "tookPart", label: "insights.participation", kind: "share" },
    ],
    rows: months.map(({ month, ...of }) => ({ cells: { month, tookPart: of.tookPart } })),
    terms: ["participation", "fewPeople", "target", "benchmark"],
  };
}
