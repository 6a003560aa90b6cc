import type { Actor } from "../access/actor";
import { authorize } from "../access/authorize";
import type { IdeaRef } from "../ideas/schema";
import { findStanding } from "../ideas/standing";
import { votableStates } from "../ideas/states";
import { db, Prisma } from "../platform/db/client";
import type { IdeaStatus } from "../platform/db/generated/enums";
import { Failure } from "../platform/errors";
import { recordSql } from "../platform/events";
import { voteCast, voteWithdrawn } from "./events";
import { tallyOf } from "./queries";
import type { Tally } from "./schema";

/** Gives `actor`'s one vote to an idea. Voting again changes nothing, so a double click is harmless. */
export const castVote = (actor: Actor, { ideaId }: IdeaRef): Promise<Tally> =>
  vote(
    actor,
    ideaId,
    votableStates,
    voteCast,
    Prisma.sql`
      insert into vote (idea_id, voter_id)
      select open.id, ${actor.id}::uuid
        from open
          on conflict do nothing
      returning idea_id`,
  );

/**
 * Takes `actor`'s vote back, also where it was given to an idea that was merged into this one. Of a duplicate itself: the
 * vote that it brought to the idea that stays, as long as that one takes votes. Without a vote there is nothing to take,
 * and nothing changes.
 */
export async function withdrawVote(actor: Actor, { ideaId }: IdeaRef): Promise<Tally> {
  const tally = await withdraw(actor, ideaId, [...votableStates, "merged"], Prisma.sql`select id from open`);
  if (!tally.mine || (await db.merge.count({ where: { survivorId: ideaId } })) === 0) return tally;
  const duplicates = Prisma.sql`select m.duplicate_id from merge m join open on open.id = m.survivor_id`;
  return withdraw(actor, ideaId, votableStates, duplicates);
}

const withdraw = (actor: Actor, ideaId: string, open: IdeaStatus[], from: Prisma.Sql): Promise<Tally> =>
  vote(
    actor,
    ideaId,
    open,
    voteWithdrawn,
    Prisma.sql`
      delete from vote v
       where v.idea_id in (${from})
         and v.voter_id = ${actor.id}::uuid
      returning v.idea_id`,
  );

/** Fails with not_found, forbidden, or conflict "votes.closed", in that order. */
async function vote(
  actor: Actor,
  ideaId: string,
  open: IdeaStatus[],
  event: typeof voteCast,
  change: Prisma.Sql,
): Promise<Tally> {
  const idea = await findStanding(actor, ideaId);
  authorize(actor, "idea.vote", idea);
  const isOpen = open.includes(idea.status) && (await changeWhileOpen(actor, ideaId, open, event, change));
  if (!isOpen) throw new Failure("conflict", "votes.closed");
  return tallyOf(actor, ideaId);
}

/** A vote for a duplicate can be taken back as long as the idea that it was merged into takes votes. */
const whoseSurvivorIs = (states: IdeaStatus[]): Prisma.Sql => Prisma.sql`
         and (i.status <> 'merged'
              or not exists (
                   select from merge m
                     join idea s on s.id = m.survivor_id
                    where m.duplicate_id = i.id
                      and s.status <> all (${states}::idea_status[])))`;

/**
 * The vote, its event and the question whether the idea still takes votes, as one statement: whoever votes for the same
 * idea waits for its counter, and nobody should wait longer than one statement takes. The idea is held still meanwhile,
 * so that a vote and a change of its state take turns; measured with 50 clients, a shared hold kept a change of state
 * waiting for 3.4 s instead of 0.07, and let through a third fewer votes.
 *
 * @returns whether the idea was open
 */
async function changeWhileOpen(
  actor: Actor,
  ideaId: string,
  states: IdeaStatus[],
  event: typeof voteCast,
  change: Prisma.Sql,
): Promise<boolean> {
  const held = await db.$queryRaw<unknown[]>`
    with open as materialized (
      select i.id
        from idea i
       where i.id = ${ideaId}::uuid
         and i.status = any (${states}::idea_status[])
         ${states.includes("merged") ? whoseSurvivorIs(states) : Prisma.empty}
         for no key update of i
    ), changed (id) as (${change}),
    noted as (${recordSql(actor, event, Prisma.sql`select id from changed`, {})})
    select id from open`;
  return held.length > 0;
}
