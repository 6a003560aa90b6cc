import type { Actor } from "@/lib/access/actor";
import { db } from "@/lib/platform/db/client";
import { drawLots } from "@/lib/ranking/draw-lots";
import { rankedIdeas } from "@/lib/ranking/ranked-ideas";
import { refreshExposed, refreshRanks } from "@/lib/ranking/refresh-ranks";
import { listInput } from "@/lib/ranking/schema";
import { defaultPrior, supportRate } from "@/lib/ranking/support-rate";
import { givenIdea, hire } from "../../support/database";
import { seenAt } from "../../support/sightings";

const list = (actor: Actor, input: object) => rankedIdeas(actor, listInput.parse(input));
const idsOf = async (actor: Actor, input: object) => (await list(actor, input)).ideas.map(({ id }) => id);
const rankOf = (ideaId: string) => db.ideaRank.findUniqueOrThrow({ where: { ideaId } });
const nothing = { seen: 0, supporters: 0, direct: 0, imported: 0, comparisons: 0, strength: 0 };

/** `people` colleagues see an idea at a place in a list, and the first `supporters` of them vote for it. */
async function shown(ideaId: string, people: number, supporters: number, band = 1): Promise<void> {
  const colleagues = await Promise.all(Array.from({ length: people }, () => hire()));
  await seenAt(
    ideaId,
    colleagues.map(({ id }) => id),
    band,
  );
  await db.vote.createMany({ data: colleagues.slice(0, supporters).map(({ id }) => ({ ideaId, voterId: id })) });
}

async function refresh(): Promise<void> {
  await refreshRanks();
  await refreshExposed(0);
}

beforeEach(async () => {
  await db.$executeRaw`truncate idea, lot_day, ranking_fit cascade`;
});

it("puts a late idea that most of its few viewers support before an early one that few of its many do", async () => {
  const ana = await hire();
  const early = await givenIdea({ daysOld: 60 });
  const late = await givenIdea();
  await shown(early.id, 60, 12);
  await shown(late.id, 15, 9);
  await refresh();

  expect(await idsOf(ana, { order: "merit" })).toEqual([late.id, early.id]);
  expect(await idsOf(ana, { order: "supported" })).toEqual([early.id, late.id]);
});

it("counts a vote without a sighting apart from those of people who saw the idea", async () => {
  const idea = await givenIdea({ votes: 3 });
  await shown(idea.id, 8, 2);
  await refresh();

  const { merit, expected, hopeful, ...rank } = await rankOf(idea.id);
  expect(rank).toMatchObject({ votes: 5, sightings: 8, seen: 8, supportersSeen: 2 });
  expect({ merit, expected, hopeful }).toEqual(
    supportRate({ ...nothing, seen: 8, supporters: 2, direct: 3 }, defaultPrior),
  );
});

it("counts who opened an idea without a list having shown it as nobody who was shown it", async () => {
  const idea = await givenIdea();
  await shown(idea.id, 4, 4, 0);
  await refresh();

  expect(await rankOf(idea.id)).toMatchObject({ votes: 4, sightings: 0, seen: 0, supportersSeen: 0 });
});

it("lets no number of votes by link pass a well-liked idea that people were shown", async () => {
  const ana = await hire();
  const pushed = await givenIdea({ votes: 50 });
  const liked = await givenIdea();
  await shown(liked.id, 20, 8);
  await refresh();

  expect(await idsOf(ana, { order: "merit" })).toEqual([liked.id, pushed.id]);
});

it("weighs a sighting by the attention of its place", async () => {
  const [top, bottom] = [await givenIdea(), await givenIdea()];
  await shown(top.id, 10, 3, 1);
  await shown(bottom.id, 10, 3, 7);
  await refresh();

  expect((await rankOf(bottom.id)).seen).toBeLessThan((await rankOf(top.id)).seen);
  expect((await rankOf(bottom.id)).expected).toBeGreaterThan((await rankOf(top.id)).expected);
});

