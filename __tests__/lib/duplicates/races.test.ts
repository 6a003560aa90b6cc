import { givenIdea, hire } from "@/__tests__/support/database";
import { mergeInto, reviewer, unmerge } from "@/__tests__/support/merging";
import type { Actor } from "@/lib/access/actor";
import { db } from "@/lib/platform/db/client";
import { castVote, withdrawVote } from "@/lib/votes/commands";

jest.setTimeout(120_000);

const CLIENTS = 50;

/** What the counters say, and what the votes that are there come to. */
async function counted(duplicateId: string, survivorId: string) {
  const [row] = await db.$queryRaw<{ said: number[]; true: number[] }[]>`
    select array(select t.votes from idea_tally t where t.idea_id in (${duplicateId}::uuid, ${survivorId}::uuid)
                  order by t.idea_id = ${survivorId}::uuid) as said,
           array[(select count(*)::int from vote v where v.idea_id = ${duplicateId}::uuid),
                 (select count(distinct v.voter_id)::int
                    from vote v
                   where v.idea_id = ${survivorId}::uuid
                      or exists (select from merge m
                                  where m.survivor_id = ${survivorId}::uuid
                                    and m.duplicate_id = v.idea_id))] as true`;
  return row!;
}

const closed = (error: { reason?: string }) => {
  if (error.reason !== "votes.closed") throw error;
};

/** One client, who votes and takes votes back here and there until told to stop. */
async function toggles(voters: Actor[], ideaIds: string[], isOver: () => boolean): Promise<void> {
  while (!isOver()) {
    const pick = <T>(items: T[]) => items[Math.floor(Math.random() * items.length)]!;
    await pick([castVote, withdrawVote])(pick(voters), { ideaId: pick(ideaIds) }).catch(closed);
  }
}

it("counts right while fifty clients vote for both ideas and reviewers merge them and undo it", async () => {
  const [marta, duplicate, survivor] = [await reviewer(), await givenIdea(), await givenIdea()];
  const voters = await Promise.all(Array.from({ length: 30 }, () => hire()));
  const ideaIds = [duplicate.id, survivor.id];

  let isOver = false;
  const clients = Array.from({ length: CLIENTS }, () => toggles(voters, ideaIds, () => isOver));
  for (let round = 0; round < 6; round++) {
    await mergeInto(marta, duplicate.id, survivor.id);
    await new Promise((resolve) => setTimeout(resolve, 150));
    await unmerge(marta, duplicate.id);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  await mergeInto(marta, duplicate.id, survivor.id);
  isOver = true;
  await Promise.all(clients);

  const merged = await counted(duplicate.id, survivor.id);
  expect(merged.said).toEqual(merged.true);
  expect(merged.true[1]).toBeGreaterThan(0);
  await unmerge(marta, duplicate.id);
  const apart = await counted(duplicate.id, survivor.id);
  expect(apart.said).toEqual(apart.true);
});

it("merges an idea into one place, when two reviewers choose two at once", async () => {
  const [marta, olga] = [await reviewer(), await reviewer()];
  for (let round = 0; round < 10; round++) {
    const [idea, here, there] = [await givenIdea(), await givenIdea(), await givenIdea()];
    const done = await Promise.allSettled([mergeInto(marta, idea.id, here.id), mergeInto(olga, idea.id, there.id)]);

    const refused = done.flatMap((one) => (one.status === "rejected" ? [one.reason.reason] : []));
    expect(refused).toEqual(["workflow.changedMeanwhile"]);
    expect(await db.merge.count({ where: { duplicateId: idea.id } })).toBe(1);
  }
});

it("makes no chain, when an idea is merged on at the moment in which another becomes part of it", async () => {
  const [marta, olga] = [await reviewer(), await reviewer()];
  for (let round = 0; round < 10; round++) {
    const [first, second, third] = [await givenIdea(), await givenIdea(), await givenIdea()];
    const done = await Promise.allSettled([
      mergeInto(marta, first.id, second.id),
      mergeInto(olga, second.id, third.id),
    ]);

    expect(done.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
  }
});
