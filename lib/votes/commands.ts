import type { Actor } from "../access/actor";
import { authorize } from "../access/authorize";
import type { IdeaRef } from "../ideas/schema";
import { holdStanding } from "../ideas/standing";
import { requireState } from "../ideas/states";
import { Prisma, transaction } from "../platform/db/client";
import { recordSql } from "../platform/events";
import { voteCast, voteWithdrawn } from "./events";
import { tallyOf } from "./queries";
import type { Tally } from "./schema";

/** Gives `actor`'s one vote to an idea. Voting again changes nothing, so a double click is harmless. */
export const castVote = (actor: Actor, { ideaId }: IdeaRef): Promise<Tally> =>
  vote(
    actor,
    ideaId,
    voteCast,
    Prisma.sql`
      insert into vote (idea_id, voter_id)
      values (${ideaId}::uuid, ${actor.id}::uuid)
          on conflict do nothing
      returning idea_id`,
  );

/** Takes `actor`'s vote back. Without a vote there is nothing to take, and nothing changes. */
export const withdrawVote = (actor: Actor, { ideaId }: IdeaRef): Promise<Tally> =>
  vote(
    actor,
    ideaId,
    voteWithdrawn,
    Prisma.sql`
      delete from vote
       where idea_id = ${ideaId}::uuid
         and voter_id = ${actor.id}::uuid
      returning idea_id`,
  );

/** Fails with not_found, forbidden, or conflict "votes.closed", in that order; none of the three changes meanwhile. */
async function vote(actor: Actor, ideaId: string, event: typeof voteCast, change: Prisma.Sql): Promise<Tally> {
  await transaction(async (tx) => {
    const idea = await holdStanding(tx, actor, ideaId);
    authorize(actor, "idea.vote", idea);
    requireState(idea, "votable", "votes.closed");
    // One statement and the last of its transaction, because from here until the commit everybody else who votes for
    // the same idea waits for its counter.
    await tx.$executeRaw(recordSql(actor, event, change, {}));
  });
  return tallyOf(actor, ideaId);
}
