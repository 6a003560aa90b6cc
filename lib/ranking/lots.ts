import type { SupportRate } from "./support-rate";

/** What an idea draws from in the order `discover`: a logistic distribution of the log-odds of its support rate. */
export type Lot = { middle: number; scale: number };

const logit = (share: number) => Math.log(share / (1 - share));

/** The 95 % quantile of the standard logistic distribution. */
const Z95 = logit(0.95);

/** Nearer to 0 and 1 than this no rate is told apart, so that log-odds stay finite. */
const within = (share: number) => Math.min(Math.max(share, 1e-9), 1 - 1e-9);

/**
 * How wide lots spread, compared to what is not known, and how far from its middle to its upper end they are centred.
 * Chosen by simulation, among spreads of 0.35 to 1 and centres from the middle to the end.
 */
const [SPREAD, HOPE] = [0.35, 0.75];

/**
 * The lot of an idea: not far below the 95 % quantile of its support rate, the wider the less is known.
 *
 * That is randomised optimism (Vaswani, Mehrabian, Durand, Kveton: Old Dog Learns New Tricks: Randomized UCB for Bandit
 * Problems, AISTATS 2020, https://arxiv.org/abs/1910.04928). In replays of real votes it finds the best ideas as surely as
 * draws from the whole of what is possible (Thompson sampling), finds late ones sooner, and lets people see better ideas
 * meanwhile. See docs/ranking.md.
 */
export function lotOf({ merit, hopeful }: Pick<SupportRate, "merit" | "hopeful">): Lot {
  const [low, high] = [logit(within(merit)), logit(within(hopeful))];
  const middle = (low + high) / 2;
  return { middle: middle + HOPE * (high - middle), scale: (SPREAD * (high - low)) / (2 * Z95) };
}

/**
 * What an idea draws: log-odds of a support rate that it may well have. Whoever draws highest stands first, so that an
 * idea that nobody knows comes up again and again until it is known. Logistic, because SQL can draw from that.
 *
 * @param chance evenly distributed, above 0 and below 1
 */
export const drawn = ({ middle, scale }: Lot, chance: number): number => middle + scale * logit(chance);
