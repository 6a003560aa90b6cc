import type { Locale } from "../platform/i18n/locales";

/** In how far two ideas are alike: each from 0 to 1. */
export type Alike = {
  /** The cosine between all their words, each weighed by how much it tells (tf-idf); words of the title count twice. */
  whole: number;
  /** The cosine between the words of their titles. */
  title: number;
  /** The share of groups of three letters that their titles have in common, which forgives typing errors. */
  letters: number;
};

/**
 * How surely two ideas ask for the same, as log-odds, by what they say alone.
 *
 * Logistic regression on the training half of 1,917 labelled pairs and everything that was found beside them; how it was
 * fitted, and what it is worth, is in docs/similar.md. The title is in all three, so its own cosine takes some of it
 * back.
 */
export const sayTheSame = ({ whole, title, letters }: Alike): number =>
  15.36 * whole - 3.79 * title + 5.54 * letters - 7.63;

/** How much an idea's supporters lift it among those that are equally alike: whoever looks for company finds most there. */
const SUPPORT = 0.443;

/** By what similar ideas are put in order: the most alike first, and among those the most supported. */
export const rankOf = ({ likeness, supporters }: { likeness: number; supporters: number }): number =>
  likeness + SUPPORT * Math.log1p(supporters);

/** Less alike than this, two ideas have a word in common and nothing else. In log-odds; chosen on the training half. */
export const LEAST = -5;

/**
 * From which value on two titles are so alike that the ideas are called the same: each the lowest at which at least 93 %
 * (Spanish) and 90 % (English) of the marked pairs in the training half were duplicates. In Spanish the same request for
 * another street reads nearly the same, so it takes more. Portuguese, of which we have no labels, goes with the stricter.
 */
const SAME_FROM: Record<Locale, number> = { en: 0.34, es: 0.67, pt: 0.67 };

const odds = (logit: number): number => 1 / (1 + Math.exp(-logit));

/** Whether two ideas are so alike that one of them is most likely superfluous. */
export const isProbablySame = ({ title, letters }: Alike, language: Locale): boolean =>
  odds(1.58 * title + 2.7 * letters - 1.77) >= SAME_FROM[language];

/** How likely two ideas ask for the same, from 0 to 1. */
export const similarityOf = (likeness: number): number => odds(likeness);
