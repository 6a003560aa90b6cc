import { beta, stream } from "./chance";
import type { Figures } from "./figures";
import { orders } from "./orders";
import { run } from "./run";
import { made, newestFirst } from "./synthetic";

/** How well each order tells good from popular where people vote for what has votes: twice as likely at a hundred. */
export function bandwagon(seed: number): Figures {
  const random = stream(seed);
  const ideas = newestFirst(Array.from({ length: 120 }, () => ({ rate: beta(random, 1.5, 8.5), born: 30 * random() })));
  const crowd = { seed, ideas, people: 600, visits: 1200, days: 40, steepness: 0.3 };
  const figures: Figures = {};
  for (const [name, make] of Object.entries(orders))
    for (const [mood, influence] of [
      ["alone", () => 1],
      ["crowd", ({ votes }: { votes: number }) => 1 + Math.log10(1 + votes) / 2],
    ] as const) {
      const { precision, correlation, regret } = run(made({ ...crowd, influence }), make(), []).at(-1)!;
      Object.assign(figures, {
        [`${name}|${mood}|precision`]: precision,
        [`${name}|${mood}|correlation`]: correlation,
        [`${name}|${mood}|regret`]: regret,
      });
    }
  return figures;
}
