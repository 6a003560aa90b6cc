import { givenIdea, hire } from "@/__tests__/support/database";
import type { Actor } from "@/lib/access/actor";
import { db } from "@/lib/platform/db/client";
import { castVote, withdrawVote } from "@/lib/votes/commands";
import { tallyOf } from "@/lib/votes/queries";

const link = (duplicateId: string, survivorId: string) => db.merge.create({ data: { duplicateId, survivorId } });
const unlink = (duplicateId: string) => db.merge.delete({ where: { duplicateId } });
const votesOf = async (ideaId: string) => (await db.ideaTally.findUniqueOrThrow({ where: { ideaId } })).votes;
const vote = (voter: Actor, ideaId: string) => db.vote.create({ data: { ideaId, voterId: voter.id } });

it("counts whoever voted for both ideas once for the one that stays", async () => {
  const [ana, duplicate, survivor] = [await hire(), await givenIdea({ votes: 2 }), await givenIdea({ votes: 3 })];
  await vote(ana, duplicate.id);
  await vote(ana, survivor.id);

  await link(duplicate.id, survivor.id);

  expect(await votesOf(survivor.id)).toBe(6);
});

it("gives back each idea its own count when the link goes", async () => {
  const [ana, duplicate, survivor] = [await hire(), await givenIdea({ votes: 2 }), await givenIdea({ votes: 3 })];
  await vote(ana, duplicate.id);
  await vote(ana, survivor.id);
  await link(duplicate.id, survivor.id);

  await unlink(duplicate.id);

  expect([await votesOf(duplicate.id), await votesOf(survivor.id)]).toEqual([3, 4]);
});

it("does not count what the author of the idea that stays gave a duplicate", async () => {
  const [bea, duplicate] = [await hire(), await givenIdea({ votes: 1 })];
  await vote(bea, duplicate.id);
  const survivor = await givenIdea({ author: bea });

  await link(duplicate.id, survivor.id);

  expect(await tallyOf(bea, survivor.id)).toMatchObject({ votes: 1, mine: false });
});

it("knows a vote for a duplicate as one's own, and takes it back with one click", async () => {
  const [ana, duplicate, survivor] = [await hire(), await givenIdea(), await givenIdea({ votes: 1 })];
  await castVote(ana, { ideaId: duplicate.id });
  await link(duplicate.id, survivor.id);

  expect(await tallyOf(ana, survivor.id)).toMatchObject({ votes: 2, mine: true });
  expect(await withdrawVote(ana, { ideaId: survivor.id })).toMatchObject({ votes: 1, mine: false });
});

it("stays as it is once the idea that stays takes no votes any more, wherever it was given", async () => {
  const [ana, bea] = [await hire(), await hire()];
  const [duplicate, survivor] = [await givenIdea(), await givenIdea()];
  await castVote(ana, { ideaId: duplicate.id });
  await castVote(bea, { ideaId: survivor.id });
  await db.idea.update({ where: { id: duplicate.id }, data: { status: "merged" } });
  await link(duplicate.id, survivor.id);
  await db.$executeRaw`
    with importing as (select set_config('tormenta.importing', 'on', true))
    update idea set status = 'implemented' from importing where id = ${survivor.id}::uuid`;

  for (const [who, ideaId] of [
    [ana, duplicate.id],
    [bea, survivor.id],
  ] as const)
    await expect(withdrawVote(who, { ideaId })).rejects.toMatchObject({ reason: "votes.closed" });
  expect(await votesOf(survivor.id)).toBe(2);
});

it("counts a vote for the idea that stays once, also from whoever counted already", async () => {
  const [ana, ben] = [await hire(), await hire()];
  const [duplicate, survivor] = [await givenIdea(), await givenIdea()];
  await castVote(ana, { ideaId: duplicate.id });
  await link(duplicate.id, survivor.id);

  expect(await castVote(ana, { ideaId: survivor.id })).toMatchObject({ votes: 1, mine: true });
  expect(await castVote(ben, { ideaId: survivor.id })).toMatchObject({ votes: 2, mine: true });
});

it("follows rows that others write or delete by the hundred, on several ideas at once", async () => {
  const [one, other, survivor] = [await givenIdea(), await givenIdea(), await givenIdea()];
  const people = await Promise.all(Array.from({ length: 20 }, () => hire()));
  await link(one.id, survivor.id);
  await link(other.id, survivor.id);
  const rows = people.flatMap(({ id: voterId }, n) =>
    [one, other, survivor].filter((_, place) => n % (place + 1) === 0).map(({ id: ideaId }) => ({ ideaId, voterId })),
  );
  await db.vote.createMany({ data: rows });
  expect(await votesOf(survivor.id)).toBe(20);

  await db.vote.deleteMany({ where: { ideaId: { in: [one.id, other.id] } } });
  expect(await votesOf(survivor.id)).toBe(7);
});

it("has no chains, whatever is written", async () => {
  const [first, second, third] = [await givenIdea(), await givenIdea(), await givenIdea()];
  await link(first.id, second.id);

  await expect(link(second.id, third.id)).rejects.toThrow(/no_chain/);
  await expect(link(third.id, first.id)).rejects.toThrow(/no_chain/);
});

it("counts right when somebody takes both votes back at once, each through a door of its own", async () => {
  const [ana, duplicate, survivor] = [await hire(), await givenIdea({ votes: 1 }), await givenIdea()];
  await vote(ana, duplicate.id);
  await vote(ana, survivor.id);
  await link(duplicate.id, survivor.id);
  const taken = (ideaId: string) => ({ where: { ideaId_voterId: { ideaId, voterId: ana.id } } });

  let second: Promise<unknown> = Promise.resolve();
  await db.$transaction(async (tx) => {
    await tx.vote.delete(taken(survivor.id));
    second = Promise.resolve(db.vote.delete(taken(duplicate.id)));
    await new Promise((resolve) => setTimeout(resolve, 300));
  });
  await second;

  expect(await votesOf(survivor.id)).toBe(1);
});
