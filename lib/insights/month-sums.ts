import { db, Prisma } from "../platform/db/client";
import { narrowedTo } from "./narrowed";
import type { Scope } from "./scope";

const figures = [
  "posted",
  "duplicates",
  "withdrawn",
  "answered",
  "accepted",
  "started",
  "implemented",
  "declined",
  "archived",
  "undecided",
  "answers",
  "promises",
  "promisesKept",
  "promisesLate",
  "acceptances",
  "implementations",
] as const;

/** What ideas count in a month, as `idea_month` in the database defines it. */
export type MonthSums = { month: string } & Record<(typeof figures)[number], number>;

const nothing = Object.fromEntries(figures.map((figure) => [figure, 0])) as Record<(typeof figures)[number], number>;

/** One of the figures over all of some months. */
export const totalOf = (months: MonthSums[], figure: (typeof figures)[number]): number =>
  months.reduce((sum, month) => sum + month[figure], 0);

/** Under which the sums of the whole are kept, and of what belongs to no unit. */
export const NO_UNIT = "00000000-0000-0000-0000-000000000000";

const sums = Prisma.sql`
  to_char(month, 'YYYY-MM') as month,
  sum(posted)::int as posted, sum(duplicates)::int as duplicates, sum(withdrawn)::int as withdrawn,
  sum(answered)::int as answered, sum(accepted)::int as accepted, sum(started)::int as started,
  sum(implemented)::int as implemented, sum(declined)::int as declined, sum(archived)::int as archived,
  sum(undecided)::int as undecided, sum(answers)::int as answers, sum(promises)::int as promises,
  sum(promises_kept)::int as "promisesKept", sum(promises_late)::int as "promisesLate",
  sum(acceptances)::int as acceptances, sum(implementations)::int as implementations`;

/** The one unit whose sums are kept; none where several narrow the figures at once. */
function unitOf({ department, place, categoryId }: Scope): [dimension: string, id: string] | null {
  const units = Object.entries({ department, place, category: categoryId }).filter(([, id]) => id !== null);
  if (units.length === 0) return ["all", NO_UNIT];
  return units.length === 1 ? (units[0] as [string, string]) : null;
}

const between = (months: string[]) => {
  const [first, last] = [`${months[0]}-01`, `${months.at(-1)}-01`];
  return Prisma.sql`month between ${first}::date and ${last}::date`;
};

/** Kept sums where at most one unit narrows them; otherwise counted from the facts of the ideas that fulfil all. */
const source = (scope: Scope, months: string[]): Prisma.Sql => {
  const unit = unitOf(scope);
  if (!unit) return Prisma.sql`from idea_month f where ${between(months)} ${narrowedTo(scope, "f")}`;
  const [dimension, id] = unit;
  return Prisma.sql`from idea_cell where dimension = ${dimension} and unit_id = ${id}::uuid and ${between(months)}`;
};

/** What ideas count in each of these months, oldest first; a month in which nothing was counts nothing. */
export async function monthSums(scope: Scope, months = scope.months): Promise<MonthSums[]> {
  const found = await db.$queryRaw<MonthSums[]>`select ${sums} ${source(scope, months)} group by month`;
  const byMonth = new Map(found.map((sum) => [sum.month, sum]));
  return months.map((month) => byMonth.get(month) ?? { month, ...nothing });
}

/** How many answers came after how many days, by the month of the answer. */
export type AnswerDays = { month: string; days: number; stays: number };

/** After how many days ideas were answered that were answered in these months. */
export function answerDays(scope: Scope, months = scope.months): Promise<AnswerDays[]> {
  const unit = unitOf(scope);
  return unit
    ? db.$queryRaw`
        select to_char(month, 'YYYY-MM') as month, days, ideas as stays
          from answer_cell
         where dimension = ${unit[0]} and unit_id = ${unit[1]}::uuid and ${between(months)}`
    : db.$queryRaw`
        select to_char(month, 'YYYY-MM') as month, answer_days as days, count(*)::int as stays
          from idea_month f
         where ${between(months)} and answers = 1
               ${narrowedTo(scope, "f")}
         group by 1, 2`;
}
