import type { Actor } from "../access/actor";
import { authorize, can } from "../access/authorize";
import type { IdeaRef } from "../ideas/schema";
import { findStanding, holdBoth, type Standing } from "../ideas/standing";
import { now } from "../platform/clock";
import { type Db, db, transaction } from "../platform/db/client";
import { Failure, notFound } from "../platform/errors";
import { record } from "../platform/events";
import { link, requireMergeable } from "./commands";
import { mergeAsked, mergeDeclined, mergeRetracted } from "./events";
import type { Wish, WishAnswer, WishInput } from "./schema";
import { twinsOf } from "./twins";

const findOpen = (tx: Db, duplicateId: string) => tx.mergeWish.findFirst({ where: { duplicateId, answer: null } });

/** Asks that `actor`'s idea becomes part of another one. Asking the same again changes nothing. */
export async function askToMerge(actor: Actor, { ideaId, survivorId }: WishInput): Promise<void> {
  authorize(actor, "merge.ask", await findStanding(actor, ideaId));
  await transaction(async (tx) => {
    const idea = await holdBoth(tx, actor, ideaId, survivorId);
    await requireMergeable(tx, actor, { ideaId, survivorId }, idea);
    const open = await findOpen(tx, ideaId);
    if (open?.survivorId === survivorId) return;
    if (open) throw new Failure("conflict", "duplicates.askedAlready");
    await tx.mergeWish.create({ data: { duplicateId: ideaId, survivorId, askedById: actor.id, askedAt: now() } });
    await record(tx, actor, mergeAsked, ideaId, { duplicate: ideaId, survivor: survivorId });
  });
}

/** Takes such a wish back, while nobody has answered it. Doing it again changes nothing. */
export async function retractWish(actor: Actor, { ideaId }: IdeaRef): Promise<void> {
  authorize(actor, "merge.ask", await findStanding(actor, ideaId));
  await transaction(async (tx) => {
    const wish = await findOpen(tx, ideaId);
    if (!wish) return;
    const { count } = await tx.mergeWish.updateMany({
      where: { id: wish.id, answer: null },
      data: { answer: "withdrawn", answeredById: actor.id, answeredAt: now() },
    });
    if (count === 1) await record(tx, actor, mergeRetracted, ideaId, { duplicate: ideaId, survivor: wish.survivorId });
  });
}

/**
 * Says yes or no to an author's wish. With a yes the ideas are merged at once. Whoever wrote the idea that stays answers,
 * or a reviewer; nobody consents to the own wish.
 *
 * @throws Failure `not_found`, `forbidden`, `conflict` when it was answered meanwhile or cannot be any more
 */
export async function answerWish(actor: Actor, { ideaId, survivorId, answer }: WishAnswer): Promise<void> {
  await findStanding(actor, ideaId);
  await transaction(async (tx) => {
    const idea = await holdBoth(tx, actor, ideaId, survivorId);
    const wish = await requireWish(tx, actor, ideaId, survivorId);
    await tx.mergeWish.update({
      where: { id: wish.id },
      data: { answer, answeredById: actor.id, answeredAt: now() },
    });
    if (answer === "yes") await consent(tx, actor, { ideaId, survivorId }, idea);
    else await record(tx, actor, mergeDeclined, ideaId, { duplicate: ideaId, survivor: survivorId });
  });
}

async function requireWish(tx: Db, actor: Actor, ideaId: string, survivorId: string) {
  const wish = await tx.mergeWish.findFirst({
    where: { duplicateId: ideaId, survivorId },
    orderBy: { askedAt: "desc" },
  });
  if (!wish) throw notFound();
  const { authorId } = await findStanding(actor, survivorId);
  authorize(actor, "merge.answer", { authorId, askedById: wish.askedById });
  if (wish.answer) throw new Failure("conflict", "duplicates.answeredAlready");
  return wish;
}

async function consent(tx: Db, actor: Actor, { ideaId, survivorId }: WishInput, idea: Standing): Promise<void> {
  await requireMergeable(tx, actor, { ideaId, survivorId }, idea);
  await link(tx, actor, { ideaId, survivorId, reason: null }, idea);
}

/** The wish about an idea that waits for an answer, with both ideas; null when there is none. */
export async function findWish(actor: Actor, ideaId: string): Promise<Wish | null> {
  const wish = await findOpen(db, ideaId);
  if (!wish) return null;
  const twins = await twinsOf(actor, [ideaId, wish.survivorId]);
  const [duplicate, survivor] = [ideaId, wish.survivorId].map((id) => twins.find((twin) => twin.id === id));
  if (!duplicate || !survivor) return null;
  const { authorId } = await findStanding(actor, wish.survivorId);
  const mayAnswer = can(actor, "merge.answer", { authorId, askedById: wish.askedById });
  return { duplicate, survivor, mayAnswer };
}
