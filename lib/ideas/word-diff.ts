import { diffWordsWithSpace } from "diff";
import { readableText } from "../platform/markdown";
import type { Stretch } from "./schema";

/** Beyond this many changed words nobody reads marks any more, and comparing would take ever longer. */
const MOST_CHANGES = 1_500;

/** Two texts that share next to nothing are given up after this long. */
const LONGEST_MS = 300;

/**
 * What an edit changed, word by word, in reading order. What stayed and what went make up the text before it, what
 * stayed and what came the text after it.
 *
 * @returns nothing when too much changed to mark it
 */
export function wordDiff(before: string, after: string): Stretch[] | null {
  const changes = diffWordsWithSpace(before, after, { maxEditLength: MOST_CHANGES, timeout: LONGEST_MS });
  return (
    changes?.map(({ added, removed, value }) => ({
      is: added ? "added" : removed ? "removed" : "same",
      text: value,
    })) ?? null
  );
}

/**
 * What an edit changed in a Markdown text, in the words that readers see; in its marks where it changed nothing else.
 *
 * @returns nothing when too much changed to mark it
 */
export function textDiff(before: string, after: string): Stretch[] | null {
  const [was, is] = [readableText(before), readableText(after)];
  return was === is ? wordDiff(before, after) : wordDiff(was, is);
}
