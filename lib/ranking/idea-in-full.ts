import type { Actor } from "../access/actor";
import { findIdea } from "../ideas/queries";
import type { IdeaRef } from "../ideas/schema";
import { db } from "../platform/db/client";
import { tallyOf } from "../votes/queries";
import type { IdeaInFull } from "./schema";

/** One idea with everything about it, and how it stands at this moment: the same figures as in lists. */
export async function findIdeaInFull(actor: Actor, { ideaId }: IdeaRef): Promise<IdeaInFull> {
  const [idea, tally, counted] = await Promise.all([
    findIdea(actor, ideaId),
    tallyOf(actor, ideaId),
    db.ideaTally.findUnique({ where: { ideaId }, select: { comments: true } }),
  ]);
  return { ...idea, ...tally, comments: counted?.comments ?? 0 };
}
