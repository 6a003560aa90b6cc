import { db, Prisma } from "../platform/db/client";
import { FEWEST_PEOPLE, type Unit } from "./few";
import { didAndDidNot } from "./kept-back";
import { dayIn } from "./taking-part";
import { type Groups, groupsByUnit, type Secret, type Tally, toldWithin } from "./told-groups";
import type { Units } from "./unit-names";

/** What became of people's ideas: how many people proposed, how many of them something that was accepted, and how many ideas. */
export const outcomes = ["proposers", "heard", "ideas", "accepted", "implemented"] as const;

/** What became of people's ideas. */
export type Outcome = (typeof outcomes)[number];

/** Told by level and years where five proposed and five did not: ideas are public, but not of what level their authors are. */
export const proposersAndOthers: Secret<Outcome>[] = [{ measures: ["proposers"], isTelling: didAndDidNot }];

const isOfFew = ({ doers }: { doers: number }) => doers > 0 && doers < FEWEST_PEOPLE;

const authors = (months: string[]) => Prisma.sql`
  (select i.person_id, count(*) as ideas,
          count(*) filter (where i.is_accepted) as accepted,
          count(*) filter (where i.is_implemented) as implemented
     from voice_idea i
    where i.posted_on ${dayIn(months)}
      and i.is_standing
    group by 1)`;

const counts = Prisma.sql`
  count(*)::int as people,
  count(a.person_id)::int as proposers,
  count(*) filter (where a.accepted > 0)::int as heard,
  coalesce(sum(a.ideas), 0)::int as ideas,
  coalesce(sum(a.accepted), 0)::int as accepted,
  coalesce(sum(a.implemented), 0)::int as implemented`;

/** What became of the ideas of these months, duplicates and those taken back aside, by their authors' level and years. */
export const successBySteps = async (months: string[]): Promise<Tally<Outcome>[]> =>
  months.length === 0
    ? []
    : await db.$queryRaw<Tally<Outcome>[]>`
        select case when grouping(v.in_level) = 0 then 'level' else 'band' end as dimension, null as unit,
               coalesce(v.in_level, v.in_band)::int as step, ${counts}
          from voice v
          left join ${authors(months)} a using (person_id)
         group by grouping sets ((v.in_level), (v.in_band))`;

type Crossing = Record<Outcome, number> & { people: number; department: Unit; place: Unit };

const crossings = (months: string[]) => db.$queryRaw<Crossing[]>`
  select v.in_department::text as department, v.in_place::text as place, ${counts}
    from voice v
    left join ${authors(months)} a using (person_id)
   group by v.in_department, v.in_place`;

/**
 * What became of the ideas of these months by their authors' departments and places. A department is told of where five of it
 * proposed; a place where of every department that is told of none did, or five: so no place less a department is about fewer.
 */
export async function successByUnits(
  months: string[],
  units: { department: Units; place: Units },
): Promise<Record<"department" | "place", Groups<string>>> {
  const found = months.length === 0 ? [] : await crossings(months);
  const tallies = found.map((one) => ({ ...one, dimension: "department" as const, unit: one.department, step: null }));
  const few: Secret<string> = { measures: ["proposers"], isTelling: isOfFew };
  const department = groupsByUnit<string>("department", tallies as never, units.department.parents, outcomes, [few]);
  const within = ({ department: unit }: Crossing) => `proposers in ${toldWithin(department, "department", unit)}`;
  const crossed = [...new Set(found.map(within))];
  const parted = found.map((one): Tally<string> => {
    const proposers = crossed.map((name) => [name, within(one) === name ? one.proposers : 0] as const);
    return { ...one, dimension: "place", unit: one.place, step: null, ...Object.fromEntries(proposers) } as never;
  });
  const measures = [...outcomes, ...crossed];
  const fewCrossed = { ...few, measures: ["proposers", ...crossed] };
  const place = groupsByUnit<string>("place", parted, units.place.parents, measures, [fewCrossed]);
  return { department, place };
}
