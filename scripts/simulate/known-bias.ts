import { bands } from "../../lib/impressions/bands";
import { defaultCurve } from "../../lib/ranking/position-bias";
import { beta, chanceOf, stream } from "./chance";
import type { Figures } from "./figures";
import { spearman } from "./measures";
import { type Order, orders } from "./orders";
import { emptyLog, type Log } from "./portal";
import { curveOf, ratesOf } from "./rates";
import { run } from "./run";
import { made, newestFirst } from "./synthetic";

/** How steeply attention falls, as it truly is. */
export const steepnesses = [0, 0.12, 0.3, 0.5, 1];

/** A portal on which some look at merit, some discover, and some want to see what is new. */
function variously(seed: number): Order {
  const all = [orders.merit(), orders.discover(), orders.newest()];
  return {
    refresh: (log, at) => {
      const changed = [...log.changed];
      for (const order of all) {
        for (const idea of changed) log.changed.add(idea);
        order.refresh(log, at);
      }
    },
    page: (log, candidates, look) =>
      all[Math.floor(all.length * chanceOf(seed + 31, look.visit))]!.page(log, candidates, look),
    verdict: all[0]!.verdict,
  };
}

/** The places of a page that make up each band. */
const places = [[1], [2], [3], [4, 5], [6, 7, 8, 9, 10], Array.from({ length: 10 }, (_, index) => 11 + index)];

/** Whether a curve that we know is found again in the log, and what it is worth to know it. */
export function knownBias(seed: number): Figures {
  const random = stream(seed);
  const ideas = newestFirst(Array.from({ length: 200 }, () => ({ rate: beta(random, 1.5, 8.5), born: 40 * random() })));
  const figures: Figures = {};
  for (const steepness of steepnesses) {
    const visits = 4000;
    const world = made({ seed, ideas, people: visits, visits, days: 60, steepness });
    let log: Log = emptyLog(world.born);
    run(world, variously(seed), [], {
      before: (live) => {
        log = live;
      },
    });
    const curve = curveOf(log);
    for (const [band, of] of places.entries()) {
      figures[`${steepness}|true|${band}`] = of.reduce((sum, place) => sum + place ** -steepness, 0) / of.length;
      figures[`${steepness}|fitted|${band}`] = curve?.[band] ?? Number.NaN;
    }
    const flat = new Array<number>(bands).fill(1);
    for (const [name, assumed] of [
      ["none", flat],
      ["default", defaultCurve],
      ["own", curve ?? defaultCurve],
    ] as const) {
      const rates = ratesOf({ curve: [...assumed] });
      rates.refresh(log);
      const found = ideas.map((_, idea) => rates.of(idea).merit);
      figures[`${steepness}|order|${name}`] = spearman(found, [...world.truth]);
    }
  }
  return figures;
}
