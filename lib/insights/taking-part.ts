import { db, Prisma } from "../platform/db/client";
import { NO_UNIT } from "./month-sums";
import type { Scope } from "./scope";
import type { Tally } from "./told-groups";

/** What people can do, from the least to the most; whoever voted, commented or proposed took part. */
export const activities = ["read", "voted", "commented", "proposed", "tookPart"] as const;

/** What people can do. */
export type Activity = (typeof activities)[number];

/** How many of the people who count together did what, at least once. */
export type Partakers = Tally<Activity>;

const dayOf = (month = "") => Prisma.sql`${`${month}-01`}::date`;

/** A condition on a column that holds days: that they lie in these months. */
export const dayIn = (months: string[]) => Prisma.sql`
  between ${dayOf(months[0])} and (${dayOf(months.at(-1))} + interval '1 month' - interval '1 day')::date`;

/**
 * Those who count, and the places of two of the months in which anything was done that is counted as theirs: the last one of
 * these months (`upto`), and the last before them (`since`). What nobody else can see, reading and voting, is of some somebody
 * else's (docs/decisions/figures-about-five.md).
 */
export const spansOver = (months: string[]) => Prisma.sql`
  (select *,
          width_bucket(${dayOf(months.at(-1))}, months) as upto,
          width_bucket(${dayOf(months[0])} - 1, months) as since
     from voice_span
   offset 0)`;

const counted = {
  votes: Prisma.sql`v.votes`,
  comments: Prisma.sql`v.comments`,
  ideas: Prisma.sql`v.ideas`,
};

/** How often each of `spansOver v` did what in these months. */
export const timesOf = (what: keyof typeof counted): Prisma.Sql =>
  Prisma.sql`(coalesce(${counted[what]}[v.upto], 0) - coalesce(${counted[what]}[v.since], 0))`;

/** A condition on sums `m` that are kept by unit and month: of these months, at or below the units that are asked for. */
export function keptHere({ departments, places }: Pick<Scope, "departments" | "places">, months: string[]): Prisma.Sql {
  const dimension = departments === null && places !== null ? "place" : "department";
  const units = departments ?? places;
  const isHere = units === null ? Prisma.sql`true` : Prisma.sql`m.unit_id = any (${units}::uuid[])`;
  return Prisma.sql`m.dimension = ${dimension} and m.month ${dayIn(months)} and ${isHere}`;
}

/** The sums of months of those who count at or below the units that are asked for. */
export const monthsHere = (scope: Scope): Prisma.Sql =>
  Prisma.sql`(select * from voice_month m where ${keptHere(scope, scope.months)})`;

/** Who did something in some months is counted where their time before lies before these. */
const countsIn = (months: string[]) => {
  const isCounted = Prisma.sql`r.month ${dayIn(months)} and r.last_month < ${dayOf(months[0])}`;
  return Prisma.sql`
    json_build_object(
      'read', coalesce(sum(r.read) filter (where ${isCounted}), 0),
      'voted', coalesce(sum(r.voted) filter (where ${isCounted}), 0),
      'commented', coalesce(sum(r.commented) filter (where ${isCounted}), 0),
      'proposed', coalesce(sum(r.proposed) filter (where ${isCounted}), 0),
      'tookPart', coalesce(sum(r.took_part) filter (where ${isCounted}), 0))`;
};

type When = "now" | "before";

type Counted = Omit<Partakers, Activity> & Record<When, Record<Activity, number>>;

/** How many people did what in some months, and in as many before. */
export type Tallies = Record<When, Partakers[]>;

/** How many people did what, for every group in which they count; each person once per group. */
export async function talliesOf(months: string[], monthsBefore: string[]): Promise<Tallies> {
  const groups = await db.$queryRaw<Counted[]>`
    select g.dimension,
           nullif(g.unit_id, ${NO_UNIT}::uuid)::text as unit,
           nullif(g.step, 0)::int as step,
           g.people,
           ${countsIn(months)} as now,
           ${countsIn(monthsBefore)} as before
      from voice_group g
      left join voice_return r on r.dimension = g.dimension and r.unit_id = g.unit_id and r.step = g.step
       and r.month between ${dayOf(monthsBefore[0])} and ${dayOf(months.at(-1))}
     group by g.dimension, g.unit_id, g.step`;
  return {
    now: groups.map(({ now, before: _, ...group }) => ({ ...group, ...now })),
    before: groups.map(({ before, now: _, ...group }) => ({ ...group, ...before })),
  };
}

/** How many people of those who are asked about did what month by month; months in which nobody did anything are left out. */
export const monthlyCountsOf = (scope: Scope) => db.$queryRaw<(Record<Activity, number> & { month: string })[]>`
  select to_char(m.month, 'YYYY-MM') as month,
         sum(m.read)::int as read,
         sum(m.voted)::int as voted,
         sum(m.commented)::int as commented,
         sum(m.proposed)::int as proposed,
         sum(m.took_part)::int as "tookPart"
    from ${monthsHere(scope)} m
   group by 1`;
