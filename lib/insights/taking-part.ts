import { db, Prisma } from "../platform/db/client";
import type { Unit } from "./few";
import type { Tally, UnitDimension } from "./told-groups";

/** What people can do, from the least to the most; whoever voted, commented or proposed took part. */
export const activities = ["read", "voted", "commented", "proposed", "tookPart"] as const;

/** What people can do. */
export type Activity = (typeof activities)[number];

/** How many of the people who count together did what, at least once. */
export type Partakers = Tally<Activity>;

/** A condition on a column that holds days: that they lie in these months. */
export const dayIn = (months: string[]) => Prisma.sql`
  between ${`${months[0]}-01`}::date and (${`${months.at(-1)}-01`}::date + interval '1 month' - interval '1 day')::date`;

/**
 * Everybody who did anything in some months, and what, by the months that are told apart. What nobody else can see, reading
 * and voting, is counted of some as somebody else's (docs/decisions/figures-about-five.md).
 */
const doing = (months: string[], apart: Prisma.Sql) => Prisma.sql`
  select d.person_id, ${apart} as month, bool_or(d.what = 'read') as read, bool_or(d.what = 'voted') as voted,
         bool_or(d.what = 'commented') as commented, bool_or(d.what = 'proposed') as proposed
    from (
           select v.person_id, r.month, 'read' as what
             from reading r
             join voice v on v.counted_as = r.person_id
            where r.month ${dayIn(months)}
            union all
           select v.person_id, m.month, 'voted'
             from person_month m
             join voice v on v.counted_as = m.person_id
            where m.month ${dayIn(months)} and m.votes > 0
            union all
           select m.person_id, m.month, 'commented' from person_month m where m.month ${dayIn(months)} and m.comments > 0
            union all
           select m.person_id, m.month, 'proposed' from person_month m where m.month ${dayIn(months)} and m.ideas > 0
         ) d
   group by d.person_id, ${apart}`;

const counts = Prisma.sql`
  count(*) filter (where d.read)::int as read,
  count(*) filter (where d.voted)::int as voted,
  count(*) filter (where d.commented)::int as commented,
  count(*) filter (where d.proposed)::int as proposed,
  count(*) filter (where d.voted or d.commented or d.proposed)::int as "tookPart"`;

/** By what people count, as grouping sets and as the columns that say which. */
export const byDimension = {
  sets: Prisma.sql`grouping sets ((v.in_department), (v.in_place), (v.in_level), (v.in_band))`,
  columns: Prisma.sql`
    case when grouping(v.in_department) = 0 then 'department' when grouping(v.in_place) = 0 then 'place'
         when grouping(v.in_level) = 0 then 'level' else 'band' end as dimension,
    coalesce(v.in_department, v.in_place)::text as unit,
    coalesce(v.in_level, v.in_band)::int as step`,
};

/** How many people did what in these months, for every group in which they count; each person once per group. */
export const talliesOf = (months: string[]): Promise<Partakers[]> => db.$queryRaw<Partakers[]>`
  with doing as (${doing(months, Prisma.sql`null::date`)})
  select ${byDimension.columns}, count(*)::int as people, ${counts}
    from voice v
    left join doing d using (person_id)
   group by ${byDimension.sets}`;

/** What people of a unit did in a month. */
export type InMonth = Record<Activity, number> & { month: string; unit: Unit };

/** The same month by month; units of which nobody did anything are left out. */
export const monthlyTalliesOf = (months: string[], dimension: UnitDimension) => {
  const unit = dimension === "department" ? Prisma.sql`v.in_department` : Prisma.sql`v.in_place`;
  return db.$queryRaw<InMonth[]>`
    with doing as (${doing(months, Prisma.sql`d.month`)})
    select to_char(d.month, 'YYYY-MM') as month, ${unit}::text as unit, ${counts}
      from doing d
      join voice v using (person_id)
     group by 1, 2`;
};
