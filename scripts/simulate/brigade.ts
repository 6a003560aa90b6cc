import { bandOf } from "../../lib/impressions/bands";
import { beta, stream } from "./chance";
import type { Figures } from "./figures";
import { placeOf } from "./late-idea";
import { orders } from "./orders";
import { emptyLog, type Log, PAGE, sight, vote } from "./portal";
import { run } from "./run";
import { made, newestFirst } from "./synthetic";

const BRIGADE = 50;
const WHEN = 20;

/** Fifty people vote for an idea whose link they were sent, without a list having shown it to them. */
function byLink(log: Log, idea: number, at: number): void {
  for (let person = 0; person < BRIGADE; person++) vote(log, idea, at, 0);
}

/** Fifty people go down the list to an idea, support it, and leave everything above it. */
function byList(log: Log, idea: number, at: number, page: readonly number[]): void {
  for (let person = 0; person < BRIGADE; person++) {
    for (const [place, other] of page.entries()) if (other !== idea) sight(log, other, place + 1);
    sight(log, idea, PAGE);
    vote(log, idea, at, bandOf(PAGE));
  }
}

/** The place of a poor idea under each order before fifty people push it, right afterwards, and ten and twenty days later. */
export function brigade(seed: number): Figures {
  const random = stream(seed);
  const others = Array.from({ length: 120 }, () => ({ rate: beta(random, 1.5, 8.5), born: 15 * random() }));
  const ideas = newestFirst([...others, { rate: 0.03, born: 5 }]);
  const target = ideas.findIndex(({ born }) => born === 5);
  const world = made({ seed, ideas, people: 600, visits: 1200, days: 40, steepness: 0.3 });
  const figures: Figures = {};
  for (const [name, make] of Object.entries(orders))
    for (const way of ["link", "list"]) {
      const order = make();
      let log: Log = emptyLog(world.born);
      const note = (what: string, at: number) => {
        figures[`${name}|${way}|${what}`] ??= placeOf(order.verdict(log, at), world.born, target, at);
      };
      let page: number[] = [];
      run(world, order, [], {
        before: (live, at) => {
          log = live;
          if (at < WHEN || `${name}|${way}|before` in figures) return;
          note("before", at);
          if (way === "link") byLink(log, target, at);
          else byList(log, target, at, page);
          note("after", at);
        },
        after: (shown, at, visit) => {
          page = shown;
          if (at >= WHEN + 10) note("later", at);
          if (visit === world.visits.length - 1) note("end", at);
        },
      });
    }
  return figures;
}
