import { eventsOf, givenIdea, hire } from "@/__tests__/support/database";
import type { Actor } from "@/lib/access/actor";
import { alignIdea } from "@/lib/goals/align-idea";
import { addGoal, changeBalance, changeGoal, raiseGoal, retireGoal } from "@/lib/goals/commands";
import { findAlignment, findBalance, listGoals, listKeptGoals } from "@/lib/goals/queries";
import { balanceInput, goalChange, MOST_GOALS, newGoal } from "@/lib/goals/schema";
import { db } from "@/lib/platform/db/client";

let administrator: Actor;
let reviewer: Actor;
beforeEach(async () => {
  administrator = await hire({ roles: ["administrator"] });
  reviewer = await hire({ roles: ["employee", "reviewer"] });
  await db.ideaGoal.deleteMany();
  await db.goal.deleteMany();
});

async function given(...names: string[]): Promise<string[]> {
  for (const name_en of names) await addGoal(administrator, newGoal.parse({ name_en }));
  return (await listGoals(administrator)).map(({ id }) => id);
}

const names = async () => (await listGoals(administrator)).map(({ name }) => name);

it("tells goals in their order and in the reader's language, or in another one that they were written in", async () => {
  await addGoal(administrator, newGoal.parse({ name_en: "Fewer accidents", name_es: "Menos accidentes" }));
  await addGoal(administrator, newGoal.parse({ name_pt: "Clientes mais felizes" }));

  expect(await names()).toEqual(["Fewer accidents", "Clientes mais felizes"]);
  expect((await listGoals({ ...administrator, locale: "es" } as Actor))[0]?.name).toBe("Menos accidentes");
});

it("moves a goal up before the one above it, and leaves the topmost where it is", async () => {
  const [first = "", , third = ""] = await given("One", "Two", "Three");
  await raiseGoal(administrator, { goalId: third });
  await raiseGoal(administrator, { goalId: first });

  expect(await names()).toEqual(["One", "Three", "Two"]);
});

it("rewords a goal, and the same again is no event", async () => {
  const [goalId = ""] = await given("Safer");
  const change = goalChange.parse({ goalId, name_en: "Safer work", about_en: "Nobody is hurt." });
  await changeGoal(administrator, change);
  await changeGoal(administrator, change);

  expect(await names()).toEqual(["Safer work"]);
  expect(await eventsOf(goalId)).toEqual(["goal.added", "goal.changed"]);
});

it("has room for so many goals and no more, however many are added at once", async () => {
  const adding = Array.from({ length: MOST_GOALS + 3 }, (_, at) =>
    addGoal(administrator, newGoal.parse({ name_en: `Goal ${at}` })),
  );
  await Promise.allSettled(adding);

  expect(await names()).toHaveLength(MOST_GOALS);
});

it("lets only administrators keep goals", async () => {
  await expect(addGoal(reviewer, newGoal.parse({ name_en: "Mine" }))).rejects.toThrow("access.forbidden");
  await expect(listKeptGoals(reviewer)).rejects.toThrow("access.forbidden");
  await expect(changeBalance(reviewer, { usual: 60, moderate: 30, radical: 10 })).rejects.toThrow("access.forbidden");
});

it("refuses a goal without a name, and a meaning in a language in which it has none", () => {
  expect(newGoal.safeParse({}).success).toBe(false);
  expect(newGoal.safeParse({ name_en: "Safer", about_es: "Nadie se hace daño." }).success).toBe(false);
});

it("has a reviewer say which goals an idea serves and how daring it is, the foremost goal first", async () => {
  const [one = "", two = ""] = await given("One", "Two");
  const { id: ideaId } = await givenIdea();
  await alignIdea(reviewer, { ideaId, goalIds: [two, one], ambition: "radical" });
  await alignIdea(reviewer, { ideaId, goalIds: [two, one], ambition: "radical" });

  const { goals, ambition } = await findAlignment(reviewer, { ideaId });
  expect(goals.map(({ name }) => name)).toEqual(["Two", "One"]);
  expect(ambition).toBe("radical");
  expect(await eventsOf(ideaId)).toEqual(["idea.aligned"]);
});

it("takes back what is left out", async () => {
  const [one = ""] = await given("One");
  const { id: ideaId } = await givenIdea();
  await alignIdea(reviewer, { ideaId, goalIds: [one], ambition: "usual" });
  await alignIdea(reviewer, { ideaId, goalIds: [], ambition: null });

  expect(await findAlignment(reviewer, { ideaId })).toEqual({ ideaId, goals: [], ambition: null });
});

it("keeps a retired goal where it was chosen and lets it be chosen nowhere else", async () => {
  const [one = ""] = await given("One");
  const [before, after] = [await givenIdea(), await givenIdea()];
  await alignIdea(reviewer, { ideaId: before.id, goalIds: [one], ambition: null });
  await retireGoal(administrator, { goalId: one });
  await retireGoal(administrator, { goalId: one });
  await alignIdea(reviewer, { ideaId: before.id, goalIds: [one], ambition: "usual" });

  await expect(alignIdea(reviewer, { ideaId: after.id, goalIds: [one], ambition: null })).rejects.toMatchObject({
    fields: { goal1: "goals.notInUse" },
  });
  expect((await findAlignment(reviewer, { ideaId: before.id })).goals).toMatchObject([
    { name: "One", isRetired: true },
  ]);
  expect(await names()).toEqual([]);
  expect(await eventsOf(one)).toEqual(["goal.added", "goal.retired"]);
});

it("lets nobody say it of the own idea, of a draft, or without reviewing", async () => {
  const input = { goalIds: [], ambition: "usual" as const };
  const own = await givenIdea({ author: reviewer });
  const draft = await givenIdea({ status: "draft" });
  const idea = await givenIdea();
  const executive = await hire({ roles: ["executive"] });

  await expect(alignIdea(reviewer, { ideaId: own.id, ...input })).rejects.toThrow("access.forbidden");
  await expect(alignIdea(reviewer, { ideaId: draft.id, ...input })).rejects.toMatchObject({ code: "not_found" });
  await expect(alignIdea(executive, { ideaId: idea.id, ...input })).rejects.toThrow("access.forbidden");
});

it("has no fourth place for a goal, whoever writes", async () => {
  const [goalId = ""] = await given("One");
  const { id: ideaId } = await givenIdea();

  await expect(db.ideaGoal.create({ data: { ideaId, goalId, place: 4 } })).rejects.toThrow();
});

it("wants 70, 20 and 10 of a hundred until leadership says otherwise, and always a hundred in all", async () => {
  expect(await findBalance()).toEqual({ usual: 70, moderate: 20, radical: 10 });
  await changeBalance(administrator, { usual: 60, moderate: 25, radical: 15 });
  await changeBalance(administrator, { usual: 60, moderate: 25, radical: 15 });

  expect(await findBalance()).toEqual({ usual: 60, moderate: 25, radical: 15 });
  expect(await db.event.count({ where: { type: "balance.changed" } })).toBe(1);
  expect(balanceInput.safeParse({ usual: "60", moderate: "30", radical: "20" }).success).toBe(false);
  await expect(db.balanceWish.updateMany({ data: { usual: 90 } })).rejects.toThrow();
});
