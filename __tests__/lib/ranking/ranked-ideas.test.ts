import type { Actor } from "@/lib/access/actor";
import { db } from "@/lib/platform/db/client";
import { rankedIdeas } from "@/lib/ranking/ranked-ideas";
import { refreshRanks } from "@/lib/ranking/refresh-ranks";
import { listInput } from "@/lib/ranking/schema";
import { castVote } from "@/lib/votes/commands";
import { givenIdea, hire } from "../../support/database";

const list = (actor: Actor, input: object) => rankedIdeas(actor, listInput.parse(input));
const titles = async (actor: Actor, input: object) => (await list(actor, input)).ideas.map(({ title }) => title);

/** All pages one after the other, forward from the first, or back from `cursor`. */
async function allPages(actor: Actor, input: object, between: () => Promise<unknown> = async () => {}) {
  const ids: string[] = [];
  for (let cursor: string | null | undefined; cursor !== null; ) {
    const page = await list(actor, { ...input, cursor });
    ids.push(...page.ideas.map(({ id }) => id));
    cursor = page.next;
    await between();
  }
  return ids;
}

beforeEach(async () => {
  await db.$executeRaw`truncate idea cascade`;
});

it("puts the newest first", async () => {
  const ana = await hire();
  await givenIdea({ title: "Older", daysOld: 2 });
  await givenIdea({ title: "Newer", daysOld: 1 });

  expect(await titles(ana, {})).toEqual(["Newer", "Older"]);
});

it("puts the most supported first, supporters from elsewhere included", async () => {
  const ana = await hire();
  await givenIdea({ title: "Two votes", votes: 2 });
  const imported = await givenIdea({ title: "One vote and five supporters", votes: 1, daysOld: 90 });
  await db.externalSupport.create({ data: { ideaId: imported.id, supporters: 5 } });
  await refreshRanks();

  expect(await titles(ana, { order: "supported" })).toEqual(["One vote and five supporters", "Two votes"]);
});

it("puts the most discussed first, and of those equally discussed the fresher one", async () => {
  const ana = await hire();
  const talked = await givenIdea({ title: "Talked about", daysOld: 30 });
  await givenIdea({ title: "Quiet and old", daysOld: 20 });
  await givenIdea({ title: "Quiet and new" });
  await db.$executeRaw`
    insert into comment (id, idea_id, root_id, author_id, body)
    values (${talked.id}::uuid, ${talked.id}::uuid, ${talked.id}::uuid, ${ana.id}::uuid, 'Yes')`;
  await refreshRanks();

  expect(await titles(ana, { order: "discussed" })).toEqual(["Talked about", "Quiet and new", "Quiet and old"]);
});

it("tells the votes as they are now, and whether one is mine", async () => {
  const ana = await hire();
  const idea = await givenIdea({ votes: 2 });
  await castVote(ana, { ideaId: idea.id });

  expect((await list(ana, {})).ideas).toMatchObject([{ votes: 3, mine: true, supporters: 0, comments: 0 }]);
});

it("leaves out drafts, the own ones too, and ideas that have left the stage", async () => {
  const ana = await hire();
  await givenIdea({ status: "draft", author: ana });
  for (const status of ["merged", "withdrawn", "archived"] as const) await givenIdea({ status, title: status });

  expect(await titles(ana, {})).toEqual([]);
  expect(await titles(ana, { state: ["merged", "archived"] })).toEqual(["archived", "merged"]);
});

