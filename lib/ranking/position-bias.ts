import { bands } from "../impressions/bands";
import { digamma } from "./digamma";

/**
 * How much attention an idea gets in each band compared to the first place, until a site's own log says it.
 *
 * It is rank^−0.12 in the middle of each band, so that places 2 to 20 together get 1 ÷ 1.3 of the first. That is what
 * Feenberg, Ganguli, Gaulé and Gruber measured where everything reached the reader and the order was as good as random:
 * working papers listed first in a weekly mail are viewed and downloaded some 30 % more (It's Good to Be First, Review
 * of Economics and Statistics 99(1), 2017, https://doi.org/10.1162/REST_a_00607). Curves of search engines fall like
 * rank^−1, but mostly because people never get that far; we only count ideas that stood on the screen for a second.
 */
export const defaultCurve: number[] = [1, 0.92, 0.88, 0.83, 0.78, 0.72, 0.66];

/** How many people first saw an idea in a band, and how many of them support it. */
export type Cell = { idea: string; band: number; people: number; supporters: number };

/** A band is known once it has this many supporters: the error of its attention is then some 10 %. Chosen by us. */
const SUPPORTERS = 200;

/** From this many ideas that were also seen in other bands: else it may be about those ideas, not about the place. */
const IDEAS = 30;

/** Fewer known bands are no curve; what is missing below or between follows the default. */
const KNOWN_BANDS = 4;

/** No place is taken to be so bad that one supporter there counts as more than twenty. */
const LEAST = 0.05;

const MOST_TURNS = 500;

type Counts = { people: number[]; supporters: number[]; seen: number; supported: number };

function countsOf(cells: Cell[]): Counts[] {
  const ideas = new Map<string, Counts>();
  const none = () => new Array<number>(bands).fill(0);
  for (const { idea, band, people, supporters } of cells) {
    if (!(band >= 1 && band <= bands && people > 0)) continue;
    const counts = ideas.get(idea) ?? { people: none(), supporters: none(), seen: 0, supported: 0 };
    // Nobody can support an idea more than once: what is more than the people there was counted elsewhere.
    const counted = Math.min(Math.max(supporters, 0), people);
    counts.people[band - 1] = (counts.people[band - 1] ?? 0) + people;
    counts.supporters[band - 1] = (counts.supporters[band - 1] ?? 0) + counted;
    ideas.set(idea, { ...counts, seen: counts.seen + people, supported: counts.supported + counted });
  }
  // In a fixed order, because the last digits of sums depend on it.
  return [...ideas].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, counts]) => counts);
}

const sumOf = <T>(things: T[], value: (thing: T) => number): number =>
  things.reduce((sum, thing) => sum + value(thing), 0);

const isSpread = ({ people }: Counts): boolean => people.filter((count) => count > 0).length > 1;

function knownBands(ideas: Counts[]): boolean[] {
  const spread = ideas.filter(isSpread);
  return Array.from({ length: bands }, (_, band) => {
    const there = spread.filter(({ people }) => (people[band] ?? 0) > 0);
    return there.length >= IDEAS && sumOf(there, ({ supporters }) => supporters[band] ?? 0) >= SUPPORTERS;
  });
}

/** How support rates differ among ideas: a gamma distribution. */
type Rates = { shape: number; rate: number };

type Fit = { curve: number[]; rates: Rates };

/** The widest that is assumed, and the narrowest, as if ideas hardly differed. */
const SHAPE = { least: 0.05, most: 1000 };

/** The gamma distribution of greatest likelihood for a mean and a mean of logarithms: Minka 2002, Estimating a Gamma. */
function ratesOf(mean: number, meanOfLogs: number): Rates {
  const spread = Math.max(Math.log(mean) - meanOfLogs, 1e-9);
  const shape = (3 - spread + Math.sqrt((spread - 3) ** 2 + 24 * spread)) / (12 * spread);
  const bounded = Math.min(Math.max(shape, SHAPE.least), SHAPE.most);
  return { shape: bounded, rate: bounded / mean };
}

