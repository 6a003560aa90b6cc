import { z } from "zod";
import type { SupportRate } from "./schema";

/** Figures about fewer people than these are about somebody. */
const FEWEST_TO_COUNT = 5;

/** What an idea's rank knows of its support. */
export const rankedSupport = z.object({
  sightings: z.number(),
  supportersSeen: z.number(),
  merit: z.number(),
  expected: z.number(),
  hopeful: z.number(),
});

/** What an idea's rank knows of its support. */
export type RankedSupport = z.output<typeof rankedSupport>;

/** The same, as a query asks for it. */
export const supportSelected = Object.fromEntries(rankedSupport.keyof().options.map((name) => [name, true])) as Record<
  keyof RankedSupport,
  true
>;

/** Nor is it told when one more has looked: people are counted by so many. */
const STEP = 5;

const percent = (share: number) => Math.round(share * 100) / 100;

/**
 * How many of those who see an idea support it, as readers are told: coarse enough that nobody can watch the figures to
 * learn what a certain colleague has seen.
 *
 * @returns null until the idea is ranked, and while fewer than five people have seen it
 */
export function supportTold(rank: RankedSupport | null): SupportRate | null {
  if (!rank || rank.sightings < FEWEST_TO_COUNT) return null;
  const { sightings, supportersSeen, merit, expected, hopeful } = rank;
  const seen = sightings - (sightings % STEP);
  return {
    seen,
    supporters: Math.min(supportersSeen, seen),
    low: percent(merit),
    expected: percent(expected),
    high: percent(hopeful),
  };
}
