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
