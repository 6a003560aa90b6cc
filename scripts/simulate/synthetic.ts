import { chanceOf, stream } from "./chance";
import type { Shown, World } from "./portal";

/** A portal that is made up. */
export type Making = {
  seed: number;
  /** How likely those who look at it support each idea, and when it appears, in days; the newest first. */
  ideas: { rate: number; born: number }[];
  people: number;
  visits: number;
  /** Over how many days people come. */
  days: number;
  /** Attention at place k is k to the power of minus this. */
  steepness: number;
  /** By how much what is shown beside an idea changes how likely it is supported. */
  influence?: (shown: Shown) => number;
};

/** A made-up world: people come evenly over its days, each as likely as the other. */
export function made({ seed, ideas, people, visits, days, steepness, influence = () => 1 }: Making): World {
  const random = stream(seed + 101);
  const all = Int32Array.from(ideas.keys());
  return {
    seed,
    born: Float64Array.from(ideas, ({ born }) => born),
    truth: Float64Array.from(ideas, ({ rate }) => rate),
    visits: Array.from({ length: visits }, (_, visit) => ({
      person: people >= visits ? visit : Math.floor(random() * people),
      at: ((visit + random()) * days) / visits,
    })),
    people,
    candidates: () => all,
    attention: (position) => position ** -steepness,
    opinion: (person, idea, shown) =>
      chanceOf(seed + 103, person, idea) < Math.min(ideas[idea]!.rate * influence(shown), 0.95) ? 1 : 0,
  };
}

/** Ideas that are better and worse, the newest first. */
export const newestFirst = <T extends { born: number }>(ideas: T[]): T[] => ideas.toSorted((a, b) => b.born - a.born);
