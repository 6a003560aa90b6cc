import type { Actor } from "../access/actor";
import { visibleIdeasSql } from "../access/visibility";
import { Prisma } from "../platform/db/client";

/** An evaluation that a merge ended goes on if the merge is undone: until then its book stays as closed as it was. */
const isOver = (evaluation: Prisma.Sql) => Prisma.sql`(
  ${evaluation}.closed_at is not null
  and not exists (select from merge m where m.evaluation_id = ${evaluation}.id))`;

/**
 * Ideas that `actor` does not still have to mark, by the column that names the idea: whoever does sees no marks of it,
 * of whatever round.
 */
export const notOwingMarksSql = (actor: Actor, ideaId: Prisma.Sql): Prisma.Sql => Prisma.sql`
  not exists (
    select from evaluation o
      join assessment own on own.evaluation_id = o.id
     where o.idea_id = ${ideaId}
       and not ${isOver(Prisma.sql`o`)}
       and own.reviewer_id = ${actor.id}::uuid
       and own.handed_in_at is null)`;

/**
 * The evaluations whose marks `actor` may see, for queries that call the evaluation `e` and its idea `i`: nobody sees
 * those of others before handing in their own, and whoever has none to hand in sees them when all are in or it is
 * closed. Whoever still has to mark an idea sees nothing of an earlier round on it either, and an author never does.
 *
 * Only marks that were handed in may be shown: the rest is their reviewer's alone for good.
 */
export const openBookSql = (actor: Actor): Prisma.Sql => Prisma.sql`(
  i.author_id is distinct from ${actor.id}::uuid
  and ${visibleIdeasSql(actor)}
  and ${notOwingMarksSql(actor, Prisma.sql`i.id`)}
  and (${isOver(Prisma.sql`e`)}
       or exists (
         select from assessment own
          where own.evaluation_id = e.id
            and own.reviewer_id = ${actor.id}::uuid)
       or not exists (
         select from assessment a
          where a.evaluation_id = e.id
            and a.handed_in_at is null)))`;
