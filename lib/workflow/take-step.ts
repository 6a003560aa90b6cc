import type { Actor } from "../access/actor";
import { canMove, isUndecided } from "../ideas/states";
import { now, todayIn } from "../platform/clock";
import type { Db } from "../platform/db/client";
import { Failure } from "../platform/errors";
import { ideaAssigned, ideaMoved, ideaProgressed } from "./events";
import { type Held, recordStep, requireOwner } from "./hold-review";
import type { MoveInput } from "./schema";
import { lacking } from "./schema";
import { promisedAgain } from "./service-level";
import { requireEdited } from "./unedited";

const dateOf = (day: string | null) => day && new Date(day);

/**
 * Moves an idea that is held still to another state, with all that the step demands. Whoever calls it has asked whether
 * `actor` may.
 *
 * @throws Failure `conflict`, `invalid`
 */
export async function takeStep(tx: Db, actor: Actor, held: Held, move: MoveInput): Promise<void> {
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
  if (move.ownerId && move.ownerId !== held.review.owner?.id) await recordOwner(tx, actor, ideaId, held, move.ownerId);
}

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

/**
 * Goes on only if days that were promised lie ahead, where the organisation is.
 *
 * @throws Failure `invalid`
 */
export function requireAhead({ timeZone }: Actor, days: Record<"nextOn" | "revisitOn", string | null>): void {
  const today = todayIn(timeZone);
  const past = Object.entries(days).filter(([, day]) => day && day < today);
  if (past.length === 0) return;
  throw new Failure(
    "invalid",
    "validation.checkFields",
    Object.fromEntries(past.map(([field]) => [field, "workflow.dayPast"])),
  );
}

/** Writes down what was said to an author, for everybody to read. */
export async function answer(
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

/**
 * Notes how far an idea has come, and when there will be news of it again.
 *
 * @param told the delivery that tells everybody of it; without one they hear of the idea itself
 */
export async function noteProgress(
  tx: Db,
  actor: Actor,
  ideaId: string,
  { from, to, nextOn }: { from: number | null; to: number; nextOn: string | null },
  told?: string,
): Promise<void> {
  const news = nextOn ? { nextOn: dateOf(nextOn) } : {};
  await tx.review.update({ where: { ideaId }, data: { progress: to, ...news, version: { increment: 1 } } });
  await recordStep(tx, actor, ideaProgressed, ideaId, { from, to, ...(told && { delivery: told }) });
}
