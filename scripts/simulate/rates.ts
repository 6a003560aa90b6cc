import { bands } from "../../lib/impressions/bands";
import { defaultCurve, fitPositions } from "../../lib/ranking/position-bias";
import { fitPrior } from "../../lib/ranking/prior";
import { defaultPrior, type SupportRate, supportRate, WEIGHT_OF_COMPARISON } from "../../lib/ranking/support-rate";
import { type Log, sumOver } from "./portal";

/** What the product's own functions say of each idea, kept up to date. */
export type Rates = { refresh: (log: Log) => void; of: (idea: number) => SupportRate };

/** What to assume instead of what the product does. */
export type Assumed = {
  /** Attention per band; the published default, or what the log says, without it. */
  curve?: number[];
  weightOfComparison?: number;
};

/** A new fit is tried when so much more has been seen. The product tries every hour; that would not change much. */
const GROWN = 1.25;

const published = new Map<number, SupportRate>();

/** How many people an idea had the attention of, under a curve. */
export function attentionOf({ seen }: Log, idea: number, curve: readonly number[]): number {
  let sum = 0;
  for (let band = 0; band < curve.length; band++) sum += seen[idea * curve.length + band]! * curve[band]!;
  return sum;
}

/** What the log says of positions; null as long as it says nothing. */
export const curveOf = ({ seen, supporters }: Log): number[] | null =>
  fitPositions(
    Array.from(seen, (people, index) => ({
      idea: String(Math.floor(index / bands)),
      band: (index % bands) + 1,
      people,
      supporters: supporters[index]!,
    })),
  );

/** Scores by lib/ranking: with the published prior and curve, and from when the log says enough, with its own. */
export function ratesOf({ curve: assumed, weightOfComparison = WEIGHT_OF_COMPARISON }: Assumed = {}): Rates {
  const rates: SupportRate[] = [];
  let [curve, prior, known] = [assumed ?? defaultCurve, defaultPrior, assumed ? new Map() : published];
  let fitted = 0;

  const compute = (log: Log, idea: number): SupportRate => {
    // Twentieths of a sighting change nothing that matters, and let results be remembered.
    const seen = Math.round(attentionOf(log, idea, curve) * 20) / 20;
    const supporters = sumOver(log.supporters, idea);
    const [direct, strength] = [log.direct[idea]!, log.strength[idea]!];
    const comparisons = (log.comparisons[idea]! * weightOfComparison) / WEIGHT_OF_COMPARISON;
    const evidence = { seen, supporters, direct, imported: 0, comparisons, strength };
    if (direct > 0 || comparisons > 0) return supportRate(evidence, prior);
    const key = seen * 20 * 65_536 + supporters;
    const rate = known.get(key) ?? supportRate(evidence, prior);
    known.set(key, rate);
    return rate;
  };

  const refit = (log: Log): void => {
    const ownCurve = assumed ? null : curveOf(log);
    curve = assumed ?? ownCurve ?? defaultCurve;
    const ideas = [...log.born.keys()];
    const counts = ideas.map((idea) => ({
      seen: attentionOf(log, idea, curve),
      supporters: sumOver(log.supporters, idea),
    }));
    const ownPrior = fitPrior(counts);
    if (!ownCurve && !ownPrior) return;
    [prior, known] = [ownPrior ?? defaultPrior, new Map()];
    rates.length = 0;
  };

  return {
    of: (idea) => rates[idea]!,
    refresh: (log) => {
      if (log.sightings > fitted * GROWN) {
        fitted = Math.max(log.sightings, log.ideas);
        refit(log);
      }
      for (let idea = rates.length; idea < log.ideas; idea++) rates.push(compute(log, idea));
      for (const idea of log.changed) rates[idea] = compute(log, idea);
      log.changed.clear();
    },
  };
}