describe("while others post and vote", () => {
  it("the newest-first list shows every idea that was there exactly once", async () => {
    const ana = await hire();
    const there: string[] = [];
    for (let n = 0; n < 23; n++) there.push((await givenIdea({ daysOld: n % 4 })).id);
    let isPaging = true;
    const others = async () => {
      while (isPaging) {
        const fresh = await givenIdea();
        await castVote(ana, { ideaId: fresh.id });
        await castVote(ana, { ideaId: there[7] ?? "" });
      }
    };

    const writing = others();
    const seen = await allPages(ana, { limit: 3 }).finally(() => {
      isPaging = false;
    });
    await writing;

    expect(await db.idea.count()).toBeGreaterThan(there.length);
    expect(seen.filter((id) => there.includes(id)).toSorted()).toEqual(there.toSorted());
  });

  it("the other lists show every idea whose own votes stay exactly once", async () => {
    const ana = await hire();
    const still: string[] = [];
    for (let n = 0; n < 9; n++) still.push((await givenIdea({ votes: n % 3 })).id);
    const moving = await givenIdea();
    await refreshRanks();

    const seen = await allPages(ana, { order: "supported", limit: 2 }, async () => {
      await castVote(await hire(), { ideaId: moving.id });
      await refreshRanks();
    });

    expect(seen.filter((id) => still.includes(id)).toSorted()).toEqual(still.toSorted());
  });
});

it.each(["new", "supported", "trending", "discussed"])("pages back through %s as it paged forward", async (order) => {
  const ana = await hire();
  for (let n = 0; n < 5; n++) await givenIdea({ votes: n % 2, daysOld: n });
  await refreshRanks();

  const first = await list(ana, { order, limit: 2 });
  const second = await list(ana, { order, limit: 2, cursor: first.next });
  const third = await list(ana, { order, limit: 2, cursor: second.next });
  const back = await list(ana, { order, limit: 2, cursor: third.previous });
  const start = await list(ana, { order, limit: 2, cursor: back.previous });

  expect(back.ideas).toEqual(second.ideas);
  expect(start).toEqual({ ...first, next: start.next });
  expect([first.previous, third.next, start.previous]).toEqual([null, null, null]);
  expect([first, second, third, back, start].map(({ before }) => before)).toEqual([0, 2, 4, 2, 0]);
});

describe("filters", () => {
  it("by department and place include everything below", async () => {
    const ana = await hire();
    const sales = await db.department.create({ data: { name: "Sales" } });
    const south = await db.department.create({ data: { name: "South", parentId: sales.id } });
    const chile = await db.place.create({ data: { name: "Chile", kind: "country" } });
    const arica = await db.place.create({ data: { name: "Arica", kind: "site", parentId: chile.id } });
    await givenIdea({ title: "From the south in Arica", departmentId: south.id, placeId: arica.id });
    await givenIdea({ title: "From nowhere" });

    expect(await titles(ana, { department: sales.id })).toEqual(["From the south in Arica"]);
    expect(await titles(ana, { place: chile.id })).toEqual(["From the south in Arica"]);
    expect(await titles(ana, { department: south.id, place: chile.id })).toEqual(["From the south in Arica"]);
  });

  it("by tag, author, category and what one follows narrow together", async () => {
    const ana = await hire();
    const category = await db.category.create({ data: { name: "Canteen" } });
    const mine = await givenIdea({ title: "Mine", author: ana, categoryId: category.id });
    await givenIdea({ title: "Not mine", categoryId: category.id });
    await db.ideaTag.create({ data: { idea: { connect: { id: mine.id } }, tag: { create: { name: "soup" } } } });
    await db.follow.create({ data: { ideaId: mine.id, personId: ana.id } });

    for (const filter of [{ tag: "Soup " }, { author: "me" }, { author: ana.id }, { following: "yes" }]) {
      expect(await titles(ana, { ...filter, category: category.id })).toEqual(["Mine"]);
    }
  });

  it("that name nothing find nothing", async () => {
    const ana = await hire();
    await givenIdea();
    const nobody = "00000000-0000-4000-8000-000000000000";

    for (const name of ["category", "department", "place", "author"]) {
      expect(await titles(ana, { [name]: nobody })).toEqual([]);
    }
    expect(await titles(ana, { tag: "no such tag" })).toEqual([]);
  });
});