it("takes imported totals as a promise, not as evidence", async () => {
  const [known, imported] = [await givenIdea(), await givenIdea()];
  await db.externalSupport.create({ data: { ideaId: imported.id, supporters: 900_000 } });
  await shown(known.id, 30, 12);
  await refresh();

  const rank = await rankOf(imported.id);
  expect(rank.expected).toBeGreaterThan(defaultPrior.alpha / (defaultPrior.alpha + defaultPrior.beta));
  expect(rank.merit).toBeLessThan((await rankOf(known.id)).merit);
});

it("lets comparisons speak beside votes", async () => {
  const [strong, weak] = [await givenIdea(), await givenIdea()];
  await db.ideaStrength.create({ data: { ideaId: strong.id, strength: 1.5, error: 0.4, comparisons: 30 } });
  await db.ideaStrength.create({ data: { ideaId: weak.id, strength: -1.5, error: 0.4, comparisons: 30 } });
  await refresh();

  expect((await rankOf(strong.id)).merit).toBeGreaterThan((await rankOf(weak.id)).merit);
});

it("computes the same numbers bit by bit and all at once", async () => {
  const ideas = await Promise.all(Array.from({ length: 12 }, () => givenIdea({ votes: 1 })));
  for (const [n, { id }] of ideas.entries()) {
    await shown(id, 3 + n, n % 4, 1 + (n % 7));
    await refresh();
  }
  const bitByBit = await db.ideaRank.findMany({ orderBy: { ideaId: "asc" } });
  await db.$executeRaw`delete from idea_rank`;
  await refreshRanks();
  const atOnce = await db.ideaRank.findMany({ orderBy: { ideaId: "asc" } });

  const figures = (rank: (typeof atOnce)[number]) => ({ ...rank, lotHope: 0, lotMiddle: 0, lotScale: 0 });
  expect(atOnce.map(figures)).toEqual(bitByBit.map(figures));
});

it("computes all ideas anew after a new fit", async () => {
  const idea = await givenIdea({ votes: 2 });
  await refresh();
  const before = await rankOf(idea.id);
  const { id: fit } = await db.rankingFit.create({
    data: { alpha: 4, beta: 6, curve: [1, 1, 1, 1, 1, 1, 1], imported: {}, evidence: {} },
  });
  await refreshRanks();

  expect((await rankOf(idea.id)).expected).toBeGreaterThan(before.expected);
  expect(await rankOf(idea.id)).toMatchObject({ fit });
  expect(await refreshRanks()).toBe(0);
});

it("leaves no sighting out that comes while ranks are refreshed", async () => {
  const idea = await givenIdea();
  let isSeeing = true;
  const seeing = (async () => {
    for (let n = 0; n < 25; n++) await shown(idea.id, 1, 0, 1 + (n % 3));
    isSeeing = false;
  })();
  while (isSeeing) await refresh();
  await seeing;
  await refresh();

  expect(await rankOf(idea.id)).toMatchObject({ sightings: 25 });
});

describe("what a list says of support", () => {
  it("is how many have seen it and support it, and between what it lies", async () => {
    const ana = await hire();
    const idea = await givenIdea();
    await shown(idea.id, 13, 4);
    await refresh();
    const { merit, expected, hopeful } = await rankOf(idea.id);
    const percent = (share: number) => Number(share.toFixed(2));

    expect((await list(ana, { order: "merit" })).ideas[0]?.supportRate).toEqual({
      seen: 10,
      supporters: 4,
      low: percent(merit),
      expected: percent(expected),
      high: percent(hopeful),
    });
  });

  it("keeps quiet about fewer than five people", async () => {
    const ana = await hire();
    const idea = await givenIdea();
    await shown(idea.id, 4, 1);
    await refresh();

    expect((await list(ana, {})).ideas[0]?.supportRate).toBeNull();
  });
});

