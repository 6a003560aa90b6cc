import type { Actor } from "../access/actor";
import { authorize } from "../access/authorize";
import { findIdea } from "../ideas/queries";
import type { IdeaRef } from "../ideas/schema";
import { requireState } from "../ideas/states";
import { type Db, transaction } from "../platform/db/client";
import type { IdeaStatus } from "../platform/db/generated/enums";
import { record } from "../platform/events";
import { voteCast, voteWithdrawn } from "./events";
import { tallyOf } from "./queries";
import type { Tally } from "./schema";

/** Gives `actor`'s one vote to an idea. Voting again changes nothing, so a double click is harmless. */
export async function castVote(actor: Actor, { ideaId }: IdeaRef): Promise<Tally> {
  await requireVotable(actor, ideaId);

  return transaction(async (tx) => {
    await requireStillVotable(tx, ideaId);
    const { count } = await tx.vote.createMany({ data: [{ ideaId, voterId: actor.id }], skipDuplicates: true });
    if (count > 0) await record(tx, actor, voteCast, ideaId, {});
    return tallyOf(actor, ideaId, tx);
  });
}

/** Takes `actor`'s vote back. Without a vote there is nothing to take, and nothing changes. */
export async function withdrawVote(actor: Actor, { ideaId }: IdeaRef): Promise<Tally> {
  await requireVotable(actor, ideaId);

  return transaction(async (tx) => {
    await requireStillVotable(tx, ideaId);
    const { count } = await tx.vote.deleteMany({ where: { ideaId, voterId: actor.id } });
    if (count > 0) await record(tx, actor, voteWithdrawn, ideaId, {});
    return tallyOf(actor, ideaId, tx);
  });
}

/** Fails with not_found, forbidden, or conflict "votes.closed", in that order. */
async function requireVotable(actor: Actor, ideaId: string): Promise<void> {
  const idea = await findIdea(actor, ideaId);
  authorize(actor, "idea.vote", idea);
  requireState(idea, "votable", "votes.closed");
}

/** Holds the idea's state still until the vote is in, so that none slips in after voting has closed. */
async function requireStillVotable(tx: Db, ideaId: string): Promise<void> {
  const [idea] = await tx.$queryRaw<{ status: IdeaStatus }[]>`
    select status::text from idea where id = ${ideaId}::uuid for share`;
  requireState({ status: idea?.status ?? "withdrawn" }, "votable", "votes.closed");
}
