import { mint } from "@/lib/access/actor";
import { MOST_PER_DAY, noteSightings } from "@/lib/impressions/commands";
import { db } from "@/lib/platform/db/client";
import { forgetEnv } from "@/lib/platform/env";
import { castVote, withdrawVote } from "@/lib/votes/commands";
import { eventsOf, givenIdea, hire } from "../../support/database";
import { see, seenIn, sighting } from "../../support/sightings";

const rowsOf = (ideaId: string) => db.impression.findMany({ where: { ideaId } });

it("remembers where somebody first saw an idea, and counts one person there", async () => {
  const idea = await givenIdea();
  const ana = await hire();

  await noteSightings(ana, { sightings: [sighting(idea.id, { place: "search", order: "relevant", position: 7 })] });

  expect(await rowsOf(idea.id)).toMatchObject([
    { personId: ana.id, place: "search", listOrder: "relevant", position: 7, band: 5 },
  ]);
  expect(await seenIn(idea.id)).toEqual({ 5: 1 });
});

it("counts nobody twice for the same idea, in one batch, in two, or on another day", async () => {
  const idea = await givenIdea();
  const ana = await hire();

  await noteSightings(ana, { sightings: [sighting(idea.id), sighting(idea.id, { position: 4 })] });
  await see(ana, idea.id);
  await db.$executeRaw`update impression set seen_on = seen_on - 3, last_on = last_on - 3 where idea_id = ${idea.id}::uuid`;
  await see(ana, idea.id);
  await see(await hire(), idea.id);

  expect(await seenIn(idea.id)).toEqual({ 1: 2 });
  const [row] = await db.$queryRaw<unknown[]>`
    select last_on - seen_on as days from impression where idea_id = ${idea.id}::uuid and person_id = ${ana.id}::uuid`;
  expect(row).toEqual({ days: 3 });
});

it("an idea's own page is no place in a list, and none when a list showed it first", async () => {
  const [opened, both] = [await givenIdea(), await givenIdea()];
  const ana = await hire();
  const page = { place: "page", order: undefined, position: 0 } as const;

  await noteSightings(ana, { sightings: [sighting(opened.id, page), sighting(both.id, page), sighting(both.id)] });
  await see(ana, opened.id);

  expect([await seenIn(opened.id), await seenIn(both.id)]).toEqual([{ 0: 1 }, { 1: 1 }]);
});

it("passes over the own idea, drafts, ideas that take no votes, and those there are not", async () => {
  const ana = await hire();
  const own = await givenIdea({ author: ana });
  const others = [
    await givenIdea({ status: "draft" }),
    await givenIdea({ status: "draft", author: ana }),
    await givenIdea({ status: "archived" }),
    { id: "11111111-1111-4111-8111-111111111111" },
  ];

  await see(ana, own.id, ...others.map(({ id }) => id));

  expect(await db.impression.count({ where: { personId: ana.id } })).toBe(0);
  expect(await seenIn(own.id)).toEqual({});
});

it("does not count programs, nor people who have no vote", async () => {
  const idea = await givenIdea();
  const ana = await hire();
  const program = mint({ ...ana, roles: ["employee"], via: "api" });

  await see(program, idea.id);
  await see(await hire({ roles: ["executive"] }), idea.id);

  expect(await seenIn(idea.id)).toEqual({});
});

it("who voted before a list showed them the idea had nothing left to decide; who voted on seeing it had", async () => {
  const [before, after, back] = [await givenIdea(), await givenIdea(), await givenIdea()];
  const ana = await hire();
  for (const { id } of [before, after, back]) await castVote(ana, { ideaId: id });
  await withdrawVote(ana, { ideaId: back.id });
  await aged(before.id, 60);
  await aged(after.id, 25);

  await noteSightings(ana, { sightings: [before, after, back].map(({ id }) => sighting(id, { ago: 30 })) });

  expect(await Promise.all([before, after, back].map(({ id }) => seenIn(id)))).toEqual([{}, { 1: 1 }, { 1: 1 }]);
});

it("whoever supports an idea through one that was merged into it had nothing left to decide", async () => {
  const [duplicate, survivor] = [await givenIdea(), await givenIdea()];
  const ana = await hire();
  await castVote(ana, { ideaId: duplicate.id });
  await aged(duplicate.id, 60);
  await db.merge.create({ data: { duplicateId: duplicate.id, survivorId: survivor.id } });

  await see(ana, survivor.id);
  await see(await hire(), survivor.id);

  expect(await seenIn(survivor.id)).toEqual({ 1: 1 });
});

/** Makes the votes for an idea so many seconds old. */
async function aged(ideaId: string, seconds: number): Promise<void> {
  const votes = await db.vote.findMany({ where: { ideaId } });
  await db.vote.deleteMany({ where: { ideaId } });
  await db.vote.createMany({
    data: votes.map((vote) => ({ ...vote, createdAt: new Date(Date.now() - seconds * 1000) })),
  });
}

it("in a day nobody sees more for the first time than anybody reads", async () => {
  const ana = await hire();
  const author = await hire();
  await db.idea.createMany({
    data: Array.from({ length: MOST_PER_DAY + 10 }, () => ({
      title: "One of many",
      language: "en",
      status: "submitted" as const,
      authorId: author.id,
      submittedAt: new Date(),
    })),
  });
  const ideas = await db.idea.findMany({ where: { authorId: author.id }, select: { id: true } });
  for (let from = 0; from < ideas.length; from += 100)
    await see(ana, ...ideas.slice(from, from + 100).map(({ id }) => id));

  expect(await db.impression.count({ where: { personId: ana.id } })).toBe(MOST_PER_DAY);
});

it("leaves no line in the event log, which administrators read", async () => {
  const idea = await givenIdea();

  await see(await hire(), idea.id);

  expect(await eventsOf(idea.id)).toEqual([]);
});

it("remembers nothing where it is switched off", async () => {
  const idea = await givenIdea();
  process.env.IMPRESSIONS = "off";
  forgetEnv();

  await see(await hire(), idea.id);

  delete process.env.IMPRESSIONS;
  forgetEnv();
  expect(await rowsOf(idea.id)).toEqual([]);
});
