import type { Actor } from "../access/actor";
import type { Idea, Titled } from "../ideas/schema";
import { rankedIdeas } from "../ranking/ranked-ideas";
import { listInput } from "../ranking/schema";

/** What stands beside an idea on its review side: a title and a state to recognise it by. */
export type Beside = Titled & Pick<Idea, "status" | "language">;

/** What else the author of an idea proposed, newest first. */
export async function othersOf(actor: Actor, { id, authorId }: Pick<Idea, "id" | "authorId">): Promise<Beside[]> {
  if (!authorId) return [];
  const { ideas } = await rankedIdeas(actor, listInput.parse({ author: authorId, limit: 6 }));
  return ideas
    .filter((idea) => idea.id !== id)
    .map(({ id, title, status, language }) => ({ id, title, status, language }))
    .slice(0, 5);
}
