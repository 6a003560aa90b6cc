import type { Actor } from "../access/actor";
import { isUndecided, states } from "../ideas/states";
import { now } from "../platform/clock";
import type { Db } from "../platform/db/client";
import { Failure } from "../platform/errors";
import { ideaAnswered, ideaAssigned, ideaPaused } from "./events";
import { goOn } from "./go-on";
import { onReview, recordStep, requireOwner } from "./hold-review";
import type { AnswerInput, AssignmentInput, MoveInput, PauseInput, ProgressInput, Reviewed, ReviewRef } from "./schema";
import { answer, noteProgress, requireAhead, takeStep } from "./take-step";

const next = { version: { increment: 1 } } as const;

/** Moves an idea to another state, with all that the step demands. A reason becomes an answer that everybody reads. */
export const moveIdea = (actor: Actor, move: MoveInput): Promise<Reviewed> =>
  onReview(
    actor,
    move,
    ({ status }) => status === move.to,
    (tx, held) => takeStep(tx, actor, held, move),
  );

/** Gives an idea to somebody who answers for it from here on, or to a group of reviewers, or to nobody. */
export const assignIdea = (actor: Actor, { ideaId, version, ownerId, groupId }: AssignmentInput): Promise<Reviewed> =>
  onReview(
    actor,
    { ideaId, version },
    ({ review }) => (review.owner?.id ?? null) === ownerId && (review.group?.id ?? null) === groupId,
    async (tx, held) => {
      if (!states[held.status].commentable) throw new Failure("conflict", "workflow.notFromHere");
      await requireOwner(tx, ownerId, held.authorId);
      await requireGroup(tx, groupId);
      await tx.review.update({ where: { ideaId }, data: { ownerId, groupId, ...next } });
      const from = held.review.owner?.id ?? null;
      await recordStep(tx, actor, ideaAssigned, ideaId, { from, to: ownerId, group: groupId });
    },
  );

async function requireGroup(tx: Db, id: string | null): Promise<void> {
  if (!id || (await tx.reviewerGroup.count({ where: { id } })) === 1) return;
  throw new Failure("invalid", "validation.checkFields", { groupId: "validation.notFound" });
}

/** Answers an author before anything is decided. The first answer keeps the first promise. */
export const answerIdea = (actor: Actor, { ideaId, version, reason }: AnswerInput): Promise<Reviewed> =>
  onReview(
    actor,
    { ideaId, version },
    () => false,
    async (tx, { status }) => {
      if (!states[status].commentable) throw new Failure("conflict", "workflow.notFromHere");
      await answer(tx, actor, ideaId, { fromStatus: status, toStatus: status, kind: null, reason });
      await tx.review.update({ where: { ideaId }, data: next });
      await recordStep(tx, actor, ideaAnswered, ideaId, {});
    },
  );

/** Stops the clock: the review waits for its author, who may be asked something. The question is an answer, too. */
export const waitForAuthor = (actor: Actor, { reason = null, ...ref }: PauseInput): Promise<Reviewed> =>
  onReview(
    actor,
    ref,
    ({ review }) => review.waitingSince !== null,
    async (tx, { status, review }) => {
      if (review.waitingSince || !isUndecided(status)) throw new Failure("conflict", "workflow.notFromHere");
      const { ideaId } = ref;
      await tx.review.update({ where: { ideaId }, data: { waitingSince: now(), ...next } });
      if (reason) {
        await answer(tx, actor, ideaId, { fromStatus: status, toStatus: status, kind: null, reason });
        await recordStep(tx, actor, ideaAnswered, ideaId, {});
      }
      await recordStep(tx, actor, ideaPaused, ideaId, {});
    },
  );

/** Lets the clock go on. */
export const resumeReview = (actor: Actor, ref: ReviewRef): Promise<Reviewed> =>
  onReview(
    actor,
    ref,
    ({ review }) => review.waitingSince === null,
    async (tx, { review }) => {
      if (!review.waitingSince) throw new Failure("conflict", "workflow.notFromHere");
      await goOn(tx, actor, ref.ideaId, { ...review, waitingSince: review.waitingSince });
    },
  );

/** Says how far an idea that is in progress has come. Of what is being delivered with others its delivery tells. */
export const reportProgress = (actor: Actor, { progress, nextOn, ...ref }: ProgressInput): Promise<Reviewed> =>
  onReview(
    actor,
    ref,
    ({ review }) => review.progress === progress,
    async (tx, { status, review }) => {
      if (status !== "in_progress") throw new Failure("conflict", "workflow.notInProgress");
      if (await isBeingDelivered(tx, ref.ideaId)) throw new Failure("conflict", "workflow.inDelivery");
      requireAhead(actor, { nextOn, revisitOn: null });
      await noteProgress(tx, actor, ref.ideaId, { from: review.progress, to: progress, nextOn });
    },
  );

async function isBeingDelivered(tx: Db, ideaId: string): Promise<boolean> {
  const open = await tx.$queryRaw<unknown[]>`
    select from delivery_idea di
      join delivery d on d.id = di.delivery_id
     where di.idea_id = ${ideaId}::uuid
       and d.state = 'open'`;
  return open.length > 0;
}
