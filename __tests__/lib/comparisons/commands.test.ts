import { randomUUID } from "node:crypto";
import type { Actor } from "@/lib/access/actor";
import { MOST_OF_ONE } from "@/lib/comparisons/candidates";
import { answerAndGoOn, answerPair, askForPair } from "@/lib/comparisons/commands";
import { findPairAgain } from "@/lib/comparisons/queries";
import type { Answer, Pair } from "@/lib/comparisons/schema";
import { db } from "@/lib/platform/db/client";
import { castVote } from "@/lib/votes/commands";
import { eventsOf, givenIdea, hire } from "../../support/database";

/** A category that no other test knows: pairs among its ideas are this test's own. */
async function newCategory(): Promise<string> {
  const { id } = await db.category.create({ data: { name: `Comparing ${randomUUID()}` } });
  return id;
}

/** Ideas of others in a category of their own. */
async function givenIdeas(count: number, idea: Parameters<typeof givenIdea>[0] = {}) {
  const categoryId = await newCategory();
  const ideas = await Promise.all(Array.from({ length: count }, () => givenIdea({ categoryId, ...idea })));
  return { categoryId, ids: ideas.map(({ id }) => id) };
}

const idsOf = ({ left, right }: Pair) => [left.ideaId, right.ideaId].sort();
const ask = async (actor: Actor, categoryId: string | null) => (await askForPair(actor, { categoryId })).pair;
const tell = (actor: Actor, pairId: string, answer: Answer, change = false) =>
  answerPair(actor, { pairId, answer, change });

/** All pairs that somebody is shown until nothing is left. */
async function allPairs(actor: Actor, categoryId: string): Promise<Pair[]> {
  const pairs: Pair[] = [];
  for (let pair = await ask(actor, categoryId); pair; pair = await ask(actor, categoryId)) {
    pairs.push(pair);
    await tell(actor, pair.pairId, "left");
  }
  return pairs;
}

const rowOf = (id: string) => db.comparison.findUniqueOrThrow({ where: { id } });

/** As if so many minutes had passed since an answer. */
const letPass = (pairId: string, minutes: number) =>
  db.$executeRaw`update comparison set answered_at = answered_at - make_interval(mins => ${minutes}::int) where id = ${pairId}::uuid`;

it("shows every pair once, and says when nothing is left", async () => {
  const { categoryId, ids } = await givenIdeas(4);

  const pairs = await allPairs(await hire(), categoryId);

  expect(new Set(pairs.map((pair) => idsOf(pair).join(" "))).size).toBe(6);
  expect(new Set(pairs.flatMap(idsOf))).toEqual(new Set(ids));
});

it("shows nobody the own idea, nor one that has been decided, merged or not been submitted", async () => {
  const ana = await hire();
  const { categoryId, ids } = await givenIdeas(3);
  await givenIdea({ categoryId, author: ana });
  for (const status of ["declined", "merged", "in_progress", "implemented", "withdrawn", "archived", "draft"] as const)
    await givenIdea({ categoryId, status });

  const seen = new Set((await allPairs(ana, categoryId)).flatMap(idsOf));

  expect(seen).toEqual(new Set(ids));
});

it("shows nobody one idea more often than a few times", async () => {
  const { categoryId } = await givenIdeas(12);

  const seen = (await allPairs(await hire(), categoryId)).flatMap(idsOf);

  for (const id of seen) expect(seen.filter((one) => one === id).length).toBeLessThanOrEqual(MOST_OF_ONE);
  expect(seen.length).toBeGreaterThan(12 * (MOST_OF_ONE - 2));
});

it("draws among all ideas unless told otherwise", async () => {
  await givenIdeas(2);

  expect(await ask(await hire(), null)).not.toBeNull();
});

it("keeps showing the same pair until it is answered, however often and from wherever one asks", async () => {
  const ana = await hire();
  const { categoryId } = await givenIdeas(20);

  const asked = await Promise.all(Array.from({ length: 8 }, () => ask(ana, categoryId)));

  expect(new Set(asked.map((pair) => pair?.pairId)).size).toBe(1);
  expect((await ask(ana, categoryId))?.pairId).toBe(asked[0]?.pairId);
  expect(await db.comparison.count({ where: { personId: ana.id } })).toBe(1);
});

it("draws anew when one of the two has closed meanwhile, and does not ask about it later", async () => {
  const ana = await hire();
  const { categoryId, ids } = await givenIdeas(3);
  const first = await ask(ana, categoryId);
  await db.idea.update({ where: { id: first?.left.ideaId }, data: { status: "withdrawn" } });

  await expect(tell(ana, first?.pairId ?? "", "left")).rejects.toMatchObject({
    code: "conflict",
    reason: "comparisons.closed",
  });
  const second = await ask(ana, categoryId);
  expect(second && idsOf(second)).toEqual(ids.filter((id) => id !== first?.left.ideaId).sort());
});

it("shows ideas without their author and their votes", async () => {
  const { categoryId } = await givenIdeas(2, { body: "With a **roof**.", language: "es" });

  const pair = await ask(await hire(), categoryId);

  expect(pair?.left).toEqual({
    ideaId: expect.any(String),
    title: "Bicycle racks at the north gate",
    body: "With a **roof**.",
    language: "es",
    category: expect.stringContaining("Comparing"),
  });
});

