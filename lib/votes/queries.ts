import type { Actor } from "../access/actor";
import { db } from "../platform/db/client";
import type { Tally } from "./schema";

/** How an idea stands now, and whether `actor` supports it. */
export async function tallyOf(actor: Actor, ideaId: string): Promise<Tally> {
  const [row] = await db.$queryRaw<Tally[]>`
    select t.votes,
           exists (select from vote v where v.idea_id = t.idea_id and v.voter_id = ${actor.id}::uuid) as mine
      from idea_tally t
     where t.idea_id = ${ideaId}::uuid`;
  return row ?? { votes: 0, mine: false };
}
