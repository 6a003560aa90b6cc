import type { Actor } from "../access/actor";
import type { Idea, Titled } from "../ideas/schema";
import { listedStates } from "../ideas/states";
import { rankedIdeas } from "../ranking/ranked-ideas";
import { listInput } from "../ranking/schema";

/** Words that say nothing alone are shorter than this in all three languages, mostly. */
const SHORTEST_WORD = 5;

/** As many words as a question may hold beside their "or". */
const MOST_WORDS = 6;

/** What stands beside an idea on its review side: a title and a state to recognise it by. */
export type Beside = Titled & Pick<Idea, "status" | "language">;

const asBeside = ({ id, title, status, language }: Beside): Beside => ({ id, title, status, language });

/** Ideas that share the longest words of an idea's title, best first, in whatever state they are. */
export async function similarTo(actor: Actor, { id, title }: Pick<Idea, "id" | "title">): Promise<Beside[]> {
  const words = [...new Set(title.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [])]
    .filter((word) => word.length >= SHORTEST_WORD)
    .toSorted((a, b) => b.length - a.length)
    .slice(0, MOST_WORDS);
  if (words.length === 0) return [];
  const state = [...listedStates, "archived"];
  const { ideas } = await rankedIdeas(actor, listInput.parse({ q: words.join(" or "), state, limit: 6 }));
  return ideas
    .filter((idea) => idea.id !== id)
    .map(asBeside)
    .slice(0, 5);
}

/** What else the author of an idea proposed, newest first. */
export async function othersOf(actor: Actor, { id, authorId }: Pick<Idea, "id" | "authorId">): Promise<Beside[]> {
  if (!authorId) return [];
  const { ideas } = await rankedIdeas(actor, listInput.parse({ author: authorId, limit: 6 }));
  return ideas
    .filter((idea) => idea.id !== id)
    .map(asBeside)
    .slice(0, 5);
}
