import type { SupportRate } from "./schema";

/** Figures about fewer people than these are about somebody. */
const FEWEST_TO_COUNT = 5;

/** What an idea's rank knows of its support. */
export type RankedSupport = {
  sightings: number;
  supportersSeen: number;
  merit: number;
  expected: number;
  hopeful: number;
};

/** How many of those who see an idea support it, as readers are told. Nobody is told of fewer than five people. */
export function supportTold(rank: RankedSupport | null): SupportRate | null {
  if (!rank) return null;
  const { sightings, supportersSeen, merit, expected, hopeful } = rank;
  const isTold = sightings >= FEWEST_TO_COUNT;
  return {
    seen: isTold ? sightings : null,
    supporters: isTold ? supportersSeen : null,
    low: merit,
    expected,
    high: hopeful,
  };
}
