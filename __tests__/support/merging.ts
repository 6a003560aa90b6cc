import type { Actor } from "@/lib/access/actor";
import { mergeIdeas, unmergeIdea } from "@/lib/duplicates/commands";
import { hire, seenReview } from "./database";

/** Somebody who decides on ideas. */
export const reviewer = () => hire({ name: "Marta", roles: ["employee", "reviewer"] });

const versionOf = async (ideaId: string) => (await seenReview(ideaId)).version;

/** Merges one idea into another one, as a reviewer who has both before them. */
export const mergeInto = async (actor: Actor, ideaId: string, survivorId: string, reason: string | null = null) =>
  mergeIdeas(actor, { ideaId, version: await versionOf(ideaId), survivorId, reason });

/** Undoes it. */
export const unmerge = async (actor: Actor, ideaId: string) =>
  unmergeIdea(actor, { ideaId, version: await versionOf(ideaId) });
