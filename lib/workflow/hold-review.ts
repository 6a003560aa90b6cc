import type { z } from "zod";
import type { Actor } from "../access/actor";
import { authorize } from "../access/authorize";
import { reviewed, reviewOf } from "../ideas/review";
import type { Review } from "../ideas/schema";
import { holdBoth, holdStanding, type Standing } from "../ideas/standing";
import { type Db, transaction } from "../platform/db/client";
import { Failure, type Meanwhile, notFound, Overtaken } from "../platform/errors";
import { type Doer, type EventType, record } from "../platform/events";
import type { Reviewed, ReviewRef } from "./schema";

/** An idea under review, held still: how it stands, and its review. */
export type Held = Standing & { review: Review };

async function reviewIn(tx: Db, ideaId: string): Promise<Review> {
  const row = await tx.review.findUnique({ where: { ideaId }, ...reviewed });
  if (!row) throw notFound();
  return reviewOf(row);
}

/**
 * An idea and its review, held still until the transaction ends.
 *
 * @throws Failure `not_found`
 */
export async function holdReview(tx: Db, actor: Actor, ideaId: string): Promise<Held> {
  const standing = await holdStanding(tx, actor, ideaId);
  if (standing.status === "draft") throw notFound();
  return { ...standing, review: await reviewIn(tx, ideaId) };
}

/** What was done to an idea's review after a version of it, oldest first. */
async function doneSince(tx: Db, { ideaId, version }: ReviewRef): Promise<(Meanwhile & { actorId: string | null })[]> {
  const steps = await tx.$queryRaw<(Meanwhile & { actorId: string | null })[]>`
    select e.type,
           e.at,
           p.name as by,
           e.actor_id as "actorId",
           e.payload as detail
      from event e
      left join person p on p.id = e.actor_id
     where e.subject_id = ${ideaId}::uuid
       and ((e.payload ->> 'version')::int > ${version} and e.type <> 'idea.edited' or e.type = 'idea.withdrawn')
     order by e.id
     limit 20`;
  return steps;
}

/**
 * Does something to an idea's review, as a reviewer: all of it or nothing, one reviewer after the other.
 *
 * Reviewers never overwrite each other: whoever has an older version before them changes nothing and is told what
 * happened since. The same deed sent again by the same person, for want of an answer, is done already and not refused.
 *
 * @param isDone whether the idea stands as the deed would leave it
 * @param otherId another idea that the deed changes, held still as well
 * @throws Failure `not_found`, `forbidden`; Overtaken `workflow.changedMeanwhile`
 */
export function onReview(
  actor: Actor,
  ref: ReviewRef,
  isDone: (held: Held, tx: Db) => boolean | Promise<boolean>,
  deed: (tx: Db, held: Held) => Promise<void>,
  otherId?: string,
): Promise<Reviewed> {
  return transaction(async (tx) => {
    const standing = otherId
      ? await holdBoth(tx, actor, ref.ideaId, otherId)
      : await holdStanding(tx, actor, ref.ideaId);
    if (standing.status === "draft") throw notFound();
    authorize(actor, "idea.review", standing);
    const held = { ...standing, review: await reviewIn(tx, ref.ideaId) };
    if (held.review.version !== ref.version) await requireDone(tx, actor, ref, await isDone(held, tx));
    else await deed(tx, held);
    const { status } = await tx.idea.findUniqueOrThrow({ where: { id: ref.ideaId }, select: { status: true } });
    return { status: status as Reviewed["status"], review: await reviewIn(tx, ref.ideaId) };
  });
}

async function requireDone(tx: Db, actor: Actor, ref: ReviewRef, isDone: boolean): Promise<void> {
  const since = await doneSince(tx, ref);
  const byOneself = since.length > 0 && since.every(({ actorId }) => actorId === actor.id);
  if (isDone && byOneself) return;
  throw new Overtaken(
    "workflow.changedMeanwhile",
    since.map(({ actorId: _, ...step }) => step),
  );
}

/** Writes down a deed on a review, with the version that it made. */
export async function recordStep<S extends z.ZodType<{ version: number }, { version: number }>>(
  tx: Db,
  actor: Doer,
  event: EventType<S>,
  ideaId: string,
  payload: Omit<z.input<S>, "version">,
): Promise<void> {
  const { version } = await tx.review.findUniqueOrThrow({ where: { ideaId }, select: { version: true } });
  await record(tx, actor, event, ideaId, { ...payload, version } as z.input<S>);
}

/**
 * Goes on only if that person can answer for an idea: an active reviewer, and not its author.
 *
 * @throws Failure `invalid` at the field `ownerId`
 */
export async function requireOwner(tx: Db, ownerId: string | null, authorId: string | null): Promise<void> {
  if (!ownerId) return;
  const fits = await tx.person.findFirst({
    where: { id: ownerId, status: "active", roles: { some: { role: "reviewer" } } },
    select: { id: true },
  });
  if (!fits || ownerId === authorId)
    throw new Failure("invalid", "validation.checkFields", { ownerId: "workflow.ownerUnfit" });
}
