import type { Actor } from "../access/actor";
import { authorize, can } from "../access/authorize";
import type { IdeaRef } from "../ideas/schema";
import { findStanding, holdBoth, type Standing } from "../ideas/standing";
import { minutesFromNow, now } from "../platform/clock";
import { type Db, db, transaction } from "../platform/db/client";
import { Failure, notFound } from "../platform/errors";
import { record } from "../platform/events";
import { link, requireMergeable } from "./commands";
import { LEAST_ALIKE } from "./compare-idea";
import { mergeAsked, mergeDeclined, mergeRetracted } from "./events";
import type { Wish, WishAnswer, WishInput } from "./schema";
import { twinsOf } from "./twins";

/** A day, in minutes. */
const DAY = 24 * 60;

/** How long nobody is asked about the same two ideas again, once they said no or the wish was taken back. Chosen by us. */
const DAYS_OF_PEACE = 30;

/** How many wishes somebody can have in a day: nobody writes the same idea more often by mistake. Chosen by us. */
const MOST_A_DAY = 5;

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
    await requireSeldom(tx, actor, { ideaId, survivorId });
    await tx.mergeWish.create({ data: { duplicateId: ideaId, survivorId, askedById: actor.id, askedAt: now() } });
    await record(tx, actor, mergeAsked, ideaId, { duplicate: ideaId, survivor: survivorId });
  });
}

/** Goes on only if nobody is pestered by it. Whoever asks twice at once takes turns. */
async function requireSeldom(tx: Db, actor: Actor, { ideaId, survivorId }: WishInput): Promise<void> {
  await tx.$queryRaw`select p.id from person p where p.id = ${actor.id}::uuid for no key update`;
  const settled = { duplicateId: ideaId, survivorId, answeredAt: { gt: minutesFromNow(-DAYS_OF_PEACE * DAY) } };
  if ((await tx.mergeWish.count({ where: settled })) > 0) throw new Failure("conflict", "duplicates.askedLately");
  const lately = { askedById: actor.id, askedAt: { gt: minutesFromNow(-DAY) } };
  if ((await tx.mergeWish.count({ where: lately })) >= MOST_A_DAY)
    throw new Failure("conflict", "duplicates.askedEnough");
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
 * or a reviewer; nobody consents to the own wish. Where reviewers have taken the idea up already, or the two are not
 * known to be alike, a yes is a reviewer's alone.
 *
 * @throws Failure `not_found`, `forbidden`, `conflict` when it was answered meanwhile or cannot be any more
 */
export async function answerWish(actor: Actor, { ideaId, survivorId, answer }: WishAnswer): Promise<void> {
  await findStanding(actor, ideaId);
  await transaction(async (tx) => {
    const idea = await holdBoth(tx, actor, ideaId, survivorId);
    const wish = await requireWish(tx, actor, ideaId, survivorId);
    const { count } = await tx.mergeWish.updateMany({
      where: { id: wish.id, answer: null },
      data: { answer, answeredById: actor.id, answeredAt: now() },
    });
    if (count === 0) throw new Failure("conflict", "duplicates.answeredAlready");
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
  const survivor = await requireMergeable(tx, actor, { ideaId, survivorId }, idea);
  if (!(await mayConsent(tx, actor, { ideaId, survivorId }, idea, survivor)))
    throw new Failure("conflict", "duplicates.reviewerDecides");
  await link(tx, actor, { ideaId, survivorId, reason: null }, idea);
}

/** Whether a yes of `actor` is enough, if they may answer at all. */
const mayConsent = async (
  tx: Db,
  actor: Actor,
  { ideaId, survivorId }: WishInput,
  idea: Pick<Standing, "status">,
  survivor: Standing,
): Promise<boolean> =>
  can(actor, "idea.review", survivor) || (idea.status === "submitted" && (await areAlike(tx, ideaId, survivorId)));

/** What `LEAST_ALIKE` is as log-odds, by which ideas are compared. */
const LEAST_LIKENESS = Math.log(LEAST_ALIKE / (1 - LEAST_ALIKE));

/** Whether two ideas were found to be so alike that a reviewer would be asked, and nobody told them apart. */
async function areAlike(tx: Db, ideaId: string, survivorId: string): Promise<boolean> {
  const [oneId, otherId] = [ideaId, survivorId].toSorted() as [string, string];
  const pair = await tx.likelyDuplicate.findUnique({ where: { oneId_otherId: { oneId, otherId } } });
  if (pair) return pair.toldApartAt === null;
  const likeness = await tx.ideaLikeness.findUnique({ where: { ideaId_otherId: { ideaId, otherId: survivorId } } });
  return likeness !== null && (likeness.isSame || likeness.likeness >= LEAST_LIKENESS);
}

/** The wish about an idea that waits for an answer, with both ideas; null when there is none. */
export async function findWish(actor: Actor, ideaId: string): Promise<Wish | null> {
  const wish = await findOpen(db, ideaId);
  if (!wish) return null;
  const twins = await twinsOf(actor, [ideaId, wish.survivorId]);
  const [duplicate, survivor] = [ideaId, wish.survivorId].map((id) => twins.find((twin) => twin.id === id));
  if (!duplicate || !survivor) return null;
  const standing = await findStanding(actor, wish.survivorId);
  const mayAnswer = can(actor, "merge.answer", { authorId: standing.authorId, askedById: wish.askedById });
  return {
    duplicate,
    survivor,
    mayAnswer,
    mayConsent:
      mayAnswer && (await mayConsent(db, actor, { ideaId, survivorId: wish.survivorId }, duplicate, standing)),
  };
}
