import type { IdeaFilters } from "../search/schema";

/** The ways to put ideas in order. `relevant` needs a question. */
export const orders = [
  "relevant",
  "merit",
  "discover",
  "new",
  "trending",
  "supported",
  "discussed",
  "unanswered",
] as const;

/** One of the orders. */
export type Order = (typeof orders)[number];

/**
 * The order that the portal's list has when its address names none: best answers where something is asked; else what one
 * may like and nobody knows yet, which showed people better ideas than any other order in docs/ranking.md. That holds only
 * ideas that take votes, so whoever asks for states, for somebody's ideas or for what they follow begins with the newest.
 */
export function usualOrder({ q, state, author, following }: Partial<IdeaFilters>): Order {
  if (q) return "relevant";
  return state?.length || author || following ? "new" : "discover";
}
