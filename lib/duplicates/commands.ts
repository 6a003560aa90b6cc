import type { Actor } from "../access/actor";
import { can } from "../access/authorize";
import { holdStanding, type Standing } from "../ideas/standing";
import { canMove } from "../ideas/states";
import { now } from "../platform/clock";
import { type Db, db } from "../platform/db/client";
import type { IdeaStatus } from "../platform/db/generated/enums";
import { Failure } from "../platform/errors";
import { onReview, recordStep } from "../workflow/hold-review";
import type { Reviewed, ReviewRef } from "../workflow/schema";
import { ideaMerged, ideaUnmerged } from "./events";
import type { MergeInput } from "./schema";

/** States in which an idea cannot stay for others: nobody could follow what becomes of it. */
export const gone: IdeaStatus[] = ["draft", "merged", "withdrawn"];

const refused = (why: "duplicates.survivorItself" | "duplicates.survivorGone" | "duplicates.survivorOwn") =>
  new Failure("invalid", "validation.checkFields", { survivorId: why });

/**
 * Goes on only if one idea can become part of another one now: nobody merges into what is gone, into the idea itself, or
 * into a chain, of which nobody could say where it ends.
 *
 * @returns how the idea that stays stands
 */
export async function requireMergeable(
  tx: Db,
  actor: Actor,
  { ideaId, survivorId }: Pick<MergeInput, "ideaId" | "survivorId">,
  { status }: Standing,
): Promise<Standing> {
  if (!canMove("merge", status, "merged")) throw new Failure("conflict", "workflow.notFromHere");
  if (survivorId === ideaId) throw refused("duplicates.survivorItself");
  const survivor = await holdStanding(tx, actor, survivorId);
  if (gone.includes(survivor.status)) throw refused("duplicates.survivorGone");
  const others = await tx.merge.count({ where: { survivorId: ideaId } });
  if (others > 0) throw new Failure("conflict", "duplicates.hasDuplicates");
  return survivor;
}

/** Makes an idea part of another one, of which both tell. What was before is remembered by the link itself. */
export async function link(
  tx: Db,
  actor: Actor,
  { ideaId, survivorId, reason }: Pick<MergeInput, "ideaId" | "survivorId" | "reason">,
  { status: fromStatus }: Standing,
): Promise<void> {
  await tx.merge.create({ data: { duplicateId: ideaId, survivorId, mergedAt: now(), mergedById: actor.id } });
  if (reason) {
    const answer = { ideaId, fromStatus, toStatus: "merged", reason, decidedById: actor.id, decidedAt: now() } as const;
    const { id: decisionId } = await tx.decision.create({ data: answer, select: { id: true } });
    await tx.merge.update({ where: { duplicateId: ideaId }, data: { decisionId } });
  }
  await tx.idea.update({ where: { id: ideaId }, data: { status: "merged" } });
  const payload = { duplicate: ideaId, survivor: survivorId };
  await recordStep(tx, actor, ideaMerged, ideaId, payload);
  await recordStep(tx, actor, ideaMerged, survivorId, payload);
}

/**
 * Merges an idea into another one that says the same and stays. It is a link: votes and comments remain where they were
 * given, whoever voted counts once for the idea that stays, and readers are led on.
 *
 * @throws Failure `not_found`, `forbidden`, `invalid`, `conflict`; Overtaken where a colleague was faster
 */
export const mergeIdeas = (actor: Actor, merge: MergeInput): Promise<Reviewed> =>
  onReview(
    actor,
    { ideaId: merge.ideaId, version: merge.version },
    async (_, tx) => (await tx.merge.count({ where: { duplicateId: merge.ideaId, survivorId: merge.survivorId } })) > 0,
    async (tx, held) => {
      const survivor = await requireMergeable(tx, actor, merge, held);
      if (!can(actor, "idea.review", survivor)) throw refused("duplicates.survivorOwn");
      await link(tx, actor, merge, held);
    },
    merge.survivorId,
  );

/**
 * Undoes a merge: both ideas are as they were before, with their states, promises and counts, except for what people
 * themselves did meanwhile.
 *
 * @throws Failure `not_found`, `forbidden`, `conflict`; Overtaken where a colleague was faster
 */
export async function unmergeIdea(actor: Actor, ref: ReviewRef): Promise<Reviewed> {
  const { ideaId } = ref;
  const survivorOf = () => db.merge.findUnique({ where: { duplicateId: ideaId }, select: { survivorId: true } });
  return onReview(
    actor,
    ref,
    ({ status }) => status !== "merged",
    async (tx) => {
      const merge = await tx.merge.findUnique({ where: { duplicateId: ideaId } });
      if (!merge) throw new Failure("conflict", "duplicates.notMerged");
      const survivor = await holdStanding(tx, actor, merge.survivorId);
      if (!can(actor, "idea.review", survivor)) throw new Failure("forbidden", "duplicates.survivorOwn");
      const said = merge.decisionId && (await tx.decision.findUnique({ where: { id: merge.decisionId } }))?.reason;
      await tx.merge.delete({ where: { duplicateId: ideaId } });
      const payload = { duplicate: ideaId, survivor: merge.survivorId, said: said ?? null };
      await recordStep(tx, actor, ideaUnmerged, ideaId, payload);
      await recordStep(tx, actor, ideaUnmerged, merge.survivorId, payload);
    },
    (await survivorOf())?.survivorId,
  );
}
