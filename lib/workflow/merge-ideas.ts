import type { Actor } from "../access/actor";
import { can } from "../access/authorize";
import { holdStanding } from "../ideas/standing";
import { canMove } from "../ideas/states";
import { now } from "../platform/clock";
import type { Db } from "../platform/db/client";
import { Failure } from "../platform/errors";
import { ideaMerged } from "./events";
import { type Held, onReview, recordStep } from "./hold-review";
import type { MergeInput, Reviewed } from "./schema";

/** States in which an idea cannot stay for others: nobody could follow what becomes of it. */
const gone = ["draft", "merged", "withdrawn"];

/**
 * Goes on only if one idea can stay for another: nobody merges into what is gone or their own, into the idea itself, or
 * into a chain, of which nobody could say where it ends.
 */
async function requireSurvivor(tx: Db, actor: Actor, { ideaId, survivorId }: MergeInput): Promise<void> {
  const refused = (why: "workflow.survivorItself" | "workflow.survivorGone" | "workflow.survivorOwn") =>
    new Failure("invalid", "validation.checkFields", { survivorId: why });
  if (survivorId === ideaId) throw refused("workflow.survivorItself");
  const survivor = await holdStanding(tx, actor, survivorId);
  if (gone.includes(survivor.status)) throw refused("workflow.survivorGone");
  if (!can(actor, "idea.review", survivor)) throw refused("workflow.survivorOwn");
  const others = await tx.merge.count({ where: { survivorId: ideaId } });
  if (others > 0) throw new Failure("conflict", "workflow.hasDuplicates");
}

async function link(tx: Db, actor: Actor, { ideaId, survivorId, reason }: MergeInput, held: Held): Promise<void> {
  await tx.merge.create({ data: { duplicateId: ideaId, survivorId, mergedAt: now(), mergedById: actor.id } });
  if (reason)
    await tx.decision.create({
      data: {
        ideaId,
        fromStatus: held.status,
        toStatus: "merged",
        reason,
        decidedById: actor.id,
        decidedAt: now(),
      },
    });
  await tx.idea.update({ where: { id: ideaId }, data: { status: "merged" } });
}

/**
 * Merges an idea into another one that says the same and stays. It is a link: votes and comments remain where they were
 * given, and its readers are led on.
 */
export const mergeIdeas = (actor: Actor, merge: MergeInput): Promise<Reviewed> =>
  onReview(
    actor,
    { ideaId: merge.ideaId, version: merge.version },
    ({ status }) => status === "merged",
    async (tx, held) => {
      if (!canMove("merge", held.status, "merged")) throw new Failure("conflict", "workflow.notFromHere");
      await requireSurvivor(tx, actor, merge);
      await link(tx, actor, merge, held);
      const payload = { duplicate: merge.ideaId, survivor: merge.survivorId };
      await recordStep(tx, actor, ideaMerged, merge.ideaId, payload);
      await recordStep(tx, actor, ideaMerged, merge.survivorId, payload);
    },
  );
