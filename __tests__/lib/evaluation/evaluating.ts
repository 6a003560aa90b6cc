import { givenIdea, hire } from "@/__tests__/support/database";
import type { Actor } from "@/lib/access/actor";
import { beginEvaluation, scoreIdea } from "@/lib/evaluation/commands";
import { findAssessment } from "@/lib/evaluation/queries";
import type { MarkGiven, ScoreInput } from "@/lib/evaluation/schema";
import { db } from "@/lib/platform/db/client";

/** A reviewer, in a department or none. */
export const reviewer = (name = "Rita", departmentId?: string): Promise<Actor> =>
  hire({ name, roles: ["employee", "reviewer"], ...(departmentId && { departmentId }) });

/** A department, below another one if wished. */
export const department = (name: string, parentId: string | null = null): Promise<{ id: string }> =>
  db.department.create({ data: { name, parentId }, select: { id: true } });

/** Everybody who was there before has left: whoever is hired from here on is all there is. */
export const everybodyLeaves = () => db.person.updateMany({ data: { status: "suspended" } });

/** An idea that these reviewers, and nobody else, are asked to mark. */
export async function givenEvaluation(reviewers: Actor[], author?: Actor): Promise<string> {
  const { id: ideaId } = await givenIdea(author ? { author } : {});
  await db.scorecard.updateMany({ data: { reviewers: Math.min(9, reviewers.length) } });
  await beginEvaluation(reviewers[0] as Actor, { ideaId });
  return ideaId;
}

/** Marks for everything that is asked: the same for all, or one for each in the order of the scorecard. */
export async function marksOf(who: Actor, ideaId: string, values: number | number[], note = ""): Promise<MarkGiven[]> {
  const { criteria } = await findAssessment(who, { ideaId });
  return criteria.map(({ id }, index) => ({
    criterionId: id,
    value: typeof values === "number" ? values : (values[index] ?? 3),
    note,
  }));
}

/** Hands in marks as somebody who has just opened the scorecard. */
export async function handIn(who: Actor, ideaId: string, values: number | number[], more: Partial<ScoreInput> = {}) {
  const { version } = await findAssessment(who, { ideaId });
  const marks = await marksOf(who, ideaId, values, "Because.");
  return scoreIdea(who, { ideaId, version, marks, handIn: true, ...more });
}
