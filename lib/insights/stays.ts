import { db, Prisma } from "../platform/db/client";
import type { IdeaStatus } from "../platform/db/generated/enums";
import { narrowedTo } from "./narrowed";
import type { RollUp } from "./roll-ups";
import type { Scope } from "./scope";

/** How long ideas stayed in each state, and what they became. */
export const stays: RollUp = {
  name: "stays",
  refresh: (tx, { ideas }) => tx.$executeRaw`select refresh_idea_stays(${ideas}::uuid[])`,
  rebuild: (tx) => tx.$executeRaw`select rebuild_idea_stays()`,
};

/** So many ideas left a state for another one after so many days; null where nobody knows after how many. */
export type Ended = { status: IdeaStatus; became: IdeaStatus; days: number | null; stays: number };

const ofWholeOrganisation = (first: string, last: string) => Prisma.sql`
  select status::text, became::text, nullif(days, -1) as days, sum(stays)::int as stays
    from stay_cell
   where month between ${first}::date and ${last}::date
   group by 1, 2, 3`;

const ofUnits = (scope: Scope, first: string, last: string) => Prisma.sql`
  select status::text, became::text, left_on - entered_on as days, count(*)::int as stays
    from idea_stay
   where left_on >= ${first}::date
     and left_on < ${last}::date + interval '1 month'
         ${narrowedTo(scope)}
   group by 1, 2, 3`;

/** Every stay in a state that ended in the months that are asked for, counted by how many days it took. */
export function endedStays(scope: Scope): Promise<Ended[]> {
  const [first, last] = [`${scope.months[0]}-01`, `${scope.months.at(-1)}-01`];
  const isWhole = !scope.departments && !scope.places && !scope.categoryId;
  return db.$queryRaw<Ended[]>(isWhole ? ofWholeOrganisation(first, last) : ofUnits(scope, first, last));
}