describe("the order discover", () => {
  const many = async (count: number) => {
    const ids = [];
    for (let n = 0; n < count; n++) ids.push((await givenIdea()).id);
    await refresh();
    await drawLots();
    return ids;
  };

  it("stays the same for a reader all day, however ideas fare", async () => {
    const ana = await hire();
    const ids = await many(20);
    const before = await idsOf(ana, { order: "discover", limit: 20 });
    for (const id of ids.slice(0, 5)) await shown(id, 6, 3);
    await refresh();

    expect(await idsOf(ana, { order: "discover", limit: 20 })).toEqual(before);
  });

  it("is another one for another reader, and on another day", async () => {
    const [ana, luis] = [await hire(), await hire()];
    await many(20);
    const first = await idsOf(ana, { order: "discover", limit: 20 });
    expect(await idsOf(luis, { order: "discover", limit: 20 })).not.toEqual(first);

    await db.$executeRaw`insert into lot_day (drawn_on) values (current_date + 2)`;
    expect(await idsOf(ana, { order: "discover", limit: 20 })).not.toEqual(first);
  });

  it("shows every idea once, page by page, forward and back", async () => {
    const ana = await hire();
    const ids = await many(13);
    const pages: string[] = [];
    let back: string | null = null;
    for (let cursor: string | null | undefined; cursor !== null; ) {
      const page = await list(ana, { order: "discover", limit: 5, cursor });
      pages.push(...page.ideas.map(({ id }) => id));
      cursor = page.next;
      back = page.previous;
    }
    expect(pages.toSorted()).toEqual(ids.toSorted());

    expect(await idsOf(ana, { order: "discover", limit: 5, cursor: back })).toEqual(pages.slice(5, 10));
  });

  it("gives an idea of which nothing is known more often the first place than one that is known to be middling", async () => {
    const [known, unknown] = [await givenIdea(), await givenIdea()];
    await shown(known.id, 60, 9);
    await refresh();
    await drawLots();
    const readers = await Promise.all(Array.from({ length: 60 }, () => hire()));
    const firsts = await Promise.all(readers.map(async (reader) => (await idsOf(reader, { order: "discover" }))[0]));

    expect((await rankOf(known.id)).expected).toBeCloseTo((await rankOf(unknown.id)).expected, 2);
    const unknownFirst = firsts.filter((id) => id === unknown.id).length;
    expect(unknownFirst).toBeGreaterThan(30);
    expect(unknownFirst).toBeLessThan(60);
  });

  it("holds only ideas that still take votes", async () => {
    const ana = await hire();
    await givenIdea({ status: "declined" });
    const [open] = await many(1);

    expect(await idsOf(ana, { order: "discover" })).toEqual([open]);
  });
});

describe("the order unanswered", () => {
  it("puts first who has waited longest, and leaves out what was answered", async () => {
    const ana = await hire();
    const [week, month, answered] = [
      await givenIdea({ daysOld: 7 }),
      await givenIdea({ daysOld: 30 }),
      await givenIdea({ daysOld: 90 }),
    ];
    await givenIdea({ daysOld: 80, status: "accepted" });
    await db.review.update({ where: { ideaId: answered.id }, data: { answeredAt: new Date() } });

    expect(await idsOf(ana, { order: "unanswered" })).toEqual([month.id, week.id]);
  });

  it("can be paged through, forward and back", async () => {
    const ana = await hire();
    const ids: string[] = [];
    for (let n = 0; n < 7; n++) ids.unshift((await givenIdea({ daysOld: n })).id);
    const first = await list(ana, { order: "unanswered", limit: 3 });
    const second = await list(ana, { order: "unanswered", limit: 3, cursor: first.next });

    expect([...first.ideas, ...second.ideas].map(({ id }) => id)).toEqual(ids.slice(0, 6));
    expect(await idsOf(ana, { order: "unanswered", limit: 3, cursor: second.previous })).toEqual(ids.slice(0, 3));
  });
});
