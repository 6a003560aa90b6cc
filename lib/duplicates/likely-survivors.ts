import type { Actor } from "../access/actor";
import type { Idea } from "../ideas/schema";
import type { SimilarIdea } from "../search/schema";
import { similarTo } from "../search/similar-ideas";
import { gone } from "./commands";

/** An idea of which another one could become part, as far as one sees at a glance. */
export type Survivor = Pick<Idea, "id" | "title" | "status" | "language">;

/** Those of some similar ideas that could stay for another one. */
export const staying = (similar: SimilarIdea[]): Survivor[] =>
  similar
    .filter(({ status }) => !gone.includes(status))
    .map(({ ideaId: id, title, status, language }) => ({ id, title, status, language }));

/** The ideas that most likely say the same as one, and could stay for it. */
export const likelySurvivors = async (actor: Actor, ideaId: string): Promise<Survivor[]> =>
  staying(await similarTo(actor, ideaId));
