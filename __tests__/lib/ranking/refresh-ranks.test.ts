import { db } from "@/lib/platform/db/client";
import { HALF_LIFE_DAYS } from "@/lib/ranking/evidence";
import { refreshRanks } from "@/lib/ranking/refresh-ranks";
import { castVote, withdrawVote } from "@/lib/votes/commands";
import { givenIdea, hire } from "../../support/database";

const DAY_MS = 86_400_000;

const rankOf = (ideaId: string) => db.ideaRank.findUniqueOrThrow({ where: { ideaId } });

/** A vote that was cast when the idea was `days` old. */
async function voteAfter(idea: { id: string }, days: number): Promise<void> {
  const { submittedAt } = await db.idea.findUniqueOrThrow({ where: { id: idea.id } });
  const createdAt = new Date((submittedAt?.getTime() ?? 0) + days * DAY_MS);
  await db.vote.create({ data: { ideaId: idea.id, voterId: (await hire()).id, createdAt } });
}

/** Half-lives between an idea's submission and its place in the trend. */
async function riseOf(idea: { id: string }): Promise<number> {
  const { submittedAt } = await db.idea.findUniqueOrThrow({ where: { id: idea.id } });
  return (await rankOf(idea.id)).trending - (submittedAt?.getTime() ?? 0) / (HALF_LIFE_DAYS * DAY_MS);
}

it("follows votes as they come and go, and looks only at what changed", async () => {
  const idea = await givenIdea({ votes: 2 });
  const ana = await hire();
  await refreshRanks();
  await castVote(ana, { ideaId: idea.id });
  expect(await refreshRanks()).toBe(1);
  expect(await rankOf(idea.id)).toMatchObject({ votes: 3 });

  await withdrawVote(ana, { ideaId: idea.id });
  expect(await refreshRanks()).toBe(1);
  expect(await rankOf(idea.id)).toMatchObject({ votes: 2 });
  expect(await refreshRanks()).toBe(0);
});

it("ranks no draft, and a submitted one as soon as it is", async () => {
  const draft = await givenIdea({ status: "draft" });
  await refreshRanks();
  expect(await db.ideaRank.count({ where: { ideaId: draft.id } })).toBe(0);

  await db.idea.update({ where: { id: draft.id }, data: { status: "submitted", submittedAt: new Date() } });
  await refreshRanks();
  expect(await db.ideaRank.count({ where: { ideaId: draft.id } })).toBe(1);
});

it("works off more changes than fit in one statement", async () => {
  const ana = await hire();
  await db.idea.createMany({
    data: Array.from({ length: 1203 }, () => ({
      title: "Imported with many others",
      language: "en",
      status: "submitted" as const,
      authorId: ana.id,
      submittedAt: new Date(),
    })),
  });

  expect(await refreshRanks()).toBe(1203);
  expect(await refreshRanks()).toBe(0);
});

it("may be asked to by several at once", async () => {
  const ideas = await Promise.all(Array.from({ length: 20 }, () => givenIdea({ votes: 1 })));

  await Promise.all(Array.from({ length: 5 }, refreshRanks));

  expect(await db.ideaRank.count({ where: { votes: 1, ideaId: { in: ideas.map(({ id }) => id) } } })).toBe(20);
});

describe("the trend, in half-lives after the submission", () => {
  it("is 0 without a vote, 1 with one at once, 2 with three", async () => {
    const [none, one, three] = [await givenIdea(), await givenIdea(), await givenIdea()];
    await voteAfter(one, 0);
    for (let n = 0; n < 3; n++) await voteAfter(three, 0);
    await refreshRanks();

    expect(await riseOf(none)).toBeCloseTo(0, 9);
    expect(await riseOf(one)).toBeCloseTo(1, 9);
    expect(await riseOf(three)).toBeCloseTo(2, 9);
  });

  it("is log2(1 + 2) with one vote a half-life later, log2(1 + 4) with one two half-lives later", async () => {
    const [week, fortnight] = [await givenIdea({ daysOld: 30 }), await givenIdea({ daysOld: 30 })];
    await voteAfter(week, HALF_LIFE_DAYS);
    await voteAfter(fortnight, 2 * HALF_LIFE_DAYS);
    await refreshRanks();

    expect(await riseOf(week)).toBeCloseTo(Math.log2(3), 9);
    expect(await riseOf(fortnight)).toBeCloseTo(Math.log2(5), 9);
  });

  it("counts supporters from elsewhere at the time of the submission", async () => {
    const idea = await givenIdea({ daysOld: 400 });
    await refreshRanks();
    await db.externalSupport.create({ data: { ideaId: idea.id, supporters: 1023 } });
    await refreshRanks();

    expect(await riseOf(idea)).toBeCloseTo(10, 9);
    expect(await rankOf(idea.id)).toMatchObject({ votes: 1023 });
  });

  it("survives votes that lie thousands of half-lives apart", async () => {
    const idea = await givenIdea({ daysOld: 40_000 });
    await voteAfter(idea, 40_000);
    await refreshRanks();

    expect(await riseOf(idea)).toBeCloseTo(40_000 / HALF_LIFE_DAYS, 6);
  });

  it("lets ten fresh votes pass a hundred old ones", async () => {
    const old = await givenIdea({ votes: 0, daysOld: 60 });
    for (let n = 0; n < 100; n++) await voteAfter(old, 0);
    const fresh = await givenIdea({ votes: 10 });
    await refreshRanks();

    expect((await rankOf(fresh.id)).trending).toBeGreaterThan((await rankOf(old.id)).trending);
  });
});