/** One turn of expectation and maximisation: what each idea's rate is likely to be, then the curve and rates for that. */
function turn(ideas: Counts[], { curve, rates: { shape, rate } }: Fit): Fit {
  const [seen, supported] = [new Array<number>(bands).fill(0), new Array<number>(bands).fill(0)];
  let [sum, logs] = [0, 0];
  for (const { people, supporters, supported: all } of ideas) {
    const attention = curve.reduce((sum, one, band) => sum + one * (people[band] ?? 0), 0);
    const expected = (shape + all) / (rate + attention);
    sum += expected;
    logs += digamma(shape + all) - Math.log(rate + attention);
    for (const [band, count] of people.entries()) {
      seen[band] = (seen[band] ?? 0) + count * expected;
      supported[band] = (supported[band] ?? 0) + (supporters[band] ?? 0);
    }
  }
  const fitted = seen.map((expected, band) => (expected > 0 ? (supported[band] ?? 0) / expected : (curve[band] ?? 0)));
  const first = fitted[0] || 1;
  return { curve: fitted.map((value) => value / first), rates: ratesOf(sum / ideas.length, logs / ideas.length) };
}

function mostLikely(ideas: Counts[]): Fit {
  const mean = sumOf(ideas, ({ supported }) => supported) / sumOf(ideas, ({ seen }) => seen);
  let fit: Fit = { curve: [...defaultCurve], rates: { shape: 1, rate: 1 / mean } };
  for (let count = 0; count < MOST_TURNS; count++) {
    const next = turn(ideas, fit);
    const moved = next.curve.map((value, band) => Math.abs(value - (fit.curve[band] ?? 0)));
    const settled = Math.abs(Math.log(next.rates.shape / fit.rates.shape));
    fit = next;
    if (Math.max(...moved, settled) < 1e-5) break;
  }
  return fit;
}

/** Pools neighbours until nothing rises: Ayer et al. 1955, https://doi.org/10.1214/aoms/1177728423. */
function falling(curve: number[], weights: number[]): number[] {
  const blocks: { value: number; weight: number; length: number }[] = [];
  for (const [band, value] of curve.entries()) {
    let block = { value, weight: weights[band] ?? 0, length: 1 };
    for (let above = blocks.at(-1); above && above.value < block.value; above = blocks.at(-1)) {
      const weight = above.weight + block.weight;
      const pooled = (above.value * above.weight + block.value * block.weight) / weight;
      block = { value: pooled, weight, length: above.length + block.length };
      blocks.pop();
    }
    blocks.push(block);
  }
  const pooled = blocks.flatMap(({ value, length }) => new Array<number>(length).fill(value));
  const first = pooled[0] ?? 1;
  return pooled.map((value) => Math.max(value / first, LEAST));
}

function withDefaults(curve: number[], isKnown: boolean[]): number[] {
  const whole: number[] = [];
  for (let band = 0; band < bands; band++) {
    const above = band === 0 ? 1 : ((whole[band - 1] ?? 1) * (defaultCurve[band] ?? 1)) / (defaultCurve[band - 1] ?? 1);
    whole.push(isKnown[band] ? (curve[band] ?? above) : above);
  }
  return whole;
}

/**
 * How much attention an idea gets in each band compared to the first, from who saw ideas where and supported them; null
 * as long as the log does not say it: the first and three more bands need 200 supporters each, of 30 ideas that were
 * seen in other bands too. Bands that are not known go on from the one above as the default does.
 *
 * The position-based model (Craswell et al. 2008, https://doi.org/10.1145/1341531.1341545; Richardson et al. 2007,
 * https://doi.org/10.1145/1242572.1242643): supporters of idea i in band b are Poisson with mean people × rate_i ×
 * attention_b. Rates and attention are fitted in turns to their greatest likelihood (Dempster, Laird, Rubin 1977,
 * https://doi.org/10.1111/j.2517-6161.1977.tb01600.x). Rates are taken from a common gamma distribution instead of one by
 * one: an idea that was lucky further down is put at the top, where it does worse than it did, and taken for itself that
 * would look as if the top had less attention. Attention never rises down a list.
 */
export function fitPositions(cells: Cell[]): number[] | null {
  const ideas = countsOf(cells);
  const isKnown = knownBands(ideas);
  if (!isKnown[0] || isKnown.filter(Boolean).length < KNOWN_BANDS) return null;
  const { curve } = mostLikely(ideas);
  const weights = Array.from({ length: bands }, (_, band) =>
    isKnown[band] ? sumOf(ideas, ({ supporters }) => supporters[band] ?? 0) : 1e-9,
  );
  return falling(withDefaults(curve, isKnown), weights);
}
