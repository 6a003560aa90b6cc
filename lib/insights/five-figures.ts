import type { Actor } from "../access/actor";
import { authorize } from "../access/authorize";
import { db } from "../platform/db/client";
import { benefitOf, ownCurrency, yearsOf } from "./benefit";
import { decimalsOf, isHidden } from "./cell-text";
import { listPath } from "./list-path";
import { answerDays, type MonthSums, monthSums, quantile } from "./month-sums";
import { type Participation, participationOf } from "./participation-of";
import { saidShare } from "./said-share";
import type { InsightsInput } from "./schema";
import { scopeOf } from "./scope";
import type { Cell, Money, Section } from "./section";

const total = (months: MonthSums[], figure: Exclude<keyof MonthSums, "month">) =>
  months.reduce((sum, month) => sum + month[figure], 0);

/** Of those posted, duplicates and what was taken back aside, how many are implemented by now; null of none. */
function implementedShareOf(months: MonthSums[]): number | null {
  const posted = total(months, "posted") - total(months, "duplicates") - total(months, "withdrawn");
  return posted > 0 ? total(months, "implemented") / posted : null;
}

/** What is wanted of the figures, by their names. */
export async function targets(): Promise<Record<string, number>> {
  const set = await db.figureTarget.findMany({ select: { figure: true, value: true } });
  return Object.fromEntries(set.map(({ figure, value }) => [figure, value]));
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
  const posted = total(months, "posted") - total(months, "duplicates") - total(months, "withdrawn");
  const implemented = total(months, "implemented");
  const accepted = total(months, "accepted");
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

/** After how many days ideas were answered that were answered in the months. */
export async function timeToAnswer(actor: Actor, input: InsightsInput): Promise<Section> {
  authorize(actor, "insights.read");
  const scope = await scopeOf(actor, input);
  const [counted, before, wanted] = await Promise.all([
    answerDays(scope),
    answerDays(scope, scope.monthsBefore),
    targets(),
  ]);
  const count = counted.reduce((sum, { ideas }) => sum + ideas, 0);
  const [median, p90] = [quantile(counted), quantile(counted, 0.9)];
  const target = wanted.timeToAnswer ?? null;
  const rows = scope.months.map((month) => {
    const own = counted.filter((one) => one.month === month);
    return {
      cells: {
        month,
        answers: own.reduce((sum, { ideas }) => sum + ideas, 0),
        median: quantile(own),
        p90: quantile(own, 0.9),
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
      before: quantile(before),
      target,
      benchmark: { key: "insights.benchmarkTimeToAnswer" },
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

/** How many years benefits are told of. */
const YEARS = 3;

const MONTHS_OF_YEAR = 12;

const postedOf = (months: MonthSums[]) => total(months, "posted") - total(months, "withdrawn");

/** Ideas for each of so many people, as if the months were a year. */
const perHead = (months: MonthSums[], people: Participation["people"]): Cell =>
  typeof people === "number" ? ((postedOf(months) / people) * MONTHS_OF_YEAR) / months.length : people;

/** How many ideas come of each person in a year; null for one category, to which nobody belongs. */
export async function ideasPerHead(actor: Actor, input: InsightsInput): Promise<Section> {
  authorize(actor, "insights.read");
  const scope = await scopeOf(actor, input);
  const [months, before, { people }, wanted] = await Promise.all([
    monthSums(scope),
    monthSums(scope, scope.monthsBefore),
    participationOf(scope),
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
  const scope = await scopeOf(actor, input);
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
    ],
    figure: {
      kind: "share",
      value: tookPart,
      before: before.tookPart,
      target,
      benchmark: { key: "insights.benchmarkParticipation" },
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

/** What an implemented idea brought on average, by what two people have confirmed of the year in which the months end. */
export async function benefit(actor: Actor, input: InsightsInput): Promise<Section> {
  authorize(actor, "insights.read");
  const scope = await scopeOf(actor, input);
  const { last } = yearsOf(scope);
  const years = await Promise.all(Array.from({ length: YEARS }, (_, ago) => benefitOf(scope, last - YEARS + 1 + ago)));
  const [before, now] = years.slice(-2);
  const [wanted, currency] = [(await targets()).benefit, await ownCurrency()];
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
