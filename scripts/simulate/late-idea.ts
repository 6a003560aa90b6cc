import { beta, stream } from "./chance";
import type { Figures } from "./figures";
import { type OrderName, orders } from "./orders";
import { emptyLog, type Log } from "./portal";
import { run } from "./run";
import { made, newestFirst } from "./synthetic";

const BORN = 30;
const DAYS = 45;

/** The place of an idea among all that are there, by what an order concludes; 1 is the best. */
export const placeOf = (verdict: Float64Array, born: Float64Array, idea: number, at: number): number =>
  1 + verdict.reduce((above, value, other) => above + (born[other]! <= at && value > verdict[idea]! ? 1 : 0), 0);

/** After how many days an excellent idea that comes a month late is among the ten best, under each order. */
export function lateIdea(seed: number): Figures {
  const random = stream(seed);
  const early = Array.from({ length: 120 }, () => ({ rate: beta(random, 3, 17), born: 10 * random() }));
  const ideas = newestFirst([...early, { rate: 0.5, born: BORN }]);
  const world = made({ seed, ideas, people: 450, visits: 30 * DAYS, days: DAYS, steepness: 0.3 });
  const figures: Figures = {};
  for (const [name, make] of Object.entries(orders)) {
    const order = make();
    let found = DAYS - BORN;
    let log: Log = emptyLog(world.born);
    run(world, order, [], {
      before: (live) => {
        log = live;
      },
      after: (_, at) => {
        if (at < BORN || found < DAYS - BORN) return;
        if (placeOf(order.verdict(log, at), world.born, 0, at) <= 10) found = at - BORN;
      },
    });
    figures[`${name as OrderName}|days`] = found;
    figures[`${name as OrderName}|found`] = found < DAYS - BORN ? 1 : 0;
  }
  return figures;
}
