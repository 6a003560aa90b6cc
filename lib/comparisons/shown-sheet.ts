import { markdownToHtml, plainText } from "../platform/markdown";
import type { Pair, PairSheet, ShownIdea, ShownSheet } from "./schema";

/** How much of an idea one reads at first, in characters: some five lines beside another one. */
const OPENING = 320;

/** The text to its last whole word, when it goes on. */
const opening = (text: string): string =>
  text.length <= OPENING ? text : `${text.slice(0, OPENING).replace(/\s\S*$/u, "")} …`;

function shown({ body, ...idea }: Pair["left"]): ShownIdea {
  const text = plainText(body);
  return { ...idea, opening: opening(text), html: text.length > OPENING ? markdownToHtml(body) : null };
}

/** A sheet as the page shows it: how each idea begins, and all of it where it goes on. */
export const shownSheet = ({ pair, ...sheet }: PairSheet): ShownSheet => ({
  ...sheet,
  pair: pair && { pairId: pair.pairId, left: shown(pair.left), right: shown(pair.right) },
});
