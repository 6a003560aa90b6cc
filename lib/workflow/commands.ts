import type { Actor } from "../access/actor";
import { canMove, isUndecided, states } from "../ideas/states";
import { now } from "../platform/clock";
import type { Db } from "../platform/db/client";
import { Failure } from "../platform/errors";
import { ideaAnswered, ideaAssigned, ideaMoved, ideaPaused, ideaProgressed } from "./events";
import { goOn } from "./go-on";
import { type Held, onReview, recordStep, requireOwner } from "./hold-review";
import type { AnswerInput, AssignmentInput, MoveInput, PauseInput, ProgressInput, Reviewed, ReviewRef } from "./schema";
import { lacking } from "./schema";
import { promisedAgain } from "./service-level";
import { requireEdited } from "./unedited";

const next = { version: { increment: 1 } } as const;
const dateOf = (day: string | null) => day && new Date(day);

/** Moves an idea to another state, with all that the step demands. A reason becomes an answer that everybody reads. */
export const moveIdea = (actor: Actor, move: MoveInput): Promise<Reviewed> =>
  onReview(
    actor,
    move,
    ({ status }) => status === move.to,
    async (tx, held) => {
      if (!canMove("reviewer", held.status, move.to)) throw new Failure("conflict", "workflow.notFromHere");
      requireAll(move, held);
      requireAhead(actor, { nextOn: move.nextOn, revisitOn: move.revisitOn });
      await requireOwner(tx, move.ownerId, held.authorId);
      const { ideaId, to } = move;
      const kind = to === "implemented" ? move.extent : to === "declined" ? move.kind : null;
      if (move.reason)
        await answer(tx, actor, ideaId, { fromStatus: held.status, toStatus: to, kind, reason: move.reason });
      await tx.idea.update({ where: { id: ideaId }, data: { status: to } });
      const [wasOpen, isOpen] = [isUndecided(held.status), isUndecided(to)];
      const again = !wasOpen && isOpen ? await promisedAgain(tx) : {};
      // Whoever decides has answered, also without a word; and what is taken up again was answered once.
      const answered = wasOpen && isOpen ? {} : { answeredAt: held.review.answeredAt ?? now() };
      await tx.review.update({ where: { ideaId }, data: { ...settledBy(move), ...answered, ...again } });
      await recordStep(tx, actor, ideaMoved, ideaId, { from: held.status, to, kind });
      if (move.ownerId && move.ownerId !== held.review.owner?.id)
        await recordOwner(tx, actor, ideaId, held, move.ownerId);
    },
  );

/** What a move leaves in the review. The rest follows the state by itself: see the trigger review_follows_state. */
const settledBy = ({ to, ownerId, nextOn, revisitOn, extent }: MoveInput) => ({
  ...(ownerId && { ownerId }),
  ...(nextOn && (to === "accepted" || to === "in_progress") && { nextOn: dateOf(nextOn) }),
  ...(to === "declined" && { revisitOn: dateOf(revisitOn) }),
  ...(to === "implemented" && { extent }),
});

function requireAll(move: MoveInput, { review }: Held): void {
  const fields = Object.fromEntries(lacking(move, review.owner !== null));
  if (Object.keys(fields).length > 0) throw new Failure("invalid", "validation.checkFields", fields);
}

/** A day that was promised lies ahead, where the organisation is. */
function requireAhead({ timeZone }: Actor, days: Record<"nextOn" | "revisitOn", string | null>): void {
  const today = new Intl.DateTimeFormat("sv-SE", { timeZone }).format(now());
  const past = Object.entries(days).filter(([, day]) => day && day < today);
  if (past.length === 0) return;
  throw new Failure(
    "invalid",
    "validation.checkFields",
    Object.fromEntries(past.map(([field]) => [field, "workflow.dayPast"])),
  );
}

async function answer(
  tx: Db,
  actor: Actor,
  ideaId: string,
  step: { fromStatus: Held["status"]; toStatus: Held["status"]; kind: string | null; reason: string },
): Promise<void> {
  await requireEdited(tx, step.reason);
  await tx.decision.create({ data: { ideaId, ...step, decidedById: actor.id, decidedAt: now() } });
}

const recordOwner = (tx: Db, actor: Actor, ideaId: string, { review }: Held, to: string | null) =>
  recordStep(tx, actor, ideaAssigned, ideaId, { from: review.owner?.id ?? null, to, group: review.group?.id ?? null });

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

/** Says how far an idea that is in progress has come. */
export const reportProgress = (actor: Actor, { progress, nextOn, ...ref }: ProgressInput): Promise<Reviewed> =>
  onReview(
    actor,
    ref,
    ({ review }) => review.progress === progress,
    async (tx, { status, review }) => {
      if (status !== "in_progress") throw new Failure("conflict", "workflow.notInProgress");
      requireAhead(actor, { nextOn, revisitOn: null });
      const news = nextOn ? { nextOn: dateOf(nextOn) } : {};
      await tx.review.update({ where: { ideaId: ref.ideaId }, data: { progress, ...news, ...next } });
      await recordStep(tx, actor, ideaProgressed, ref.ideaId, { from: review.progress, to: progress });
    },
  );
