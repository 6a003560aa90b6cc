import { bandwagon } from "./bandwagon";
import { brigade } from "./brigade";
import type { Figures } from "./figures";
import { judges } from "./judges";
import { knownBias } from "./known-bias";
import { lateIdea } from "./late-idea";
import type { Conversation } from "./polis";
import { circumstances, replayFigures } from "./replay-figures";

type Scenario = (seed: number) => Figures | Promise<Figures>;

/** What is simulated with made-up people. */
export const synthetic: Record<string, Scenario> = { lateIdea, bandwagon, brigade, knownBias, judges };

/** What is replayed of real votes. */
export const replays = Object.keys(circumstances) as (keyof typeof circumstances)[];

/** One run of a scenario; the same seed finds the same. */
export function perform(
  name: string,
  seed: number,
  conversations: readonly Conversation[],
): Figures | Promise<Figures> {
  const made = synthetic[name];
  if (made) return made(seed);
  return replayFigures(conversations, name as keyof typeof circumstances, seed);
}
