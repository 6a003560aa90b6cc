import type { Locale } from "../platform/i18n/locales";

type Rule = [ending: RegExp, others: string[]];

/**
 * Endings whose singular and plural the stemmers keep apart once accents are off, as they are in our index: "ação" and
 * "ações" lie further apart without them. Found by running the dictionary's commonest nouns through both.
 */
const rules: Record<Locale, Rule[]> = {
  en: [],
  es: [
    [/(?<=.[cs]i)on$/, ["ones"]],
    [/(?<=.[cs]i)ones$/, ["on"]],
    [/(?<=..)en$/, ["enes"]],
    [/(?<=..)enes$/, ["en"]],
  ],
  pt: [
    [/(?<=.)ao$/, ["oes", "aes"]],
    [/(?<=.)(oes|aes)$/, ["ao"]],
    [/(?<=..)al$/, ["ais"]],
    [/(?<=..)ais$/, ["al"]],
    [/(?<=..)el$/, ["eis"]],
    [/(?<=..)il$/, ["is", "eis"]],
    [/(?<=..)eis$/, ["el", "il"]],
    [/(?<=..)m$/, ["ns"]],
    [/(?<=..)ns$/, ["m"]],
  ],
};

/** The forms of a word under which a text in that language may have it: itself first, and its other number. */
export function inflectionsOf(word: string, language: Locale): string[] {
  const plain = word.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
  const rule = rules[language].find(([ending]) => ending.test(plain));
  return [word, ...(rule?.[1].map((other) => plain.replace(rule[0], other)) ?? [])];
}
