import type { Figures } from "./figures";
import { type OrderName, orders } from "./orders";
import type { Conversation } from "./polis";
import { type Circumstances, mostPossible, replayed } from "./replay";
import { run } from "./run";

/** Sightings per idea at which the orders are compared. */
export const checkpoints = [2, 5, 10, 20, 40];

/** The circumstances under which the logs are replayed; the first are those of the main table. */
export const circumstances = {
  main: { isKnownOnly: true, steepness: 0.3, willingness: 1 },
  drawn: { isKnownOnly: false, steepness: 0.3, willingness: 1 },
  rare: { isKnownOnly: true, steepness: 0.3, willingness: 0.25 },
  even: { isKnownOnly: true, steepness: 0, willingness: 1 },
  steep: { isKnownOnly: true, steepness: 0.7, willingness: 1 },
} satisfies Record<string, Circumstances>;

/** Under other circumstances only those are replayed that did well, or that are ours. */
const finalists: OrderName[] = [
  "votes",
  "fider",
  "hackerNews",
  "upDown",
  "wilson",
  "merit",
  "hopeful",
  "thompson",
  "discover",
];

/** How each order fares in every conversation, and in the mean of all. */
export function replayFigures(conversations: readonly Conversation[], name: keyof typeof circumstances, seed: number) {
  const figures: Figures = {};
  const compared = name === "main" ? (Object.keys(orders) as OrderName[]) : finalists;
  const sums = new Map<string, number>();
  const note = (conversation: string, what: string, value: number) => {
    figures[`${conversation}|${what}`] = value;
    sums.set(what, (sums.get(what) ?? 0) + value / conversations.length);
  };
  for (const conversation of conversations) {
    const world = replayed(conversation, seed)(circumstances[name]);
    note(conversation.name, "possible", mostPossible(conversation, seed));
    for (const order of compared) {
      const standings = run(world, orders[order](), checkpoints);
      for (const [index, checkpoint] of checkpoints.entries()) {
        // A small conversation ends early: how it stands at its end is how it stays.
        const { precision, correlation, regret } = standings[Math.min(index, standings.length - 1)]!;
        note(conversation.name, `${order}|${checkpoint}|precision`, precision);
        note(conversation.name, `${order}|${checkpoint}|correlation`, correlation);
        note(conversation.name, `${order}|${checkpoint}|regret`, regret);
      }
    }
  }
  for (const [what, value] of sums) figures[`all|${what}`] = value;
  return figures;
}
