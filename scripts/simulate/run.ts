import { bandOf } from "../../lib/impressions/bands";
import { chanceOf } from "./chance";
import { precisionAtTen, spearman } from "./measures";
import type { Order } from "./orders";
import { best, depthOf, emptyLog, type Log, sight, vote, type World } from "./portal";

/** Visits between two refreshes of the ranks. */
const REFRESH = 5;

/** How an order fared up to a moment. */
export type Standing = {
  /** Sightings so far, per idea of the world. */
  sightings: number;
  precision: number;
  correlation: number;
  /** How much worse than the best that could have been shown were the ideas that people had before their eyes. */
  regret: number;
};

/** What else a run is asked to do and to tell. */
export type Extra = {
  before?: (log: Log, at: number, visit: number) => void;
  after?: (page: number[], at: number, visit: number) => void;
};

/** What an order concludes, against the truth, over the ideas that are there and whose truth is known. */
export function judge(order: Order, log: Log, world: World, at: number): Pick<Standing, "precision" | "correlation"> {
  const verdict = order.verdict(log, at);
  const there = [...world.truth.keys()].filter((idea) => world.born[idea]! <= at && !Number.isNaN(world.truth[idea]!));
  const [found, truth] = [there.map((idea) => verdict[idea]!), there.map((idea) => world.truth[idea]!)];
  return { precision: precisionAtTen(found, truth), correlation: spearman(found, truth) };
}

/** Lets everybody come to a portal that lists its ideas in an order; how that fared whenever so much was seen. */
export function run(world: World, order: Order, checkpoints: readonly number[], extra: Extra = {}): Standing[] {
  const log = emptyLog(world.born);
  const ideas = world.born.length;
  const [seen, attended] = [new Uint8Array(world.people * ideas), new Uint8Array(world.people * ideas)];
  const votedOn: { idea: number; at: number }[] = [];
  const standings: Standing[] = [];
  let [sightings, regret, judged, forgotten] = [0, 0, 0, 0];

  for (const [visit, { person, at }] of world.visits.entries()) {
    extra.before?.(log, at, visit);
    while (forgotten < votedOn.length && votedOn[forgotten]!.at < at - 30) log.recent[votedOn[forgotten++]!.idea]!--;
    if (visit % REFRESH === 0) order.refresh(log, at);
    const candidates = world.candidates(person);
    const page = order.page(log, candidates, { person, visit, at, seed: world.seed });
    const depth = Math.min(depthOf(world.seed, visit), page.length);
    const ideal = best(candidates, world.born, at, (idea) => world.truth[idea]! || 0);
    for (let place = 0; place < depth; place++) {
      const idea = page[place]!;
      const pair = person * ideas + idea;
      // The band of the first sighting, plus one, so that none is 0.
      if (seen[pair] === 0) {
        seen[pair] = bandOf(place + 1);
        sight(log, idea, place + 1);
      }
      if (!Number.isNaN(world.truth[idea]!)) {
        regret += (world.truth[ideal[place]!]! || 0) - world.truth[idea]!;
        judged++;
      }
      if (attended[pair] || chanceOf(world.seed, person, idea, visit) > world.attention(place + 1)) continue;
      attended[pair] = 1;
      const opinion = world.opinion(person, idea, { votes: log.votes[idea]!, position: place + 1 });
      if (opinion < 0) log.against[idea]!++;
      if (opinion <= 0) continue;
      vote(log, idea, at, seen[pair]!);
      votedOn.push({ idea, at });
    }
    sightings += depth;
    extra.after?.(page, at, visit);
    const next = checkpoints[standings.length];
    if ((next !== undefined && sightings >= next * ideas) || visit === world.visits.length - 1)
      standings.push({ sightings: sightings / ideas, ...judge(order, log, world, at), regret: regret / judged });
  }
  return standings;
}
