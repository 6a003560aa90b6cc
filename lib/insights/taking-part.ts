import { db, Prisma } from "../platform/db/client";
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
 * Those who count, and the places of three of the months in which anything was done that is counted as theirs: the last one
 * of these months (`upto`), the last before them (`since`), and the last before those they are compared with (`long`). What
 * nobody else can see, reading and voting, is of some somebody else's (docs/decisions/figures-about-five.md).
 */
export const spansOver = (months: string[], monthsBefore = months) => Prisma.sql`
  (select *,
          width_bucket(${dayOf(months.at(-1))}, months) as upto,
          width_bucket(${dayOf(months[0])} - 1, months) as since,
          width_bucket(${dayOf(monthsBefore[0])} - 1, months) as long
     from voice_span
   offset 0)`;

type When = "now" | "before";

const counted = {
  reads: Prisma.sql`v.reads`,
  votes: Prisma.sql`v.votes`,
  comments: Prisma.sql`v.comments`,
  ideas: Prisma.sql`v.ideas`,
};

const places = {
  now: { after: Prisma.sql`v.since`, upto: Prisma.sql`v.upto` },
  before: { after: Prisma.sql`v.long`, upto: Prisma.sql`v.since` },
};

/** How often each of `spansOver v` did what in these months, or in those before. */
export function timesOf(what: keyof typeof counted, when: When = "now"): Prisma.Sql {
  const { after, upto } = places[when];
  return Prisma.sql`(coalesce(${counted[what]}[${upto}], 0) - coalesce(${counted[what]}[${after}], 0))`;
}

/** The sums of months of those who count at or below the units that are asked for. */
export function monthsHere({ months, departments, places }: Scope): Prisma.Sql {
  const dimension = departments === null && places !== null ? "place" : "department";
  const units = departments ?? places;
  const isHere = units === null ? Prisma.sql`true` : Prisma.sql`m.unit_id = any (${units}::uuid[])`;
  return Prisma.sql`
    (select * from voice_month m where m.dimension = ${dimension} and m.month ${dayIn(months)} and ${isHere})`;
}

/** By what people count, as grouping sets and as the columns that say which. */
const byDimension = {
  sets: Prisma.sql`grouping sets ((v.in_department), (v.in_place), (v.in_level), (v.in_band))`,
  columns: Prisma.sql`
    case when grouping(v.in_department) = 0 then 'department' when grouping(v.in_place) = 0 then 'place'
         when grouping(v.in_level) = 0 then 'level' else 'band' end as dimension,
    coalesce(v.in_department, v.in_place)::text as unit,
    coalesce(v.in_level, v.in_band)::int as step`,
};

const flags = {
  now: {
    read: Prisma.sql`read_now`,
    voted: Prisma.sql`voted_now`,
    commented: Prisma.sql`commented_now`,
    proposed: Prisma.sql`proposed_now`,
  },
  before: {
    read: Prisma.sql`read_before`,
    voted: Prisma.sql`voted_before`,
    commented: Prisma.sql`commented_before`,
    proposed: Prisma.sql`proposed_before`,
  },
};

const didIn = (when: When) => Prisma.sql`
  ${timesOf("reads", when)} > 0 as ${flags[when].read},
  ${timesOf("votes", when)} > 0 as ${flags[when].voted},
  ${timesOf("comments", when)} > 0 as ${flags[when].commented},
  ${timesOf("ideas", when)} > 0 as ${flags[when].proposed}`;

const countsIn = (when: When) => {
  const { read, voted, commented, proposed } = flags[when];
  return Prisma.sql`
    json_build_object(
      'read', count(*) filter (where ${read}),
      'voted', count(*) filter (where ${voted}),
      'commented', count(*) filter (where ${commented}),
      'proposed', count(*) filter (where ${proposed}),
      'tookPart', count(*) filter (where ${voted} or ${commented} or ${proposed}))`;
};

type Counted = Omit<Partakers, Activity> & Record<When, Record<Activity, number>>;

/** How many people did what in some months, and in as many before. */
export type Tallies = Record<When, Partakers[]>;

/** How many people did what, for every group in which they count; each person once per group. */
export async function talliesOf(months: string[], monthsBefore: string[]): Promise<Tallies> {
  const groups = await db.$queryRaw<Counted[]>`
    select ${byDimension.columns}, count(*)::int as people, ${countsIn("now")} as now, ${countsIn("before")} as before
      from (
             select v.in_department, v.in_place, v.in_level, v.in_band, ${didIn("now")}, ${didIn("before")}
               from ${spansOver(months, monthsBefore)} v
             offset 0
           ) v
     group by ${byDimension.sets}`;
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
