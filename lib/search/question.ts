/** A word or an exact phrase that an answer must contain, or must not. */
export type Item = { text: string; isPhrase: boolean; isExcluded: boolean };

/** Of a longer question the rest is left out. Chosen by us: nobody remembers typing more. */
const MOST_ITEMS = 16;

const TOKEN = /(?<minus>-?)(?:"(?<phrase>[^"]*)"?|(?<word>[^\s"]+))/gu;

/**
 * What somebody asks for, read as web searches do: all words, `"exact phrases"`, `-without`, and `or` between
 * alternatives. No text is an error: what holds no letter and no digit asks for nothing.
 *
 * @returns alternatives, each a list of items that all have to hold
 */
export function parseQuestion(q: string): Item[][] {
  const alternatives: Item[][] = [[]];
  let count = 0;
  for (const { groups = {} } of q.matchAll(TOKEN)) {
    const { minus, phrase, word } = groups;
    const text = phrase ?? word ?? "";
    if (/^or$/i.test(word ?? "") && !minus) alternatives.push([]);
    else if (/[\p{L}\p{N}]/u.test(text) && count++ < MOST_ITEMS) {
      alternatives.at(-1)?.push({ text, isPhrase: phrase !== undefined, isExcluded: minus === "-" });
    }
  }
  return alternatives.filter((items) => items.length > 0);
}