it("keeps what one answers, and writes down that one did, but not what", async () => {
  const ana = await hire();
  const { categoryId } = await givenIdeas(2);
  const pair = await ask(ana, categoryId);

  await tell(ana, pair?.pairId ?? "", "right");

  expect(await rowOf(pair?.pairId ?? "")).toMatchObject({ personId: ana.id, answer: "right" });
  expect(await eventsOf(pair?.pairId ?? "")).toEqual(["comparison.answered"]);
  const [event] = await db.event.findMany({ where: { subjectId: pair?.pairId ?? "" } });
  expect(event?.payload).toEqual({});
});

it("takes the same answer twice for one", async () => {
  const ana = await hire();
  const { categoryId } = await givenIdeas(2);
  const { pairId } = (await ask(ana, categoryId)) as Pair;

  const told = await Promise.all(Array.from({ length: 6 }, () => tell(ana, pairId, "left")));

  expect(told).toEqual(Array(6).fill({ pairId, answer: "left" }));
  expect(await eventsOf(pairId)).toEqual(["comparison.answered"]);
});

it("keeps one answer when two tabs say different things, and tells the other", async () => {
  const ana = await hire();
  const { categoryId } = await givenIdeas(2);
  const { pairId } = (await ask(ana, categoryId)) as Pair;

  const told = await Promise.allSettled([tell(ana, pairId, "left"), tell(ana, pairId, "right")]);

  const [kept] = told.flatMap((one) => (one.status === "fulfilled" ? [one.value] : []));
  expect(told.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
  expect(told.find(({ status }) => status === "rejected")).toMatchObject({
    reason: { code: "conflict", reason: "comparisons.answered" },
  });
  expect((await rowOf(pairId)).answer).toBe(kept?.answer);
});

it("lets one think again for ten minutes", async () => {
  const ana = await hire();
  const { categoryId } = await givenIdeas(3);
  const { pairId } = (await ask(ana, categoryId)) as Pair;
  const { last, pair: next } = await answerAndGoOn(ana, { pairId, answer: "left", change: false, categoryId });
  expect(last).toBe(pairId);
  expect((await findPairAgain(ana, pairId)).pair?.pairId).toBe(pairId);

  await tell(ana, pairId, "right", true);
  expect((await rowOf(pairId)).answer).toBe("right");
  expect((await ask(ana, categoryId))?.pairId).toBe(next?.pairId);

  await letPass(pairId, 11);
  await expect(tell(ana, pairId, "left", true)).rejects.toMatchObject({ reason: "comparisons.answered" });
  expect(await findPairAgain(ana, pairId)).toMatchObject({ pair: null, last: null });
});

it("takes no answer for a pair that was drawn for somebody else, or for nobody", async () => {
  const { categoryId } = await givenIdeas(2);
  const { pairId } = (await ask(await hire(), categoryId)) as Pair;
  const eve = await hire();

  for (const id of [pairId, randomUUID()])
    await expect(tell(eve, id, "left")).rejects.toMatchObject({ code: "not_found" });
  expect((await findPairAgain(eve, pairId)).pair).toBeNull();
  expect((await rowOf(pairId)).answer).toBeNull();
});

it("is for employees", async () => {
  const guest = await hire({ roles: ["executive"] });

  await expect(ask(guest, null)).rejects.toMatchObject({ code: "forbidden" });
  await expect(tell(guest, randomUUID(), "left")).rejects.toMatchObject({ code: "forbidden" });
  await expect(findPairAgain(guest, randomUUID())).rejects.toMatchObject({ code: "forbidden" });
});

it("counts what one has compared since midnight; whoever skips has not compared", async () => {
  const ana = await hire();
  const { categoryId } = await givenIdeas(4);
  for (const answer of ["left", "both_good", "right"] as const) {
    const { pairId } = (await ask(ana, categoryId)) as Pair;
    await tell(ana, pairId, answer);
  }

  expect((await askForPair(ana, { categoryId })).today).toBe(2);
  await db.$executeRaw`update comparison set answered_at = answered_at - interval '25 hours' where person_id = ${ana.id}::uuid`;
  expect((await askForPair(ana, { categoryId })).today).toBe(0);
});

it("changes nobody's vote", async () => {
  const ana = await hire();
  const { categoryId, ids } = await givenIdeas(2);
  await castVote(ana, { ideaId: ids[0] ?? "" });
  const { pairId } = (await ask(ana, categoryId)) as Pair;

  await tell(ana, pairId, "left");

  expect(await db.vote.count({ where: { ideaId: { in: ids } } })).toBe(1);
});

it("the database itself refuses one's own idea, a pair twice, a second one that waits, and an answer taken away", async () => {
  const ana = await hire();
  const { categoryId, ids } = await givenIdeas(4);
  const own = await givenIdea({ author: ana });
  const [a = "", b = "", c = "", d = ""] = ids;
  const draw = (leftId: string, rightId: string, answer: string | null = null) =>
    db.comparison.create({
      data: { personId: ana.id, leftId, rightId, categoryId, answer, answeredAt: answer ? new Date() : null },
    });
  const { id } = await draw(a, b, "left");

  await expect(draw(own.id, a, "left")).rejects.toThrow();
  await expect(draw(a, a, "left")).rejects.toThrow();
  await expect(draw(b, a, "left")).rejects.toThrow();
  await expect(draw(a, c, "the first")).rejects.toThrow();
  await draw(c, d);
  await expect(draw(a, c)).rejects.toThrow();
  await expect(db.comparison.update({ where: { id }, data: { answer: null, answeredAt: null } })).rejects.toThrow();
  await expect(db.comparison.update({ where: { id }, data: { leftId: c } })).rejects.toThrow();
});
