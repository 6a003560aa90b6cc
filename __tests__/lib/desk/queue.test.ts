import { givenIdea, hire } from "@/__tests__/support/database";
import type { Actor } from "@/lib/access/actor";
import { countQueue, listQueue, neighboursOf } from "@/lib/desk/queue";
import { queueAddress, type View, type Whose } from "@/lib/desk/schema";
import { db } from "@/lib/platform/db/client";
import { refreshRanks } from "@/lib/ranking/refresh-ranks";

const DAY_MS = 86_400_000;
const inDays = (days: number) => new Date(Date.now() + days * DAY_MS);

let marta: Actor;
beforeEach(async () => {
  await db.$executeRaw`truncate idea cascade`;
  marta = await hire({ name: "Marta", roles: ["employee", "reviewer"] });
});

type Under = Parameters<typeof db.review.update>[0]["data"];

/** An idea whose review stands as wished. */
async function queued(title: string, review: Under = {}, idea: Parameters<typeof givenIdea>[0] = {}): Promise<string> {
  const { id } = await givenIdea({ title, ...idea });
  await db.review.update({ where: { ideaId: id }, data: review });
  return id;
}

const asked = (whose: Whose, view: View = "due", cursor?: string) => queueAddress.parse({ whose, view, cursor });
const titles = async (whose: Whose, view?: View) =>
  (await listQueue(marta, asked(whose, view))).ideas.map(({ title }) => title);

it("puts what is most overdue first, and what was promised nothing last, oldest first", async () => {
  await queued("Promised nothing, new");
  await queued("Promised nothing, old", {}, { daysOld: 400 });
  await queued("Due in two days", { answerDueAt: inDays(2) });
  await queued("Two days late", { answerDueAt: inDays(-2) });
  await queued("Answered, decision late", {
    answerDueAt: inDays(-9),
    answeredAt: inDays(-8),
    decisionDueAt: inDays(-1),
  });

  expect(await titles("all")).toEqual([
    "Two days late",
    "Answered, decision late",
    "Due in two days",
    "Promised nothing, old",
    "Promised nothing, new",
  ]);
});

it("shows what waits for its author apart, and what is decided not at all", async () => {
  await queued("Waits", { waitingSince: inDays(-1), answerDueAt: inDays(-3) });
  await queued("Decided", {}, { status: "implemented" });
  await queued("Open");

  expect(await titles("all")).toEqual(["Open"]);
  expect(await titles("all", "waiting")).toEqual(["Waits"]);
});

it("tells one's own from one's groups' and from nobody's", async () => {
  const group = await db.reviewerGroup.create({ data: { name: `Buildings ${Date.now()}` } });
  await db.reviewerGroupMember.create({ data: { groupId: group.id, personId: marta.id } });
  const owen = await hire({ roles: ["reviewer"] });
  await queued("Mine", { ownerId: marta.id });
  await queued("My group's", { ownerId: owen.id, groupId: group.id });
  await queued("Owen's", { ownerId: owen.id });
  await queued("Nobody's");

  expect(await titles("mine")).toEqual(["Mine"]);
  expect(await titles("groups")).toEqual(["My group's"]);
  expect(await titles("nobody")).toEqual(["Nobody's"]);
  expect((await countQueue(marta, asked("all"))).whose).toEqual({ mine: 1, groups: 1, all: 4, nobody: 1 });
});

it("orders by support", async () => {
  await queued("Liked", {}, { votes: 2 });
  await queued("Loved", {}, { votes: 3 });
  await queued("Unknown");
  await refreshRanks();

  expect(await titles("all", "support")).toEqual(["Loved", "Liked", "Unknown"]);
});

it("brings back what was promised news by today", async () => {
  const promised = (title: string, days: number) =>
    queued(title, { ownerId: marta.id, nextOn: inDays(days) }, { status: "accepted" });
  await promised("A week ago", -7);
  await promised("Next week", 7);

  expect(await titles("mine", "news")).toEqual(["A week ago"]);
  expect(await countQueue(marta, asked("mine"))).toMatchObject({ view: { due: 0, waiting: 0, news: 1 } });
});

it.each(["due", "support"] as const)("pages by %s without missing or repeating any", async (view) => {
  for (let n = 0; n < 45; n++) await queued(`Number ${n}`, n % 3 ? { answerDueAt: inDays(n % 5) } : {});
  await refreshRanks();

  const seen: string[] = [];
  let cursor: string | undefined;
  do {
    const { ideas, next } = await listQueue(marta, asked("all", view, cursor));
    seen.push(...ideas.map(({ id }) => id));
    cursor = next ?? undefined;
  } while (cursor);

  expect(seen.length).toBe(45);
  expect(new Set(seen).size).toBe(45);
});

it("knows what comes before and after an idea, and what to begin with after the last", async () => {
  const [first, second, third] = [
    await queued("1", { answerDueAt: inDays(1) }),
    await queued("2", { answerDueAt: inDays(2) }),
    await queued("3"),
  ];

  expect(await neighboursOf(marta, second, asked("all"))).toEqual({ previous: first, next: third, rest: 1 });
  expect(await neighboursOf(marta, third, asked("all"))).toEqual({ previous: second, next: null, rest: 0 });
  await db.idea.update({ where: { id: second }, data: { status: "in_review" } });
  await db.$executeRaw`update review set waiting_since = now() where idea_id = ${second}::uuid`;
  expect(await neighboursOf(marta, second, asked("all"))).toEqual({ previous: null, next: first, rest: 2 });
});

it("is nobody's business who neither reviews nor leads", async () => {
  const colleague = await hire({ roles: ["employee", "moderator"] });

  await expect(listQueue(colleague, asked("all"))).rejects.toMatchObject({ code: "forbidden" });
  await expect(countQueue(colleague, asked("all"))).rejects.toMatchObject({ code: "forbidden" });
});

it("begins anew where a cursor belongs to another view or means nothing", async () => {
  const other = Buffer.from(JSON.stringify(["support", marta.id, 1, 2])).toString("base64url");

  expect(asked("all", "due", other).cursor).toBeUndefined();
  expect(asked("all", "due", "nonsense").cursor).toBeUndefined();
});
