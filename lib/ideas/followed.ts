import type { Actor } from "../access/actor";
import { Prisma } from "../platform/db/client";

/**
 * The ideas that `actor` follows, there or by one that was merged into them: ids, for `in (…)`. Whoever follows a duplicate
 * hears what becomes of the idea that stays.
 */
export const followedSql = ({ id }: Actor): Prisma.Sql => Prisma.sql`
  select f.idea_id from follow f where f.person_id = ${id}::uuid
   union all
  select m.survivor_id from follow f join merge m on m.duplicate_id = f.idea_id where f.person_id = ${id}::uuid`;

/** Whether `actor` follows an idea, there or by one that was merged into it: for queries that call its tally `n`. */
export const isFollowedSql = ({ id }: Actor): Prisma.Sql => Prisma.sql`(
  (select true from follow f where f.idea_id = n.idea_id and f.person_id = ${id}::uuid) is not null
  or n.duplicates > 0 and follows_duplicate(n.idea_id, ${id}::uuid))`;
