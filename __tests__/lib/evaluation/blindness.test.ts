import { givenIdea, hire } from "@/__tests__/support/database";
import { mergeInto } from "@/__tests__/support/merging";
import type { Actor } from "@/lib/access/actor";
import { beginEvaluation, closeEvaluation } from "@/lib/evaluation/commands";
import { distanceReport } from "@/lib/evaluation/distance-report";
import { countTasks, findAssessment, findEvaluation, listTasks } from "@/lib/evaluation/queries";
import { rankedResults } from "@/lib/evaluation/ranked-results";
import { resultsInput } from "@/lib/evaluation/schema";
import { db } from "@/lib/platform/db/client";
import { department, everybodyLeaves, givenEvaluation, handIn, marksOf, reviewer } from "./evaluating";

/** A note that stands beside every mark here, and nowhere else. */
const CANARY = "quetzal";

let [ada, bea, cleo]: Actor[] = [];
let ideaId = "";
let [chief, administrator]: Actor[] = [];

beforeEach(async () => {
  await everybodyLeaves();
  await db.scorecard.updateMany({ data: { hidesAuthor: false } });
  [ada, bea, cleo] = [await reviewer("Ada"), await reviewer("Bea"), await reviewer("Cleo")];
  [chief, administrator] = [await hire({ roles: ["executive"] }), await hire({ roles: ["administrator"] })];
  ideaId = await givenEvaluation([ada, bea, cleo] as Actor[]);
});

/** Somebody's marks are handed in, with notes that one would recognise. */
async function gives(who: Actor | undefined, value: number) {
  const marks = await marksOf(who as Actor, ideaId, value, CANARY);
  await handIn(who as Actor, ideaId, value, { marks });
}

const orders = ["mean", "best", "spread"] as const;

/** Everything that the portal tells `who` of an evaluation, by whatever way it can be asked. */
async function toldTo(who: Actor | undefined) {
  const actor = who as Actor;
  const lists = await Promise.all(orders.map((order) => rankedResults(actor, resultsInput.parse({ order }))));
  return {
    evaluation: await findEvaluation(actor, { ideaId }),
    listed: lists.map(({ results }) => results.some((result) => result.ideaId === ideaId)),
    assessment: await findAssessment(actor, { ideaId }).catch(() => null),
    tasks: await listTasks(actor),
    count: await countTasks(actor),
    report: await distanceReport(actor),
  };
}

/** What is told before and after `change`, which must make no difference but in who has handed in. */
async function expectNoPeek(who: Actor | undefined, change: () => Promise<unknown>) {
  const without = ({ evaluation, ...rest }: Awaited<ReturnType<typeof toldTo>>) => ({
    ...rest,
    sheet: evaluation?.sheet,
    mine: evaluation?.mine,
  });
  const before = await toldTo(who);
  await change();
  const after = await toldTo(who);

  expect(without(after)).toEqual(without(before));
  expect(JSON.stringify(after)).not.toContain(CANARY);
  return after;
}

it("shows nobody who still has to mark anything of what others gave: not on the page, in lists, counts or the report", async () => {
  await gives(ada, 5);
  await expectNoPeek(bea, () => gives(cleo, 1));
  const { evaluation, listed } = await toldTo(bea);

  expect([evaluation?.sheet, evaluation?.mine, listed]).toEqual([null, "to mark", [false, false, false]]);
  expect(evaluation?.assessors.map(({ hasHandedIn }) => hasHandedIn)).toEqual([true, false, true]);
});

it("shows those who were not asked nothing until everybody has handed in", async () => {
  await gives(ada, 5);
  for (const onlooker of [chief, administrator, await reviewer("Onlooker")]) {
    const { evaluation, listed } = await toldTo(onlooker);
    expect([evaluation?.sheet, listed]).toEqual([null, [false, false, false]]);
  }
  await expectNoPeek(chief, () => gives(bea, 1));
  await gives(cleo, 3);

  const { evaluation, listed } = await toldTo(chief);
  expect([evaluation?.sheet?.score?.mean, listed]).toEqual([3, [true, true, true]]);
});

it("shows whoever has handed in what others handed in, and only that", async () => {
  await gives(ada, 5);
  await gives(bea, 3);
  const { sheet } = (await toldTo(ada)).evaluation ?? {};

  expect(new Set(sheet?.marks.map(({ reviewerId }) => reviewerId))).toEqual(new Set([ada?.id, bea?.id]));
  expect(sheet?.score?.mean).toBe(4);
});

it("keeps the book closed where only a merge has ended the evaluation: undone, it goes on", async () => {
  await gives(ada, 5);
  const before = (await toldTo(bea)).evaluation?.sheet;
  await mergeInto(await reviewer("Onlooker"), ideaId, (await givenIdea()).id);

  for (const who of [bea, chief]) {
    const { evaluation, listed } = await toldTo(who);
    expect([evaluation?.sheet, listed]).toEqual([before, [false, false, false]]);
  }
});

