import { jStat } from "jstat";

/** What is known of an idea, as far as it says how many colleagues would support it. */
export type Evidence = {
  /** People to whom a list showed it, each weighed by the attention that the position gets, from 0 to 1. */
  seen: number;
  /** How many of these people support it. */
  supporters: number;
  /** Votes of people to whom no list showed it: they came by a link, a mail or the API. */
  direct: number;
  /** Where its imported support stands among that of its source, from 0 to 1; 0 without any. */
  imported: number;
  /** How often it was compared with another idea, and the log-odds of its winning against an average one. */
  comparisons: number;
  strength: number;
};

/** The beta distribution of support rates before anything is known of an idea. */
export type Prior = { alpha: number; beta: number };

/** The share of people who support an idea once they have seen it: what to expect, and the 5 % and 95 % quantiles. */
export type SupportRate = { merit: number; expected: number; hopeful: number };

/**
 * What stands in until there are votes enough to fit one: 15 in 100 support what they see, and that is known as well as
 * if ten people had been asked. Chosen by us, to be wide: the first few sightings should weigh more than it does.
 */
export const defaultPrior: Prior = { alpha: 1.5, beta: 8.5 };

/** So many direct votes lift an idea by half of what they can. Chosen by us: about a team. */
const HALF_OF_DIRECT = 10;

/** A comparison says as much as so many sightings. See docs/ranking.md for what other weights did. */
export const WEIGHT_OF_COMPARISON = 0.5;

/** The beta distribution of an idea's support rate, given all that is known of it. */
function posterior(
  { seen, supporters, direct, imported, comparisons, strength }: Evidence,
  { alpha, beta }: Prior,
): Prior {
  const asked = WEIGHT_OF_COMPARISON * comparisons;
  const odds = (alpha / beta) * Math.exp(strength);
  const preferred = odds / (1 + odds);
  return {
    alpha: alpha * (1 + imported + direct / (direct + HALF_OF_DIRECT)) + supporters + asked * preferred,
    beta: beta + Math.max(seen - supporters, 0) + asked * (1 - preferred),
  };
}

/**
 * How many of those who see an idea support it, as surely as the evidence allows: a beta-binomial model.
 *
 * - Of people who saw it in a list, supporters are set against the attention it had: clicks over expected examinations
 *   (Zhang, Jones: Comparing Click Logs and Editorial Labels for Training Query Rewriting, 2007), under the position-based
 *   model, where a vote needs attention first, and attention depends on the place alone.
 * - Votes without a sighting come from whoever followed a link, and say little about everybody else; imported totals say
 *   nothing of who saw it. Each kind can at most double the prior's `alpha`, which makes an idea somewhat more promising
 *   and never certain: nobody gets past a well-liked idea by sending out a link.
 * - Comparisons shift the odds of the prior's mean by the strength that they tell, and count as half a sighting each.
 *
 * `merit` is the 5 % quantile: the rate is higher with a probability of 95 %. It never falls when support grows while
 * everything else stays.
 *
 * @returns shares of 1, `merit` < `expected` < `hopeful`, but for numbers too large for a double
 */
export function supportRate(evidence: Evidence, prior: Prior): SupportRate {
  const { alpha, beta } = posterior(evidence, prior);
  return {
    merit: jStat.beta.inv(0.05, alpha, beta),
    expected: alpha / (alpha + beta),
    hopeful: jStat.beta.inv(0.95, alpha, beta),
  };
}
