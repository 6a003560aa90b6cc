import { db } from "../platform/db/client";
import { FEWEST_PEOPLE } from "./few";
import { byDimension, dayIn } from "./taking-part";
import type { Secret, Tally } from "./told-groups";

/** What became of people's ideas: how many people proposed, how many of them something that was accepted, and how many ideas. */
export const outcomes = ["proposers", "heard", "ideas", "accepted", "implemented"] as const;

/** What became of people's ideas. */
export type Outcome = (typeof outcomes)[number];

/** Told only of five and more who proposed: it is about their ideas, and says of what level or years they are. */
export const proposersOnly: Secret<Outcome>[] = [
  { measures: ["proposers"], isTelling: ({ doers }) => doers > 0 && doers < FEWEST_PEOPLE },
];

/** What became of the ideas that were posted in these months, duplicates and those taken back aside, by their authors' groups. */
export const successOf = (months: string[]): Promise<Tally<Outcome>[]> => db.$queryRaw<Tally<Outcome>[]>`
  with author as (
    select f.author_id as person_id, count(*) as ideas,
           count(*) filter (where f.is_accepted) as accepted,
           count(*) filter (where f.status = 'implemented') as implemented
      from idea_fact f
     where f.posted_on ${dayIn(months)}
       and f.status not in ('merged', 'withdrawn')
       and f.author_id is not null
     group by 1
  )
  select ${byDimension.columns}, count(*)::int as people,
         count(a.person_id)::int as proposers,
         count(*) filter (where a.accepted > 0)::int as heard,
         coalesce(sum(a.ideas), 0)::int as ideas,
         coalesce(sum(a.accepted), 0)::int as accepted,
         coalesce(sum(a.implemented), 0)::int as implemented
    from voice v
    left join author a using (person_id)
   group by ${byDimension.sets}`;
