import { Failure } from "../../platform/errors";

// Next bundles pages and routes apart: each has its own copy of this file, and one list of who is served.
const held = globalThis as typeof globalThis & { tormentaExports?: Set<string> };
held.tormentaExports ??= new Set();
const served = held.tormentaExports;

/** About as long as the largest file takes. */
const PATIENCE_S = 10;

/**
 * Makes one file of a person at a time; whoever wants another meanwhile is told to wait. None stands in line, because
 * nobody knows whether whoever asked for it is still there.
 *
 * @throws Failure `too_many` while another is made
 */
export async function oneAtATime<T>(personId: string, make: () => Promise<T>): Promise<T> {
  if (served.has(personId)) throw new Failure("too_many", "exports.oneAtATime", {}, PATIENCE_S);
  served.add(personId);
  try {
    return await make();
  } finally {
    served.delete(personId);
  }
}
