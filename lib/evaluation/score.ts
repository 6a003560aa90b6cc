import type { Mean, Part, Score } from "./schema";
import { parts } from "./schema";

/** A criterion as far as it counts. */
export type Weighted = { id: string; part: Part; weight: number };

/** A mark that was handed in. */
export type Counted = { reviewerId: string; criterionId: string; value: number };

/**
 * Reviewers disagree when their weighted means lie this far apart: a whole step of the scale is the distance between one
 * label and the next, so less is a matter of taste. Chosen by us.
 */
export const WIDE_SPREAD = 1;

/**
 * They disagree on one criterion when the highest mark lies this far above the lowest: 1 and 4, or 2 and 5, stand on
 * different sides of the middle and mean different answers. Weighted means hide it when others even it out. Chosen by us.
 */
export const WIDE_GAP = 3;

const meanOf = (values: number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length;

/**
 * How far values lie from their mean: the sample standard deviation, √(Σ(x − x̄)² ÷ (n − 1)), because those who were
 * asked stand for all who could have been. Null for fewer than two values.
 *
 * @see https://www.itl.nist.gov/div898/handbook/eda/section3/eda356.htm
 */
export function spreadOf(values: number[]): number | null {
  if (values.length < 2) return null;
  const mean = meanOf(values);
  const spread = Math.sqrt(values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / (values.length - 1));
  // Sums of fractions leave dust where all agree.
  return spread < 1e-9 ? 0 : spread;
}

const summary = (values: number[]): Mean | null =>
  values.length === 0 ? null : { mean: meanOf(values), spread: spreadOf(values) };

/** Each reviewer's mean of their own marks, every mark counted as often as its criterion's weight says. */
function reviewerMeans(marks: Counted[], criteria: Weighted[]): Map<string, number> {
  const weights = new Map(criteria.map(({ id, weight }) => [id, weight]));
  const sums = new Map<string, { sum: number; weight: number }>();
  for (const { reviewerId, criterionId, value } of marks) {
    const weight = weights.get(criterionId) ?? 0;
    const before = sums.get(reviewerId) ?? { sum: 0, weight: 0 };
    sums.set(reviewerId, { sum: before.sum + weight * value, weight: before.weight + weight });
  }
  return new Map([...sums].flatMap(([id, { sum, weight }]) => (weight > 0 ? [[id, sum / weight]] : [])));
}

const inPart = (marks: Counted[], criteria: Weighted[], part: Part): Mean | null =>
  summary([
    ...reviewerMeans(
      marks,
      criteria.filter((criterion) => criterion.part === part),
    ).values(),
  ]);

function onCriterion(marks: Counted[], { id, weight }: Weighted): Score["criteria"] {
  const values = marks.filter(({ criterionId }) => criterionId === id).map(({ value }) => value);
  const told = summary(values);
  const gap = Math.max(...values) - Math.min(...values);
  return told ? [{ criterionId: id, ...told, isDisputed: weight > 0 && gap >= WIDE_GAP }] : [];
}

/**
 * What came of an evaluation: the mean of the reviewers' weighted means on the scale of the marks, its spread between
 * them, the same for each part, the highest that any one reviewer gave, and whether they disagree. A champion's high
 * mean is told apart because a mean over all would hide it.
 *
 * @param marks of those who have handed in; others' must not come in here
 * @returns null when nothing counts: no marks, or no criterion with a weight
 */
export function scoreOf(marks: Counted[], criteria: Weighted[]): Score | null {
  const reviewers = reviewerMeans(marks, criteria);
  const means = [...reviewers.values()];
  const whole = summary(means);
  if (!whole) return null;
  const told = criteria.flatMap((criterion) => onCriterion(marks, criterion));
  return {
    ...whole,
    best: Math.max(...means),
    parts: Object.fromEntries(parts.map((part) => [part, inPart(marks, criteria, part)])) as Score["parts"],
    criteria: told,
    reviewers: Object.fromEntries(reviewers),
    isDisputed: (whole.spread ?? 0) >= WIDE_SPREAD - 1e-9 || told.some(({ isDisputed }) => isDisputed),
  };
}
