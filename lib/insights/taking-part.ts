import { db, Prisma } from "../platform/db/client";
import type { Unit } from "./few";

/** What people can do, from the least to the most; whoever voted, commented or proposed took part. */
export const activities = ["read", "voted", "commented", "proposed", "tookPart"] as const;

/** What people can do. */
export type Activity = (typeof activities)[number];

/** What people are counted by. */
export type Dimension = "department" | "place" | "level" | "band";

/** Where people count, how many they are, and how many of them did what, at least once. */
export type Tally = Record<Activity, number> & {
  dimension: Dimension;
  unit: Unit;
  step: number | null;
  people: number;
};

const between = (months: string[]) => Prisma.sql`between ${`${months[0]}-01`}::date and ${`${months.at(-1)}-01`}::date`;

/** Everybody who did anything in some months, and what, by the months that are told apart. */
const doing = (months: string[], apart: Prisma.Sql) => Prisma.sql`
  select d.person_id, ${apart} as month, bool_or(d.read) as read, bool_or(d.voted) as voted,
         bool_or(d.commented) as commented, bool_or(d.proposed) as proposed
    from (
           select m.person_id, m.month, false as read, m.votes > 0 as voted, m.comments > 0 as commented, m.ideas > 0 as proposed
             from person_month m
            where m.month ${between(months)}
            union all
           select r.person_id, r.month, true, false, false, false
             from reading r
            where r.month ${between(months)}
         ) d
   group by d.person_id, ${apart}`;

const counts = Prisma.sql`
  count(*) filter (where d.read)::int as read,
  count(*) filter (where d.voted)::int as voted,
  count(*) filter (where d.commented)::int as commented,
  count(*) filter (where d.proposed)::int as proposed,
  count(*) filter (where d.voted or d.commented or d.proposed)::int as "tookPart"`;

/** How many people did what in these months, for every group in which they count; each person once per group. */
export const talliesOf = (months: string[]): Promise<Tally[]> => db.$queryRaw<Tally[]>`
  with doing as (${doing(months, Prisma.sql`null::date`)})
  select case when grouping(v.in_department) = 0 then 'department' when grouping(v.in_place) = 0 then 'place'
              when grouping(v.in_level) = 0 then 'level' else 'band' end as dimension,
         coalesce(v.in_department, v.in_place)::text as unit,
         coalesce(v.in_level, v.in_band)::int as step,
         count(*)::int as people, ${counts}
    from voice v
    left join doing d using (person_id)
   group by grouping sets ((v.in_department), (v.in_place), (v.in_level), (v.in_band))`;

/** The same month by month, for groups that units stand for; months in which nobody of a group did anything are left out. */
export const monthlyTalliesOf = (months: string[], dimension: "department" | "place") => {
  const unit = dimension === "department" ? Prisma.sql`v.in_department` : Prisma.sql`v.in_place`;
  return db.$queryRaw<(Record<Activity, number> & { month: string; unit: Unit })[]>`
    with doing as (${doing(months, Prisma.sql`d.month`)})
    select to_char(d.month, 'YYYY-MM') as month, ${unit}::text as unit, ${counts}
      from doing d
      join voice v using (person_id)
     group by 1, 2`;
};
