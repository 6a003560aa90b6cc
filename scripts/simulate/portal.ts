import { bandOf, bands } from "../../lib/impressions/bands";
import { chanceOf } from "./chance";

/** Ideas that a list shows on a page. */
export const PAGE = 20;

/** A place where people come, look at lists and vote. Ideas are numbered from the newest on, which settles ties. */
export type World = {
  seed: number;
  /** When each idea appears, in days. */
  born: Float64Array;
  /** How good each idea truly is; not a number where that is not known well enough to be judged by. */
  truth: Float64Array;
  /** Who comes when, in the order of time. */
  visits: { person: number; at: number }[];
  people: number;
  /** Ideas that can be shown to a person at all. */
  candidates: (person: number) => Int32Array;
  /** What a person thinks once an idea has their attention: 1 supports it, −1 is against it, 0 neither. */
  opinion: (person: number, idea: number, shown: Shown) => number;
  /** The chance that an idea on the screen gets attention, by its place from 1 on. */
  attention: (position: number) => number;
};

/** How an idea stood before somebody's eyes. */
export type Shown = { votes: number; position: number };

/** What a portal knows of its ideas: all that an order may use. */
export type Log = {
  ideas: number;
  born: Float64Array;
  votes: Float64Array;
  against: Float64Array;
  /** Votes of the last thirty days. */
  recent: Float64Array;
  /** The logarithm to the base 2 of all votes, each twice as much per week that it is later. */
  trend: Float64Array;
  /** People who first saw an idea in a band, and those of them who support it, by idea × 7 + band − 1. */
  seen: Int32Array;
  supporters: Int32Array;
  /** All people who saw an idea, over all ideas. */
  sightings: number;
  direct: Float64Array;
  comparisons: Float64Array;
  strength: Float64Array;
  /** Ideas of which something changed since an order last looked. */
  changed: Set<number>;
};

/** A log in which nothing has happened. */
export function emptyLog(born: Float64Array): Log {
  const ideas = born.length;
  const zeros = () => new Float64Array(ideas);
  return {
    ideas,
    born,
    votes: zeros(),
    against: zeros(),
    recent: zeros(),
    trend: Float64Array.from(born, (at) => at / 7),
    seen: new Int32Array(ideas * bands),
    supporters: new Int32Array(ideas * bands),
    sightings: 0,
    direct: zeros(),
    comparisons: zeros(),
    strength: zeros(),
    changed: new Set(),
  };
}

/** Notes a vote: by somebody to whom a list first showed the idea in `band`, or, with 0, to whom none did. */
export function vote(log: Log, idea: number, at: number, band: number): void {
  log.votes[idea]!++;
  log.recent[idea]!++;
  const weight = at / 7;
  const [high, low] = [Math.max(log.trend[idea]!, weight), Math.min(log.trend[idea]!, weight)];
  log.trend[idea] = high + Math.log2(1 + 2 ** (low - high));
  if (band === 0) log.direct[idea]!++;
  else log.supporters[idea * bands + band - 1]!++;
  log.changed.add(idea);
}

/** Notes that somebody first saw an idea at a place of a list. */
export function sight(log: Log, idea: number, position: number): void {
  log.seen[idea * bands + bandOf(position) - 1]!++;
  log.sightings++;
  log.changed.add(idea);
}

/** A count of all bands together, for an idea. */
export function sumOver(counts: Int32Array, idea: number): number {
  const [from, to] = [idea * bands, (idea + 1) * bands];
  let sum = 0;
  for (let at = from; at < to; at++) sum += counts[at]!;
  return sum;
}

/** How far down somebody looks: three ideas at least, then on with a chance of nine in ten each. Chosen by us. */
export function depthOf(seed: number, visit: number): number {
  const further = Math.log(chanceOf(seed, visit, 1)) / Math.log(0.9);
  return Math.min(3 + Math.floor(further), PAGE);
}

/** The best `PAGE` of some ideas, those further to the front of `candidates` first where scores are equal. */
export function best(
  candidates: Int32Array,
  born: Float64Array,
  at: number,
  score: (idea: number) => number,
): number[] {
  const page: number[] = [];
  const scores: number[] = [];
  for (const idea of candidates) {
    if (born[idea]! > at) continue;
    const value = score(idea);
    if (page.length === PAGE && value <= scores[PAGE - 1]!) continue;
    let place = Math.min(page.length, PAGE - 1);
    for (; place > 0 && scores[place - 1]! < value; place--) {
      page[place] = page[place - 1]!;
      scores[place] = scores[place - 1]!;
    }
    page[place] = idea;
    scores[place] = value;
  }
  return page;
}
