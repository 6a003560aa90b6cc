import { canMove } from "../ideas/states";
import { db } from "../platform/db/client";
import type { IdeaStatus } from "../platform/db/generated/enums";
import { compareIdea } from "../search/compare-ideas";
import type { SimilarIdea } from "../search/schema";
import { gone } from "./commands";

/** How alike two ideas have to be, before a reviewer is bothered with them. Chosen by us: below it hardly any was the same. */
export const LEAST_ALIKE = 0.35;

/** Whether one of two ideas could become part of the other as they stand. */
const canJoin = (one: IdeaStatus, other: IdeaStatus) =>
  !gone.includes(one) && !gone.includes(other) && [one, other].some((status) => canMove("merge", status, "merged"));

/** What is remembered of an idea that is so like another one that a reviewer should look at both. */
const likely = ({ ideaId: otherId, similarity, isProbablySame, shared }: SimilarIdea) => ({
  otherId,
  score: Math.min(1, Math.max(0, similarity)),
  isProbablySame,
  shared,
});

/**
 * Compares an idea with all others and remembers which are so alike that a reviewer should look at both; what it was
 * found to be like before one of both was edited, and is no more, is forgotten. What is only no longer among the nearest stays
 * until somebody settles it, and so do pairs that somebody told apart. Doing it again is harmless.
 *
 * @param isProposed in which states it is put before reviewers; its page tells in any what it is like
 */
export async function findDuplicatesOf(
  ideaId: string,
  isProposed: (status: IdeaStatus) => boolean = () => true,
): Promise<void> {
  const [idea] = await db.$queryRaw<{ status: IdeaStatus; since: Date }[]>`
    select i.status::text, now() as since from idea i where i.id = ${ideaId}::uuid`;
  const similar = await compareIdea(ideaId);
  if (!idea || !isProposed(idea.status)) return;
  const alike = similar
    .filter(({ similarity, isProbablySame }) => isProbablySame || similarity >= LEAST_ALIKE)
    .filter(({ status }) => canJoin(idea.status, status));
  await keep(ideaId, idea.since, alike.map(likely));
}

/** What comparing another idea has found meanwhile is newer than what this one looked at, and stays. */
const keep = (ideaId: string, since: Date, alike: { otherId: string }[]) => db.$executeRaw`
  with found as (
    select least(${ideaId}::uuid, f."otherId") as one_id,
           greatest(${ideaId}::uuid, f."otherId") as other_id,
           f.score,
           f."isProbablySame" as is_probably_same,
           f.shared
      from jsonb_to_recordset(${JSON.stringify(alike)}::jsonb)
           as f ("otherId" uuid, score real, "isProbablySame" boolean, shared text[])
  ), outdated as (
    delete from likely_duplicate l
     where ${ideaId}::uuid in (l.one_id, l.other_id)
       and l.told_apart_at is null
       and l.found_at < ${since}
       and exists (select from idea i where i.id in (l.one_id, l.other_id) and i.edited_at > l.found_at)
       and not exists (select from found f where f.one_id = l.one_id and f.other_id = l.other_id)
  )
  insert into likely_duplicate (one_id, other_id, score, is_probably_same, shared)
  select f.one_id, f.other_id, f.score, f.is_probably_same, f.shared
    from found f
    join idea one on one.id = f.one_id
    join idea other on other.id = f.other_id
   order by f.one_id, f.other_id
      on conflict (one_id, other_id) do update
     set score = excluded.score,
         is_probably_same = excluded.is_probably_same,
         shared = excluded.shared,
         found_at = excluded.found_at`;
