import { type Locale, locales } from "../platform/i18n/locales";

/**
 * The commonest words of each language that the others do not have: those that everybody uses in a sentence or two.
 * Chosen by us from the head of each language's frequency list.
 */
const telltale: Record<Locale, Set<string>> = {
  en: new Set(
    "the of and to in is for on with that it as are this be at from by have we our you not more all an".split(" "),
  ),
  es: new Set(
    "el los las y en del para una un con se lo su al más es son que por sin hay nuestro desde hasta".split(" "),
  ),
  pt: new Set(
    "os as e em do da dos das para uma um com não na no nas nos ao mais é são que por sem há pelo até".split(" "),
  ),
};

/**
 * The language that a text is written in, by its commonest words.
 *
 * @param hint the language that its form says: it holds unless another one has at least two of its words more
 */
export function languageOf(text: string, hint: Locale): Locale {
  const words =
    text
      .slice(0, 2_000)
      .toLowerCase()
      .match(/\p{L}+/gu) ?? [];
  const countOf = (language: Locale) => words.filter((word) => telltale[language].has(word)).length;
  const [likeliest = hint] = locales.toSorted((a, b) => countOf(b) - countOf(a));
  return countOf(likeliest) >= countOf(hint) + 2 ? likeliest : hint;
}
