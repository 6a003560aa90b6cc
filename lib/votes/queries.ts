import type { Actor } from "../access/actor";
import { db } from "../platform/db/client";
import type { Tally } from "./schema";
import { supportedSql } from "./supported";

/** How an idea stands now with those that were merged into it, and whether `actor` supports it. */
export async function tallyOf(actor: Actor, ideaId: string): Promise<Tally> {
  const [row] = await db.$queryRaw<Tally[]>`
    select n.votes,
           ${supportedSql(actor)} as mine
      from idea_tally n
     where n.idea_id = ${ideaId}::uuid`;
  return row ?? { votes: 0, mine: false };
}

/** Whether `actor`'s vote counts for the idea that this one was merged into, and would not without the merge. */
export async function isVoteMoved(actor: Actor, ideaId: string): Promise<boolean> {
  const rows = await db.$queryRaw<unknown[]>`
    select 1
      from merge m
      join vote v on v.idea_id = m.duplicate_id and v.voter_id = ${actor.id}::uuid
      join idea s on s.id = m.survivor_id and s.author_id is distinct from ${actor.id}::uuid
     where m.duplicate_id = ${ideaId}::uuid
       and not exists (select from vote o where o.idea_id = m.survivor_id and o.voter_id = ${actor.id}::uuid)`;
  return rows.length > 0;
}
