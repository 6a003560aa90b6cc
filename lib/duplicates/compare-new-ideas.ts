import { undecidedStates } from "../ideas/states";
import { db } from "../platform/db/client";
import { compareIdea } from "./compare-idea";

/** Ideas per call: a second's work where there are very many, so that nobody waits for the worker. */
const BATCH = 10;

/**
 * Compares ideas that wait for a decision and were never compared with the others, the newest first: what an import
 * brought, and what was there before.
 *
 * @returns how many
 */
export async function compareNewIdeas(): Promise<number> {
  const ideas = await db.$queryRaw<{ id: string }[]>`
    select i.id
      from idea i
     where i.status = any (${[...undecidedStates]}::idea_status[])
       and not exists (select from duplicate_look l where l.idea_id = i.id)
     order by i.submitted_at desc, i.id desc
     limit ${BATCH}::int`;
  for (const { id } of ideas) await compareIdea(id);
  return ideas.length;
}
