import type { Actor } from "../access/actor";
import { authorize } from "../access/authorize";
import { visibleIdeasSql } from "../access/visibility";
import { votableStates } from "../ideas/states";
import { type Db, db, Prisma } from "../platform/db/client";
import type { Pair, PairSheet } from "./schema";

/** So long an answer can be changed. Chosen by us: long enough for a slip, too short for a campaign. */
const CHANGE_MINUTES = 10;

/** Whether a comparison `c` was answered so lately that the answer can still be changed. */
export const isRecentSql = Prisma.sql`c.answered_at > now() - make_interval(mins => ${CHANGE_MINUTES}::int)`;

/** Whether `actor` could still vote for both ideas of a comparison `c`. */
export const isOpenSql = (actor: Actor): Prisma.Sql => Prisma.sql`
  (select count(*)
     from idea i
    where i.id in (c.left_id, c.right_id)
      and i.status = any (${votableStates}::idea_status[])
      and ${visibleIdeasSql(actor)}) = 2`;

/** One of `actor`'s own pairs, as long as both ideas can be compared. */
async function findPair(actor: Actor, which: Prisma.Sql, tx: Db = db): Promise<Pair | null> {
  const [found] = await tx.$queryRaw<Pair[]>`
    select c.id as "pairId", l.side as left, r.side as right
      from comparison c
     cross join lateral (${sideSql(Prisma.sql`c.left_id`)}) l
     cross join lateral (${sideSql(Prisma.sql`c.right_id`)}) r
     where c.person_id = ${actor.id}::uuid
       and ${which}
       and ${isOpenSql(actor)}`;
  return found ?? null;
}

const sideSql = (ideaId: Prisma.Sql) => Prisma.sql`
  select json_build_object('ideaId', i.id, 'title', i.title, 'body', i.body, 'language', i.language,
                           'category', k.name) as side
    from idea i
    left join category k on k.id = i.category_id
   where i.id = ${ideaId}`;

/** The pair that waits for `actor` among all ideas, or among those of a category. */
export const findWaitingPair = (actor: Actor, categoryId: string | null, tx: Db = db): Promise<Pair | null> =>
  findPair(actor, Prisma.sql`c.answer is null and c.category_id is not distinct from ${categoryId}::uuid`, tx);

/** A pair of `actor`'s whose answer can still be changed. */
async function findChangeablePair(actor: Actor, pairId: string): Promise<Pair | null> {
  return findPair(actor, Prisma.sql`c.id = ${pairId}::uuid and ${isRecentSql}`);
}

/**
 * How `actor` comes along: what they have compared since midnight where they are, and what they can still change. No day
 * has more than 25 hours.
 */
async function progressOf(actor: Actor): Promise<Pick<PairSheet, "today" | "last">> {
  const [row] = await db.$queryRaw<{ today: number; last: string | null }[]>`
    select (count(*) filter (where c.answer in ('left', 'right')
                               and c.answered_at >= date_trunc('day', now(), ${actor.timeZone}::text)))::int as today,
           (array_agg(c.id order by c.answered_at desc) filter (where ${isRecentSql} and ${isOpenSql(actor)}))[1] as last
      from comparison c
     where c.person_id = ${actor.id}::uuid
       and c.answered_at > now() - interval '25 hours'`;
  return row ?? { today: 0, last: null };
}

/** A pair for `actor` to look at, and how they come along. */
export const sheetOf = async (actor: Actor, pair: Pair | null): Promise<PairSheet> => ({
  pair,
  ...(await progressOf(actor)),
});

/**
 * A pair that `actor` has just answered, to think again.
 *
 * @returns no pair when it is not theirs, or cannot be changed any more
 */
export async function findPairAgain(actor: Actor, pairId: string): Promise<PairSheet> {
  authorize(actor, "idea.compare");
  return sheetOf(actor, await findChangeablePair(actor, pairId));
}
