import { isUndecided } from "../ideas/states";
import { listUncompared } from "../search/compare-ideas";
import { findDuplicatesOf } from "./compare-idea";

/** Ideas per call: a third of a second's work where there are very many, so that a large import is worked off beside everything else. */
const BATCH = 10;

/**
 * Compares ideas that are new or were edited with all others, the newest first: what an import brought, and what was there
 * before. Those that wait for a decision are put before reviewers together with what they are like.
 *
 * @returns how many
 */
export async function compareNewIdeas(): Promise<number> {
  const ideas = await listUncompared(BATCH);
  for (const id of ideas) await findDuplicatesOf(id, isUndecided);
  return ideas.length;
}
