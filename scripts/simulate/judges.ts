import { strengthsOf } from "../../lib/comparisons/strength";
import { beta, stream } from "./chance";
import type { Figures } from "./figures";
import { precisionAtTen, spearman } from "./measures";
import { emptyLog, sight, vote } from "./portal";
import { ratesOf } from "./rates";

/** Weights of a comparison, in sightings. */
export const weights = [0, 0.25, 0.5, 1, 2];

/** How many have seen each idea, and how often it was compared. */
export const amounts = [
  { sightings: 5, comparisons: 5 },
  { sightings: 20, comparisons: 5 },
  { sightings: 20, comparisons: 20 },
  { sightings: 80, comparisons: 10 },
];

/** How much what wins a comparison differs from what wins support: the standard deviation, in log-odds. */
export const tastes = [0.3, 1];

const IDEAS = 120;

/** How well the true order is found, by how much a comparison counts. Judges prefer by the odds of their own taste. */
export async function judges(seed: number): Promise<Figures> {
  const random = stream(seed);
  const normal = () => Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
  const truth = Array.from({ length: IDEAS }, () => beta(random, 1.5, 8.5));
  const figures: Figures = {};
  for (const taste of tastes)
    for (const { sightings, comparisons } of amounts) {
      const log = emptyLog(new Float64Array(IDEAS));
      for (const [idea, rate] of truth.entries())
        for (let person = 0; person < sightings; person++) {
          sight(log, idea, 1);
          if (random() < rate) vote(log, idea, 0, 1);
        }
      const liked = truth.map((rate) => Math.log(rate / (1 - rate)) + taste * normal());
      const preferences = Array.from({ length: (IDEAS * comparisons) / 2 }, () => {
        const one = Math.floor(random() * IDEAS);
        const other = (one + 1 + Math.floor(random() * (IDEAS - 1))) % IDEAS;
        const wins = random() < 1 / (1 + Math.exp(liked[other]! - liked[one]!));
        const [winner, loser] = wins ? [one, other] : [other, one];
        return { winnerId: String(winner), loserId: String(loser) };
      });
      for (const { ideaId, strength, comparisons: count } of await strengthsOf(preferences)) {
        log.strength[Number(ideaId)] = strength;
        log.comparisons[Number(ideaId)] = count;
      }
      for (const weight of weights) {
        const rates = ratesOf({ weightOfComparison: weight });
        rates.refresh(log);
        const found = truth.map((_, idea) => rates.of(idea).merit);
        const name = `${taste}|${sightings}|${comparisons}|${weight}`;
        figures[`${name}|correlation`] = spearman(found, truth);
        figures[`${name}|precision`] = precisionAtTen(found, truth);
      }
    }
  return figures;
}
