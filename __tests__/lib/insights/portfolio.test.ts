import { givenIdea, hire } from "@/__tests__/support/database";
import { mergeInto, unmerge } from "@/__tests__/support/merging";
import type { Actor } from "@/lib/access/actor";
import { sealEvents } from "@/lib/audit/seal-events";
import { closeEvaluation } from "@/lib/evaluation/commands";
import { criterionChange } from "@/lib/evaluation/schema";
import { changeCriterion } from "@/lib/evaluation/scorecards";
import { alignIdea } from "@/lib/goals/align-idea";
import { addGoal, changeBalance, retireGoal } from "@/lib/goals/commands";
import { listGoals } from "@/lib/goals/queries";
import { type Ambition, newGoal } from "@/lib/goals/schema";
import { listedIdeas } from "@/lib/insights/listed-ideas";
import { portfolio } from "@/lib/insights/portfolio";
import { rebuildInsights, refreshInsights } from "@/lib/insights/roll-ups";
import { type InsightsInput, listedInput } from "@/lib/insights/schema";
import type { Row, Section } from "@/lib/insights/section";
import { db } from "@/lib/platform/db/client";
import { everybodyLeaves, givenEvaluation, handIn, reviewer } from "../evaluation/evaluating";
import { slowScores } from "./slow-scores";

let executive: Actor;
let administrator: Actor;
let marta: Actor;
beforeEach(async () => {
  await db.idea.deleteMany();
  await db.goal.deleteMany();
  await everybodyLeaves();
  executive = await hire({ roles: ["executive"] });
  administrator = await hire({ roles: ["administrator"] });
  marta = await reviewer("Marta");
});

const asked = (input: Partial<InsightsInput> = {}): InsightsInput => ({
  from: undefined,
  to: undefined,
  department: undefined,
  place: undefined,
  category: undefined,
  ...input,
});

async function sections(actor = executive, input: Partial<InsightsInput> = {}): Promise<Section[]> {
  await rebuildInsights();
  return portfolio(actor, asked(input));
}
const rowsOf = (all: Section[], key: string): Row["cells"][] =>
  (all.find((section) => section.key === key)?.rows ?? []).map(({ cells }) => cells);
const saysOf = (all: Section[], key: string) => all.find((section) => section.key === key)?.says ?? [];

async function goals(...names: string[]): Promise<string[]> {
  for (const name_en of names) await addGoal(administrator, newGoal.parse({ name_en }));
  return (await listGoals(administrator)).map(({ id }) => id);
}

const aligned = async (idea: Parameters<typeof givenIdea>[0], goalIds: string[], ambition: Ambition | null = null) => {
  const { id: ideaId } = await givenIdea(idea);
  await alignIdea(marta, { ideaId, goalIds, ambition });
  return ideaId;
};

it("counts ideas at every goal they serve, by what became of them, with their votes", async () => {
  const [safer = "", faster = ""] = await goals("Safer", "Faster", "Greener");
  await aligned({ votes: 2 }, [safer, faster]);
  await aligned({ status: "accepted", votes: 1 }, [safer]);
  await aligned({ status: "implemented" }, [safer]);
  await aligned({ status: "archived" }, [faster]);
  await aligned({ status: "withdrawn" }, [faster]);
  await givenIdea();

  const all = await sections();
  expect(rowsOf(all, "goals")).toEqual([
    { goal: "Safer", waiting: 1, backed: 1, implemented: 1, declined: 0, ideas: 3, support: 3 },
    { goal: "Faster", waiting: 1, backed: 0, implemented: 0, declined: 1, ideas: 2, support: 2 },
    { goal: "Greener", waiting: 0, backed: 0, implemented: 0, declined: 0, ideas: 0, support: 0 },
  ]);
  expect(saysOf(all, "goals")).toMatchObject([
    { values: { ideas: 5, serving: 4 } },
    { values: { count: 1, names: "“Greener”" } },
    {},
  ]);
});

it("narrows to a unit with all below it, a category and a time, and leaves retired goals out where nothing serves them", async () => {
  const [safer = "", faster = ""] = await goals("Safer", "Faster");
  const whole = await db.department.create({ data: { name: "Mining" } });
  const part = await db.department.create({ data: { name: "Night shift", parentId: whole.id } });
  const category = await db.category.create({ data: { name: "Safety of all" } });
  await aligned({ departmentId: part.id }, [safer]);
  await aligned({ categoryId: category.id }, [safer]);
  await aligned({ daysOld: 800 }, [safer]);
  await aligned({}, [faster]);
  await retireGoal(administrator, { goalId: faster });

  const ideasOf = async (input: Partial<InsightsInput>) =>
    rowsOf(await sections(executive, input), "goals").map(({ goal, ideas }) => `${goal} ${ideas}`);
  expect(await ideasOf({ department: whole.id })).toEqual(["Safer 1"]);
  expect(await ideasOf({ category: category.id })).toEqual(["Safer 1"]);
  expect(await ideasOf({})).toEqual(["Safer 2", "Faster 1"]);
  expect(await ideasOf({ from: "2020-01" })).toEqual(["Safer 3", "Faster 1"]);
});

it("compares backed ideas with the balance that is wanted, and says of how many nobody knows", async () => {
  await changeBalance(administrator, { usual: 50, moderate: 30, radical: 20 });
  for (const status of ["accepted", "in_progress", "implemented"] as const) await aligned({ status }, [], "usual");
  await aligned({ status: "accepted" }, [], "radical");
  await aligned({}, [], "radical");
  await givenIdea({ status: "accepted" });

  const all = await sections();
  expect(rowsOf(all, "balance")).toEqual([
    { ambition: "goals.ambition_usual", share: 0.75, wish: 0.5, backed: 3, implemented: 1, ideas: 3 },
    { ambition: "goals.ambition_moderate", share: 0, wish: 0.3, backed: 0, implemented: 0, ideas: 0 },
    { ambition: "goals.ambition_radical", share: 0.25, wish: 0.2, backed: 1, implemented: 0, ideas: 2 },
  ]);
  expect(saysOf(all, "balance")).toMatchObject([
    { values: { backed: 4, usual: "75%", radical: "25%", moderateWish: "30%" } },
    { values: { count: 1 } },
  ]);
});

