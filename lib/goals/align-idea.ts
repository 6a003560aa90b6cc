import type { Actor } from "../access/actor";
import { authorize } from "../access/authorize";
import type { IdeaRef } from "../ideas/schema";
import { holdStanding } from "../ideas/standing";
import { type Db, transaction } from "../platform/db/client";
import { Failure, notFound } from "../platform/errors";
import { record } from "../platform/events";
import { ideaAligned } from "./events";
import type { AlignmentInput } from "./schema";

type Chosen = { goalIds: string[]; ambition: string | null };

async function chosenFor(tx: Db, ideaId: string): Promise<Chosen> {
  const goals = await tx.ideaGoal.findMany({ where: { ideaId }, orderBy: { place: "asc" } });
  const row = await tx.ideaAmbition.findUnique({ where: { ideaId } });
  return { goalIds: goals.map(({ goalId }) => goalId), ambition: row?.ambition ?? null };
}

const told = ({ goalIds, ambition }: Chosen): string[] => [...goalIds, ...(ambition ? [ambition] : [])];

/** What was retired meanwhile may stay where it was chosen, but is chosen anew nowhere. */
async function requireGoals(tx: Db, goalIds: string[], before: string[]): Promise<void> {
  const added = goalIds.filter((id) => !before.includes(id));
  const found = await tx.goal.findMany({ where: { id: { in: added }, retiredAt: null }, select: { id: true } });
  if (found.length < added.length)
    throw new Failure("invalid", "validation.checkFields", { goalIds: "goals.notInUse", goal1: "goals.notInUse" });
}

/**
 * Says which goals an idea serves, the foremost first, and how daring it is. What is left out is taken back; the same
 * again changes nothing.
 *
 * @throws Failure `not_found`, `forbidden`, or `invalid` when a goal is not in use
 */
export const alignIdea = (actor: Actor, { ideaId, goalIds, ambition }: AlignmentInput): Promise<IdeaRef> =>
  transaction(async (tx) => {
    const idea = await holdStanding(tx, actor, ideaId);
    if (idea.status === "draft") throw notFound();
    authorize(actor, "idea.review", idea);
    const before = await chosenFor(tx, ideaId);
    const [from, to] = [told(before), told({ goalIds, ambition })];
    if (JSON.stringify(from) === JSON.stringify(to)) return { ideaId };
    await requireGoals(tx, goalIds, before.goalIds);
    await tx.ideaGoal.deleteMany({ where: { ideaId } });
    await tx.ideaAmbition.deleteMany({ where: { ideaId } });
    const places = goalIds.map((goalId, at) => ({ ideaId, goalId, place: at + 1, chosenById: actor.id }));
    await tx.ideaGoal.createMany({ data: places });
    if (ambition) await tx.ideaAmbition.create({ data: { ideaId, ambition, chosenById: actor.id } });
    await record(tx, actor, ideaAligned, ideaId, { from, to });
    return { ideaId };
  });
