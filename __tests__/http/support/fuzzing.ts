import type { Parameters } from "fast-check";

/**
 * How much is tried, and from where. The same seed tries the same again; `FUZZ_SEED` and `FUZZ_RUNS` (tries for each
 * door) are for long runs.
 */
export const fuzzing: Parameters<unknown> = {
  seed: Number(process.env.FUZZ_SEED ?? 20_261_121),
  numRuns: Number(process.env.FUZZ_RUNS ?? 60),
};

/** How long one door may take, so that only what hangs is cut off. */
export const fuzzingTimeout = 60_000 + (fuzzing.numRuns ?? 0) * 2_000;
