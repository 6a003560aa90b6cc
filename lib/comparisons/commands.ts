import type { Actor } from "../access/actor";
import { authorize } from "../access/authorize";
import { type Db, db, Prisma, transaction } from "../platform/db/client";
import { Failure, notFound } from "../platform/errors";
import { recordSql } from "../platform/events";
import { countFor } from "../platform/rate-limit";
import { listCandidates, listPairsHad, looks } from "./candidates";
import { drawPair } from "./draw-pair";
import { comparisonAnswered } from "./events";
import { findWaitingPair, isOpenSql, isRecentSql, sheetOf } from "./queries";
import type { Answered, Pair, PairAnswer, PairForm, PairSheet, PairWish } from "./schema";

/**
 * Two ideas for `actor` to compare: the pair that still waits for them, or else a new one. Whoever asks again without
 * answering gets the same.
 */
export async function askForPair(actor: Actor, { categoryId }: PairWish): Promise<PairSheet> {
  authorize(actor, "idea.compare");
  const waiting = await findWaitingPair(actor, categoryId);
  return sheetOf(actor, waiting ?? (await transaction((tx) => drawFor(tx, actor, categoryId))));
}

/** Draws for one person take turns: two tabs then show the same pair, and nobody has an idea too often. */
async function drawFor(tx: Db, actor: Actor, categoryId: string | null): Promise<Pair | null> {
  await holdAndTidy(tx, actor);
  for (const look of looks) {
    const candidates = await listCandidates(tx, actor, categoryId, look);
    const ids = candidates.map(({ ideaId }) => ideaId);
    const had = await listPairsHad(tx, actor, ids);
    const drawn = drawPair(candidates, (a, b) => had.has(`${a.ideaId} ${b.ideaId}`), actor.locale, Math.random);
    if (!drawn) continue;
    await tx.comparison.createMany({ data: { personId: actor.id, categoryId, ...drawn }, skipDuplicates: true });
    return findWaitingPair(actor, categoryId, tx);
  }
  return null;
}

/** Has other draws for `actor` wait, and forgets pairs of which an idea has closed before they were answered. */
const holdAndTidy = (tx: Db, actor: Actor) => tx.$executeRaw`
  with held as (select id from person where id = ${actor.id}::uuid for no key update)
  delete from comparison c
   using held
   where c.person_id = held.id
     and c.answer is null
     and not (${isOpenSql(actor)})`;

/**
 * Keeps what `actor` thinks of a pair that was drawn for them. The same again changes nothing; another answer replaces
 * the first only if that is what they want (`change`), and only for ten minutes.
 *
 * @throws Failure `not_found` for any pair that was not drawn for them; `conflict` when it was answered, or has closed
 */
export async function answerPair(actor: Actor, { pairId, answer, change }: PairAnswer): Promise<Answered> {
  authorize(actor, "idea.compare");
  await countFor(actor.id, "comparisons");
  const replaces = change ? Prisma.sql`or (c.answer <> ${answer}::text and ${isRecentSql})` : Prisma.empty;
  const kept = await db.$queryRaw<unknown[]>`
    with changed (id) as (
      update comparison c
         set answer = ${answer}::text,
             answered_at = now()
       where c.id = ${pairId}::uuid
         and c.person_id = ${actor.id}::uuid
         and (c.answer is null ${replaces})
         and ${isOpenSql(actor)}
      returning c.id
    ), noted as (${recordSql(actor, comparisonAnswered, Prisma.sql`select id from changed`, {})})
    select id from changed`;
  if (kept.length === 0) await requireKept(actor, pairId, answer);
  return { pairId, answer };
}

async function requireKept(actor: Actor, pairId: string, answer: string): Promise<void> {
  const known = await db.comparison.findFirst({ where: { id: pairId, personId: actor.id }, select: { answer: true } });
  if (!known) throw notFound();
  if (known.answer === answer) return;
  throw new Failure("conflict", known.answer ? "comparisons.answered" : "comparisons.closed");
}

/** The same, and the next pair: what pressing a button below a pair does. */
export async function answerAndGoOn(actor: Actor, { categoryId, ...answer }: PairForm): Promise<PairSheet> {
  await answerPair(actor, answer);
  return askForPair(actor, { categoryId });
}
