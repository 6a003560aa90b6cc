import type { Actor } from "../access/actor";
import { can } from "../access/authorize";
import { canMove, states } from "../ideas/states";
import { now } from "../platform/clock";
import { db, Prisma, transaction } from "../platform/db/client";
import type { IdeaStatus } from "../platform/db/generated/enums";
import { Failure, notFound } from "../platform/errors";
import { record } from "../platform/events";
import { gone, mergeIdeas } from "./commands";
import { pairParted } from "./events";
import type { Pair, PairMerge, PairRef } from "./schema";
import { twinsOf } from "./twins";

/** More than this is not counted: nobody decides on more in a week. */
const MOST_COUNTED = 99;

/** Today, where the organisation is. */
const today = ({ timeZone }: Actor) => Prisma.sql`(now() at time zone ${timeZone})::date`;

/** The states from which an idea can become part of another one. */
const mergeable = (Object.keys(states) as IdeaStatus[]).filter((status) => canMove("merge", status, "merged"));

/**
 * The pairs that `actor` may be asked about, as `l` with the ideas `a` and `b`: neither is theirs or gone, one can become
 * part of the other, nobody told them apart or undid their merge, and they did not put them off.
 */
const openPairs = (actor: Actor) => Prisma.sql`
       likely_duplicate l
  join idea a on a.id = l.one_id
  join idea b on b.id = l.other_id
 where l.told_apart_at is null
   and a.author_id is distinct from ${actor.id}::uuid
   and b.author_id is distinct from ${actor.id}::uuid
   and a.status <> all (${gone}::idea_status[])
   and b.status <> all (${gone}::idea_status[])
   and exists (
         select from idea_tally n
          where n.idea_id in (a.id, b.id)
            and n.duplicates = 0
            and case n.idea_id when a.id then a.status else b.status end = any (${mergeable}::idea_status[]))
   and not exists (
         select from duplicate_later p
          where p.one_id = l.one_id
            and p.other_id = l.other_id
            and p.person_id = ${actor.id}::uuid
            and p.until_on > ${today(actor)})
   and not exists (
         select from event e
          where e.subject_id = a.id
            and e.type = 'idea.unmerged'
            and b.id::text in (e.payload ->> 'duplicate', e.payload ->> 'survivor'))`;

type Found = Pick<Pair, "score" | "isProbablySame" | "shared"> & { oneId: string; otherId: string };

/** How many pairs wait for `actor`, up to one more than anybody counts; null for whoever does not decide on them. */
export async function countPairs(actor: Actor): Promise<number | null> {
  if (!can(actor, "pair.settle")) return null;
  const [row] = await db.$queryRaw<{ count: number }[]>`
    select count(*)::int as count from (select from ${openPairs(actor)} limit ${MOST_COUNTED + 1}::int) some_pairs`;
  return row?.count ?? 0;
}

/**
 * The two ideas that most likely say the same of all that wait for `actor`, and why; null when none do.
 *
 * @throws Failure `not_found` for whoever does not review: they know nothing of it
 */
export async function findPair(actor: Actor): Promise<Pair | null> {
  requireSettler(actor);
  const [found] = await db.$queryRaw<Found[]>`
    select l.one_id as "oneId",
           l.other_id as "otherId",
           l.score,
           l.is_probably_same as "isProbablySame",
           l.shared
      from ${openPairs(actor)}
     order by l.is_probably_same desc, l.score desc, l.one_id, l.other_id
     limit 1`;
  if (!found) return null;
  const twins = await twinsOf(actor, [found.oneId, found.otherId]);
  const [one, other] = [found.oneId, found.otherId].map((id) => twins.find((twin) => twin.id === id));
  if (!one || !other) return null;
  const { score, isProbablySame, shared } = found;
  const isByOne = one.author !== null && one.author.id === other.author?.id;
  const isAtOnePlace = one.place !== null && one.place.id === other.place?.id;
  return {
    one,
    other,
    score,
    isProbablySame,
    shared,
    isByOne,
    isAtOnePlace,
    rest: ((await countPairs(actor)) ?? 1) - 1,
  };
}

/** Whoever does not review knows nothing of pairs. */
function requireSettler(actor: Actor): void {
  if (!can(actor, "pair.settle")) throw notFound();
}

/** Merges a pair: the idea that was chosen stays, the other becomes part of it. */
export async function mergePair(actor: Actor, { survivorId, ...pair }: PairMerge): Promise<void> {
  requireSettler(actor);
  const isOne = survivorId === pair.oneId;
  if (!isOne && survivorId !== pair.otherId) throw notFound();
  const [ideaId, version] = isOne ? [pair.otherId, pair.otherVersion] : [pair.oneId, pair.oneVersion];
  await mergeIdeas(actor, { ideaId, version, survivorId, reason: null });
}

/** Remembers for everybody that two ideas are not the same. Saying it again changes nothing. */
export async function partPair(actor: Actor, pair: PairRef): Promise<void> {
  requireSettler(actor);
  await requireNotOwn(actor, pair);
  await transaction(async (tx) => {
    const { count } = await tx.likelyDuplicate.updateMany({
      where: { ...pair, toldApartAt: null },
      data: { toldApartAt: now(), toldApartById: actor.id },
    });
    if (count === 1) await record(tx, actor, pairParted, pair.oneId, { other: pair.otherId });
  });
}

/** Puts a pair off, for `actor` alone, until tomorrow. */
export async function postponePair(actor: Actor, pair: PairRef): Promise<void> {
  requireSettler(actor);
  await requireNotOwn(actor, pair);
  await db.$executeRaw`
    insert into duplicate_later (one_id, other_id, person_id, until_on)
    select l.one_id, l.other_id, ${actor.id}::uuid, ${today(actor)} + 1
      from likely_duplicate l
     where l.one_id = ${pair.oneId}::uuid
       and l.other_id = ${pair.otherId}::uuid
        on conflict (one_id, other_id, person_id) do update set until_on = excluded.until_on`;
}

async function requireNotOwn(actor: Actor, { oneId, otherId }: PairRef): Promise<void> {
  const found = await db.likelyDuplicate.count({ where: { oneId, otherId } });
  if (found === 0) throw notFound();
  const own = await db.idea.count({ where: { id: { in: [oneId, otherId] }, authorId: actor.id } });
  if (own > 0) throw new Failure("forbidden", "access.forbidden");
}
