import type { Actor } from "../access/actor";
import { db } from "../platform/db/client";
import type { Tally } from "./schema";
import { supportedSql } from "./supported";

/** How an idea stands now with those that were merged into it, and whether `actor` supports it. */
export async function tallyOf(actor: Actor, ideaId: string): Promise<Tally> {
  const [row] = await db.$queryRaw<(Tally & { duplicates: number })[]>`
    select n.votes,
           n.duplicates,
           exists (select from vote v where v.idea_id = n.idea_id and v.voter_id = ${actor.id}::uuid) as mine
      from idea_tally n
     where n.idea_id = ${ideaId}::uuid`;
  if (!row) return { votes: 0, mine: false };
  const { votes, mine, duplicates } = row;
  // Most ideas have none, and whoever votes should not wait for the question.
  return { votes, mine: mine || (duplicates > 0 && (await isSupportedBy(actor, ideaId))) };
}

async function isSupportedBy(actor: Actor, ideaId: string): Promise<boolean> {
  const [row] = await db.$queryRaw<{ mine: boolean }[]>`
    select ${supportedSql(actor)} as mine
      from idea_tally n
     where n.idea_id = ${ideaId}::uuid`;
  return row?.mine ?? false;
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
