import { db, Prisma } from "../platform/db/client";
import type { Tally } from "./told-groups";

/** What people can do, from the least to the most; whoever voted, commented or proposed took part. */
export const activities = ["read", "voted", "commented", "proposed", "tookPart"] as const;

/** What people can do. */
export type Activity = (typeof activities)[number];

/** How many of the people who count together did what, at least once. */
export type Partakers = Tally<Activity>;

/** A condition on a column that holds days: that they lie in these months. */
export const dayIn = (months: string[]) => Prisma.sql`
  between ${`${months[0]}-01`}::date and (${`${months.at(-1)}-01`}::date + interval '1 month' - interval '1 day')::date`;

/** By what people count, as grouping sets and as the columns that say which. */
export const byDimension = {
  sets: Prisma.sql`grouping sets ((v.in_department), (v.in_place), (v.in_level), (v.in_band))`,
  columns: Prisma.sql`
    case when grouping(v.in_department) = 0 then 'department' when grouping(v.in_place) = 0 then 'place'
         when grouping(v.in_level) = 0 then 'level' else 'band' end as dimension,
    coalesce(v.in_department, v.in_place)::text as unit,
    coalesce(v.in_level, v.in_band)::int as step`,
};

/** As many months as `doing` has bits, from the first of 2000 on. */
const [BITS, FIRST_YEAR] = [600, 2000];

const placeOf = (month: string) => (Number(month.slice(0, 4)) - FIRST_YEAR) * 12 + Number(month.slice(5)) - 1;

/** The months as bits that can be laid over those of `doing`. */
function bitsOf(months: string[]): Prisma.Sql {
  const places = new Set(months.map(placeOf));
  const bits = Array.from({ length: BITS }, (_, at) => (places.has(at) ? "1" : "0")).join("");
  return Prisma.sql`${bits}::bit(600)`;
}

/**
 * Everybody who is counted, with what they did. What nobody else can see, reading and voting, is counted of some as
 * somebody else's (docs/decisions/figures-about-five.md).
 */
const counted = Prisma.sql`
  from voice v
  left join doing o on o.person_id = v.person_id
  left join doing s on s.person_id = v.counted_as`;

const columns: Record<Activity, Prisma.Sql> = {
  read: Prisma.sql`s.read`,
  voted: Prisma.sql`s.voted`,
  commented: Prisma.sql`o.commented`,
  proposed: Prisma.sql`o.proposed`,
  tookPart: Prisma.sql`(s.voted | o.commented | o.proposed)`,
};

/** How many did each in these months. */
const countsIn = (months: string[]) => {
  const of = (activity: Activity) =>
    Prisma.sql`${activity}::text, count(*) filter (where ${columns[activity]} & ${bitsOf(months)} <> b'0'::bit(600))`;
  return Prisma.sql`jsonb_build_object(${Prisma.join(activities.map(of))})`;
};

type Told = Omit<Partakers, Activity> & { now: Record<Activity, number>; before: Record<Activity, number> };

/** How many people did what in some months and in those before, by the groups in which they count; each person once. */
export async function talliesOf(
  months: string[],
  monthsBefore: string[],
): Promise<Record<"now" | "before", Partakers[]>> {
  const told = await db.$queryRaw<Told[]>`
    select ${byDimension.columns}, count(*)::int as people,
           ${countsIn(months)} as now, ${countsIn(monthsBefore)} as before
           ${counted}
     group by ${byDimension.sets}`;
  return {
    now: told.map(({ now, before: _, ...group }) => ({ ...group, ...now })),
    before: told.map(({ now: _, before, ...group }) => ({ ...group, ...before })),
  };
}

/** Patterns of so many months there are few of, however many people there are. */
const TOGETHER = 12;

/** How many people of those who are asked about did what, month by month. */
export async function monthlyCountsOf(months: string[], those: Prisma.Sql): Promise<Record<Activity, number>[]> {
  const counts = months.map(() => ({ read: 0, voted: 0, commented: 0, proposed: 0, tookPart: 0 }));
  const starts = Array.from({ length: Math.ceil(months.length / TOGETHER) }, (_, n) => n * TOGETHER);
  for (const start of starts) {
    const some = months.slice(start, start + TOGETHER);
    const from = placeOf(some[0] ?? "");
    const found = await db.$queryRaw<{ what: Activity; pattern: string; people: number }[]>`
      select w.what, w.pattern, count(*)::int as people
             ${counted}
       cross join lateral (values ${Prisma.join(
         activities.map((activity) => {
           const pattern = Prisma.sql`substring(${columns[activity]} from ${from + 1}::int for ${some.length}::int)::text`;
           return Prisma.sql`(${activity}::text, ${pattern})`;
         }),
       )}) w (what, pattern)
       where ${those}
         and w.pattern like '%1%'
       group by 1, 2`;
    for (const { what, pattern, people } of found)
      for (const [at, bit] of [...pattern].entries()) {
        const month = counts[start + at];
        if (bit === "1" && month) month[what] += people;
      }
  }
  return counts;
}
