import { randomUUID } from "node:crypto";
import { givenIdea, hire, seenReview } from "@/__tests__/support/database";
import { mergeInto, reviewer } from "@/__tests__/support/merging";
import { countPeople } from "@/__tests__/support/month-over";
import { see } from "@/__tests__/support/sightings";
import type { Actor } from "@/lib/access/actor";
import { sealEvents } from "@/lib/audit/seal-events";
import { deleteComment, postComment } from "@/lib/comments/commands";
import { commentInput } from "@/lib/comments/schema";
import { withdrawIdea } from "@/lib/ideas/commands";
import { rebuildInsights, refreshInsights } from "@/lib/insights/roll-ups";
import { type Partakers, talliesOf } from "@/lib/insights/taking-part";
import { db } from "@/lib/platform/db/client";
import { parse } from "@/lib/platform/parse";
import { castVote, withdrawVote } from "@/lib/votes/commands";
import { moveIdea } from "@/lib/workflow/commands";
import { moveInput } from "@/lib/workflow/schema";
import { keptMonths, keptSpans, slowMonths, slowPartakers, slowSpans } from "./slow-spans";

async function count() {
  await sealEvents();
  await countPeople();
}

const lastYear = new Date(Date.now() - 300 * 86_400_000);

/** Colleagues of two departments and none, some of whom voted, commented and proposed long ago. */
async function colleagues(): Promise<Actor[]> {
  const units = [];
  for (const name of ["Port", "Laboratory"])
    units.push(await db.department.create({ data: { name: `${name} ${randomUUID()}` } }));
  const people: Actor[] = [];
  for (let n = 0; n < 18; n++) people.push(await hire({ departmentId: units[n % 3]?.id }));
  const { id } = await givenIdea({ author: people[3], daysOld: 400 });
  await db.vote.createMany({
    data: people.slice(5, 12).map((voter) => ({ ideaId: id, voterId: voter.id, createdAt: lastYear })),
  });
  await db.reading.createMany({
    data: people.slice(0, 9).map(({ id }) => ({ personId: id, month: new Date("2026-02-01") })),
  });
  return people;
}

it("what everybody had done by the end of each month, once the month is over, is what one gets counting row by row", async () => {
  const [people, marta, moderator] = [
    await colleagues(),
    await reviewer(),
    await hire({ roles: ["employee", "moderator"] }),
  ];
  const [ana, bea, eva] = people as [Actor, Actor, Actor];
  const old = await db.vote.findFirstOrThrow({ where: { voterId: people[7]?.id } });
  const [one, two, gone] = [
    await givenIdea({ author: bea, daysOld: 90 }),
    await givenIdea({ author: eva, daysOld: 40 }),
    await givenIdea({ author: ana }),
  ];
  await countPeople();
  const untouched = await keptSpans();

  await withdrawVote(people[7] as Actor, { ideaId: old.ideaId });
  await castVote(ana, { ideaId: one.id });
  const said = await postComment(people[4] as Actor, parse(commentInput, { ideaId: two.id, body: "Since when?" }));
  await see(people[10] as Actor, two.id);
  await moveIdea(
    marta,
    parse(moveInput, {
      ideaId: one.id,
      version: (await seenReview(one.id)).version,
      ...{ to: "declined", kind: "not_feasible", reason: "We tried this in Vigo in 2024, and nobody came." },
    }),
  );
  await deleteComment(moderator, { commentId: said.commentId });
  await withdrawIdea(ana, { ideaId: gone.id });
  await mergeInto(marta, two.id, old.ideaId);
  await count();

  const refreshed = { spans: await keptSpans(), months: await keptMonths() };
  expect(refreshed).toEqual({ spans: await slowSpans(), months: await slowMonths() });
  expect(refreshed.spans).not.toEqual(untouched);
  await countPeople();
  expect({ spans: await keptSpans(), months: await keptMonths() }).toEqual(refreshed);
});

it("who did something in some months is counted once, in however many of them", async () => {
  const people = await colleagues();
  const ago = (months: number) =>
    new Date(Date.UTC(new Date().getUTCFullYear(), new Date().getUTCMonth() - months, 15));
  for (let n = 0; n < people.length; n++)
    for (const months of [1 + (n % 3), 5, 5 + (n % 7), 14 + (n % 2)].slice(0, 1 + (n % 4))) {
      const { id } = await givenIdea({ author: people[(n + 1) % 5], daysOld: months * 31 });
      await db.vote.create({ data: { ideaId: id, voterId: (people[n] as Actor).id, createdAt: ago(months) } });
      const [comment, authorId] = [randomUUID(), people[n]?.id ?? ""];
      const said = { id: comment, rootId: comment, ideaId: id, authorId, body: "So?", createdAt: ago(months) };
      if (n % 2) await db.comment.create({ data: said });
    }
  await countPeople();

  const window = (back: number, length: number) =>
    Array.from({ length }, (_, at) =>
      ago(back + length - 1 - at)
        .toISOString()
        .slice(0, 7),
    );
  const tallied = (groups: Partakers[]) =>
    Object.fromEntries(groups.map(({ dimension, unit, step, ...counts }) => [`${dimension} ${unit} ${step}`, counts]));
  for (const [back, length] of [
    [0, 12],
    [1, 1],
    [1, 5],
    [3, 6],
    [0, 24],
    [20, 3],
  ] as const) {
    const [months, earlier] = [window(back, length), window(back + length, length)];
    const { now, before } = await talliesOf(months, earlier);
    expect([tallied(now), tallied(before)]).toEqual([await slowPartakers(months), await slowPartakers(earlier)]);
  }
});

it("who proposes again after a no has come back, in that month", async () => {
  const people = await colleagues();
  await countPeople();
  const bea = people[1] as Actor;
  const { id } = await givenIdea({ author: bea, status: "declined", daysOld: 200 });
  const answered = {
    kind: "not_feasible" as const,
    decidedAt: new Date(Date.now() - 150 * 86_400_000),
  };
  await db.decision.create({ data: { ideaId: id, toStatus: "declined", reason: "Too dear.", ...answered } as never });
  await givenIdea({ author: bea, daysOld: 2 });
  await countPeople();

  const span = await db.voiceSpan.findUniqueOrThrow({ where: { personId: bea.id } });
  expect(span.backOn).toEqual(span.lastOn);
  expect(await keptSpans()).toEqual(await slowSpans());
  expect(await keptMonths()).toEqual(await slowMonths());
});

it("that somebody read is counted without any event, once the month is over, and for all who are counted as they are", async () => {
  const people = await colleagues();
  await rebuildInsights({ withPeople: true });
  const month = new Date(`${new Date().toISOString().slice(0, 7)}-01`);
  const read = new Set((await db.reading.findMany({ where: { month } })).map(({ personId }) => personId));
  const swapped = (await db.voice.findMany()).find(
    ({ personId, countedAs }) => personId !== countedAs && !read.has(countedAs),
  );
  const countedAs = swapped?.countedAs ?? "";
  const reader = { ...people[0], id: countedAs } as Actor;
  const reads = async () => (await db.voiceSpan.findMany()).reduce((sum, { reads }) => sum + (reads.at(-1) ?? 0), 0);
  const before = await reads();
  const standing = await db.voice.count({ where: { countedAs } });
  const idea = await givenIdea();
  await see(reader, idea.id);
  await see(reader, idea.id);
  await refreshInsights();
  expect(await reads()).toBe(before);

  await countPeople();
  expect(standing).toBeGreaterThan(1);
  expect(await reads()).toBe(before + standing);
  expect(await keptMonths()).toEqual(await slowMonths());
});
