import { drawn, type Lot, lotOf } from "../../lib/ranking/lots";
import type { SupportRate } from "../../lib/ranking/support-rate";
import { chanceOf } from "./chance";
import { best, type Log, sumOver } from "./portal";
import { ratesOf } from "./rates";

/** Who looks, when. */
export type Look = { person: number; visit: number; at: number; seed: number };

/** A way to put ideas in order, and what it concludes. */
export type Order = {
  /** Learns what changed; called every few visits, as the portal's ranks are refreshed every few seconds. */
  refresh: (log: Log, at: number) => void;
  page: (log: Log, candidates: Int32Array, look: Look) => number[];
  /** Which ideas are best, as far as this order knows: the higher the better. */
  verdict: (log: Log, at: number) => Float64Array;
};

type Formula = (log: Log, idea: number, at: number) => number;

const hours = (log: Log, idea: number, at: number) => Math.max(at - log.born[idea]!, 0) * 24;

/** Order by a formula alone. */
function byFormula(formula: Formula, verdict: Formula = formula): Order {
  let scores = new Float64Array();
  const all = (log: Log, at: number, one: Formula) => {
    const values = new Float64Array(log.ideas);
    for (let idea = 0; idea < values.length; idea++) values[idea] = one(log, idea, at);
    return values;
  };
  return {
    refresh: (log, at) => {
      scores = all(log, at, formula);
    },
    page: (log, candidates, { at }) => best(candidates, log.born, at, (idea) => scores[idea]!),
    verdict: (log, at) => all(log, at, verdict),
  };
}

/** The lower end of Wilson's 95 % interval: Wilson 1927, as Miller 2009 proposed for lists. */
export function wilson(up: number, all: number): number {
  if (all === 0) return 0;
  const [z, share] = [1.96, up / all];
  const middle = share + z ** 2 / (2 * all);
  return (middle - z * Math.sqrt((share * (1 - share) + z ** 2 / (4 * all)) / all)) / (1 + z ** 2 / all);
}

const votes: Formula = (log, idea) => log.votes[idea]!;

function byChance(): Order {
  return {
    ...byFormula(votes),
    page: (log, candidates, { person, visit, at, seed }) =>
      best(candidates, log.born, at, (idea) => chanceOf(seed + 7, person, visit, idea)),
  };
}

type Value = (rate: SupportRate) => number;

/** Order by what lib/ranking says; what it concludes is always `merit`, the lower end. */
function byRate(value: Value): Order {
  const rates = ratesOf();
  return {
    refresh: rates.refresh,
    page: (log, candidates, { at }) => best(candidates, log.born, at, (idea) => value(rates.of(idea))),
    verdict: (log) => {
      rates.refresh(log);
      return Float64Array.from(log.born, (_, idea) => rates.of(idea).merit);
    },
  };
}

/** Lots drawn per person and day from what was known when the day began. */
function byLots(lot: (rate: SupportRate) => Lot): Order {
  const rates = ratesOf();
  const lots: Lot[] = [];
  let day = Number.NaN;
  return {
    refresh: (log, at) => {
      rates.refresh(log);
      if (Math.floor(at) === day) return;
      day = Math.floor(at);
      for (let idea = 0; idea < log.ideas; idea++) lots[idea] = lot(rates.of(idea));
    },
    page: (log, candidates, { person, at, seed }) =>
      best(candidates, log.born, at, (idea) => drawn(lots[idea]!, chanceOf(seed + 11, person, idea, Math.floor(at)))),
    verdict: (log) => {
      rates.refresh(log);
      return Float64Array.from(log.born, (_, idea) => rates.of(idea).merit);
    },
  };
}

/** The lot of plain Thompson sampling: the 5 % and 95 % quantiles are those of the rate. */
function thompson({ merit, hopeful }: SupportRate): Lot {
  const [low, high] = [Math.log(merit / (1 - merit)), Math.log(hopeful / (1 - hopeful))];
  return { middle: (low + high) / 2, scale: (high - low) / (2 * Math.log(19)) };
}

/** All orders that are compared; each is made anew for a run, because it remembers. */
export const orders = {
  random: byChance,
  newest: () => byFormula((log, idea) => log.born[idea]!, votes),
  votes: () => byFormula(votes),
  fider: () => byFormula((log, idea, at) => (5 * log.recent[idea]! - 1) / (hours(log, idea, at) + 2) ** 1.4),
  reddit: () =>
    byFormula((log, idea) => Math.log10(Math.max(log.votes[idea]!, 1)) + (log.born[idea]! * 86_400) / 45_000),
  hackerNews: () => byFormula((log, idea, at) => (log.votes[idea]! - 1) / (hours(log, idea, at) + 2) ** 1.8),
  perDay: () => byFormula((log, idea, at) => log.votes[idea]! / Math.max(hours(log, idea, at) / 24, 1)),
  trending: () => byFormula((log, idea) => log.trend[idea]!),
  upDown: () => byFormula((log, idea) => wilson(log.votes[idea]!, log.votes[idea]! + log.against[idea]!)),
  wilson: () => byFormula((log, idea) => wilson(sumOver(log.supporters, idea), sumOver(log.seen, idea))),
  merit: () => byRate(({ merit }) => merit),
  hopeful: () => byRate(({ hopeful }) => hopeful),
  thompson: () => byLots(thompson),
  discover: () => byLots(lotOf),
} satisfies Record<string, () => Order>;

/** The name of an order. */
export type OrderName = keyof typeof orders;

/** What tables call the orders. */
export const names: Record<OrderName, string> = {
  random: "Random",
  newest: "Newest first",
  votes: "Most votes",
  perDay: "Votes per day (Quackback)",
  fider: "Fider",
  reddit: "Reddit’s hot",
  hackerNews: "Hacker News",
  trending: "Trending (ours)",
  upDown: "Wilson, up and down votes",
  wilson: "Wilson, votes of sightings",
  merit: "Merit (5 % quantile)",
  hopeful: "95 % quantile",
  thompson: "Thompson sampling",
  discover: "Discover",
};