/** An idea that was marked so, one mark for each criterion of the first scorecard: three of value, two of cost, one of risk. */
async function marked(reviewers: Actor[], marks: number[][], author?: Actor): Promise<string> {
  const ideaId = await givenEvaluation(reviewers, author);
  for (const [at, values] of marks.entries()) await handIn(reviewers[at] as Actor, ideaId, values);
  await closeEvaluation(reviewers[0] as Actor, { ideaId });
  return ideaId;
}

it("sets value against effort by closed evaluations alone, the most value for its effort first", async () => {
  const rita = await reviewer("Rita");
  const fine = await marked(
    [marta, rita],
    [
      [5, 5, 4, 5, 4, 3],
      [4, 4, 4, 5, 5, 3],
    ],
  );
  const dear = await marked(
    [marta, rita],
    [
      [5, 5, 5, 1, 1, 2],
      [5, 4, 5, 2, 1, 2],
    ],
  );
  const open = await givenEvaluation([marta, rita]);
  await handIn(marta, open, 5);

  const all = await sections();
  const shown = all.find(({ key }) => key === "valueAndEffort")?.rows ?? [];
  expect(shown.map(({ href }) => href)).toEqual([`/ideas/${fine}`, `/ideas/${dear}`]);
  for (const slow of await slowScores()) {
    const { cells } = shown.find(({ href }) => href === `/ideas/${slow.ideaId}`) ?? { cells: {} };
    expect(cells.value).toBeCloseTo(slow.value ?? 0, 3);
    expect(cells.effort).toBeCloseTo(6 - (slow.cost ?? 0), 3);
    expect(cells.reviewers).toBe(slow.reviewers);
  }
  expect(shown.map(({ cells }) => cells.quarter)).toEqual(["goals.quarter_begin", "goals.quarter_plan"]);
  expect(saysOf(all, "valueAndEffort")[0]?.values).toMatchObject({ ideas: 2, quickWins: 1 });
});

it("tells nobody the marks of their own idea, nor of one that they still have to mark", async () => {
  const leader = await hire({ roles: ["employee", "executive"] });
  await marked([marta], [[5, 5, 5, 5, 5, 5]], leader);
  const again = await marked([marta], [[4, 4, 4, 4, 4, 4]]);
  await db.evaluation.create({
    data: {
      ideaId: again,
      scorecardId: (await db.scorecard.findFirstOrThrow({ where: { isGeneral: true } })).id,
      hidesAuthor: false,
      noteFrom: 0,
      assessments: { create: { reviewerId: leader.id, distance: "other" } },
    },
  });

  expect(rowsOf(await sections(), "valueAndEffort")).toHaveLength(2);
  const own = await sections(leader);
  expect(rowsOf(own, "valueAndEffort")).toEqual([]);
  expect(saysOf(own, "valueAndEffort")).toEqual([{ key: "goals.valueNothing" }]);
});

it("keeps scores up to date with what happens, row by row as if all were counted anew", async () => {
  const stays = await givenIdea();
  await rebuildInsights();
  const kept = () => db.ideaScore.findMany({ orderBy: { ideaId: "asc" } });
  const count = async () => {
    await sealEvents();
    await refreshInsights();
    const refreshed = await kept();
    await rebuildInsights();
    expect(refreshed).toEqual(await kept());
    return refreshed.length;
  };

  const ideaId = await marked([marta], [[5, 4, 3, 2, 1, 3]]);
  expect(await count()).toBe(1);
  await alignIdea(marta, { ideaId, goalIds: [], ambition: "usual" });
  expect(await count()).toBe(1);
  const open = await givenEvaluation([marta]);
  await handIn(marta, open, 4);
  await mergeInto(marta, open, stays.id);
  expect(await count()).toBe(1);
  await unmerge(marta, open);
  await closeEvaluation(marta, { ideaId: open });
  expect(await count()).toBe(2);

  const before = await db.ideaScore.findUniqueOrThrow({ where: { ideaId } });
  const first = await db.criterion.findFirstOrThrow({
    where: { scorecard: { isGeneral: true }, part: "value" },
    orderBy: { position: "asc" },
  });
  await changeCriterion(administrator, criterionChange.parse({ criterionId: first.id, weight: "9", name_en: "Worth" }));
  await count();
  expect(Number((await db.ideaScore.findUniqueOrThrow({ where: { ideaId } })).value)).toBeGreaterThan(
    Number(before.value),
  );
});

it("leads from each figure to the ideas behind it, as many as it says", async () => {
  const [safer = ""] = await goals("Safer");
  await aligned({}, [safer], "radical");
  await aligned({ status: "implemented" }, [safer], "usual");
  await aligned({ status: "withdrawn" }, [safer], "radical");

  for (const section of (await sections()).slice(0, 2))
    for (const { cells, href = "" } of section.rows) {
      const asking = Object.fromEntries(new URL(href, "http://portal").searchParams);
      expect(await listedIdeas(executive, listedInput.parse(asking))).toMatchObject({ count: cells.ideas });
    }
});

it("is for executives and administrators", async () => {
  expect((await sections(administrator)).map(({ key }) => key)).toEqual(["goals", "balance", "valueAndEffort"]);
  await expect(portfolio(marta, asked())).rejects.toThrow("access.forbidden");
});