it("never counts or shows marks that were kept and not handed in, even when the evaluation has closed", async () => {
  await gives(ada, 5);
  const marks = await marksOf(bea as Actor, ideaId, 1, CANARY);
  await handIn(bea as Actor, ideaId, 1, { marks, handIn: false });
  await closeEvaluation(ada as Actor, { ideaId });

  for (const who of [ada, bea, cleo, chief]) {
    const { evaluation } = await toldTo(who);
    expect(evaluation?.sheet?.score?.mean).toBe(5);
    expect(evaluation?.sheet?.marks.filter(({ reviewerId }) => reviewerId === bea?.id)).toEqual([]);
  }
  const other = await givenEvaluation([ada, bea, cleo] as Actor[]);
  await handIn(ada as Actor, other, 4);
  await closeEvaluation(ada as Actor, { ideaId: other });
  const { results } = await rankedResults(chief as Actor, resultsInput.parse({}));
  const means = new Map(results.map((result) => [result.ideaId, result.score.mean]));
  expect([means.get(ideaId), means.get(other)]).toEqual([5, 4]);
  expect([...means.keys()].filter((id) => id === ideaId || id === other)).toEqual([ideaId, other]);
});

it("moves nothing in anybody's order of results by marks that they may not see", async () => {
  const seen = ideaId;
  for (const who of [ada, bea, cleo]) await gives(who, 3);
  const before = await rankedResults(bea as Actor, resultsInput.parse({}));
  ideaId = await givenEvaluation([ada, bea, cleo] as Actor[]);
  await gives(ada, 5);
  const after = await rankedResults(bea as Actor, resultsInput.parse({}));

  expect(after).toEqual(before);
  expect(after.results.map((result) => result.ideaId)).toContain(seen);
});

it("shows nothing of an earlier round to whoever is asked again, until they have handed in again", async () => {
  for (const who of [ada, bea, cleo]) await gives(who, 2);
  await closeEvaluation(ada as Actor, { ideaId });
  expect((await toldTo(ada)).evaluation?.sheet?.score?.mean).toBe(2);
  await beginEvaluation(ada as Actor, { ideaId });

  const { evaluation, listed, assessment } = await toldTo(ada);
  expect([evaluation?.sheet, evaluation?.mine, listed, assessment?.marks]).toEqual([
    null,
    "to mark",
    [false, false, false],
    [],
  ]);
  expect((await toldTo(chief)).listed).toEqual([true, true, true]);
});

it("never shows authors what was made of their ideas, whatever they may read otherwise", async () => {
  const author = await hire({ roles: ["reviewer", "executive", "administrator"] });
  ideaId = await givenEvaluation([ada, bea, cleo] as Actor[], author);
  for (const { reviewerId } of await db.assessment.findMany({ where: { evaluation: { ideaId } } }))
    await gives(
      [ada, bea, cleo].find((one) => one?.id === reviewerId),
      4,
    );
  await closeEvaluation(ada as Actor, { ideaId });

  await expect(findEvaluation(author, { ideaId })).rejects.toMatchObject({ code: "forbidden" });
  const { results } = await rankedResults(author, resultsInput.parse({}));
  expect(results.map((result) => result.ideaId)).not.toContain(ideaId);
  expect((await toldTo(chief)).listed).toEqual([true, true, true]);
});

it.each(["employee", "moderator", "communicator"] as const)("tells nothing of evaluations to a %s", async (role) => {
  const colleague = await hire({ roles: [role] });
  for (const asking of [
    () => findEvaluation(colleague, { ideaId }),
    () => findAssessment(colleague, { ideaId }),
    () => listTasks(colleague),
    () => countTasks(colleague),
    () => rankedResults(colleague, resultsInput.parse({})),
    () => distanceReport(colleague),
  ])
    await expect(asking()).rejects.toMatchObject({ code: "forbidden" });
});

it("gives nobody another's scorecard", async () => {
  await gives(ada, 5);

  expect((await findAssessment(bea as Actor, { ideaId })).marks).toEqual([]);
  await expect(findAssessment(await reviewer("Onlooker"), { ideaId })).rejects.toMatchObject({ code: "not_found" });
});

it("counts only closed evaluations in the report", async () => {
  const before = await distanceReport(chief as Actor);
  for (const who of [ada, bea, cleo]) await gives(who, 4);
  expect(await distanceReport(chief as Actor)).toEqual(before);
});

describe("with the author hidden", () => {
  let author: Actor;
  beforeEach(async () => {
    await db.scorecard.updateMany({ data: { hidesAuthor: true, reviewers: 3 } });
    const { id: departmentId } = await department(`Hidden ${crypto.randomUUID()}`);
    author = await hire({ name: "Zulma Author", departmentId });
    const mate = await reviewer("Mate", departmentId);
    await db.person.updateMany({
      where: { id: { in: [bea?.id ?? "", cleo?.id ?? ""] } },
      data: { status: "suspended" },
    });
    ideaId = (await givenIdea({ author })).id;
    await beginEvaluation(ada as Actor, { ideaId });
    bea = mate;
  });

  it("tells those who mark nothing that gives the author away, not even that they work together", async () => {
    const told = JSON.stringify([
      await findAssessment(bea as Actor, { ideaId }),
      await findEvaluation(bea as Actor, { ideaId }),
      await listTasks(bea as Actor),
    ]);

    expect(told).toContain('"isAuthorHidden":true');
    for (const trace of [author.name, author.id, author.departmentId ?? "-", '"isOwnTeam":true'])
      expect(told).not.toContain(trace);
  });

  it("tells who works with the author once the marks may be seen", async () => {
    await gives(ada, 4);
    await gives(bea, 4);
    const evaluation = await findEvaluation(chief as Actor, { ideaId });

    expect(evaluation?.assessors.map(({ name, isOwnTeam }) => [name, isOwnTeam])).toEqual([
      ["Ada", false],
      ["Mate", true],
    ]);
  });
});
