import { eventsOf, hire } from "@/__tests__/support/database";
import type { Actor } from "@/lib/access/actor";
import { closeEvaluation, scoreIdea } from "@/lib/evaluation/commands";
import { findAssessment, findEvaluation } from "@/lib/evaluation/queries";
import { scoreForm } from "@/lib/evaluation/schema";
import { db } from "@/lib/platform/db/client";
import { everybodyLeaves, givenEvaluation, handIn, marksOf, reviewer } from "./evaluating";

let [ada, bea]: Actor[] = [];
let ideaId = "";
beforeEach(async () => {
  await everybodyLeaves();
  [ada, bea] = [await reviewer("Ada"), await reviewer("Bea")];
  ideaId = await givenEvaluation([ada, bea]);
});
const who = () => ada as Actor;

it("keeps marks for later without counting them, and hands them in as a whole", async () => {
  const some = (await marksOf(who(), ideaId, 4)).slice(0, 2);
  await scoreIdea(who(), { ideaId, version: 1, marks: some, handIn: false });
  const kept = await findAssessment(who(), { ideaId });
  expect([kept.marks.length, kept.handedInAt, kept.version]).toEqual([2, null, 2]);
  expect(await eventsOf(ideaId)).toEqual(["evaluation.begun"]);
  await handIn(who(), ideaId, 4);

  expect((await findAssessment(who(), { ideaId })).handedInAt).not.toBeNull();
  expect(await eventsOf(ideaId)).toEqual(["evaluation.begun", "evaluation.scored"]);
});

it("tells by criterion what is lacking, and counts nothing until it is there", async () => {
  const marks = await marksOf(who(), ideaId, [2, 4, 4, 4, 4]);
  const [low, last] = [marks[0]?.criterionId, marks[5]?.criterionId];
  const refused = scoreIdea(who(), { ideaId, version: 1, marks: marks.slice(0, 5), handIn: true });

  await expect(refused).rejects.toMatchObject({
    code: "invalid",
    fields: { [`marks.${low}`]: "evaluation.noteMissing", [`marks.${last}`]: "evaluation.markMissing" },
  });
  expect(await db.mark.count({ where: { assessment: { evaluation: { ideaId } } } })).toBe(0);
});

it.each([
  ["a low mark with a note", 2, "Who would look after it?", true],
  ["a low mark with nothing to see in its note", 2, "​", false],
  ["a mark above without one", 3, "", true],
])("takes %s: %s", async (_, value, note, isTaken) => {
  const marks = await marksOf(who(), ideaId, value as number, note as string);
  const scoring = scoreIdea(who(), { ideaId, version: 1, marks, handIn: true });

  await (isTaken ? expect(scoring).resolves.toBeDefined() : expect(scoring).rejects.toMatchObject({ code: "invalid" }));
});

it("asks for notes from the mark that was set when the evaluation began", async () => {
  await db.scorecard.updateMany({ data: { noteFrom: 4 } });
  await scoreIdea(who(), { ideaId, version: 1, marks: await marksOf(who(), ideaId, 4), handIn: true });
  await db.scorecard.updateMany({ data: { noteFrom: 2 } });

  expect((await findAssessment(who(), { ideaId })).handedInAt).not.toBeNull();
});

const byHand = async (
  change: (mine: { evaluationId: string; reviewerId: string; criterionId: string }) => Promise<unknown>,
) => {
  const { id: evaluationId } = await db.evaluation.findFirstOrThrow({ where: { ideaId } });
  const { criterionId } = await db.evaluationCriterion.findFirstOrThrow({ where: { evaluationId } });
  return change({ evaluationId, reviewerId: who().id, criterionId });
};

it("cannot be got past in the database: no handing in of less than all, no low mark without a note", async () => {
  await expect(
    byHand(({ criterionId: _, ...mine }) =>
      db.assessment.update({ where: { evaluationId_reviewerId: mine }, data: { handedInAt: new Date() } }),
    ),
  ).rejects.toThrow("a scorecard is handed in whole");
  await handIn(who(), ideaId, 4);
  await expect(
    byHand((mark) =>
      db.mark.update({ where: { evaluationId_reviewerId_criterionId: mark }, data: { value: 1, note: " " } }),
    ),
  ).rejects.toThrow("a scorecard is handed in whole");
  await expect(
    byHand((mark) => db.mark.delete({ where: { evaluationId_reviewerId_criterionId: mark } })),
  ).rejects.toThrow("a scorecard is handed in whole");
});

it("lets marks be changed until the evaluation closes, says that they were, and never takes them back", async () => {
  await handIn(who(), ideaId, 4);
  await handIn(who(), ideaId, 5);
  const evaluation = await findEvaluation(bea as Actor, { ideaId });
  expect(evaluation?.assessors.map(({ hasChanged }) => hasChanged)).toEqual([true, false]);
  await handIn(who(), ideaId, 3, { handIn: false });
  const less = (await marksOf(who(), ideaId, 4)).slice(1);
  await expect(handIn(who(), ideaId, 4, { marks: less, handIn: false })).rejects.toMatchObject({ code: "invalid" });
  expect((await eventsOf(ideaId)).filter((type) => type === "evaluation.scored")).toHaveLength(3);
  expect((await findAssessment(who(), { ideaId })).handedInAt).not.toBeNull();
  await expect(
    byHand(({ criterionId: _, ...mine }) =>
      db.assessment.update({ where: { evaluationId_reviewerId: mine }, data: { handedInAt: null, changedAt: null } }),
    ),
  ).rejects.toThrow("stays so");

  await closeEvaluation(who(), { ideaId });
  await expect(handIn(who(), ideaId, 1)).rejects.toMatchObject({ reason: "evaluation.closedAlready" });
  await expect(
    byHand((mark) => db.mark.update({ where: { evaluationId_reviewerId_criterionId: mark }, data: { value: 1 } })),
  ).rejects.toThrow("this evaluation is closed");
});

it("writes nothing into the log that tells a mark", async () => {
  await handIn(who(), ideaId, 4);
  await handIn(who(), ideaId, 5);
  const events = await db.event.findMany({ where: { subjectId: ideaId }, orderBy: { id: "asc" } });

  expect(events.slice(1).map(({ payload }) => payload)).toEqual([{ again: false }, { again: true }]);
});

it("never lets two windows of one reviewer overwrite each other", async () => {
  const [first, second] = [await marksOf(who(), ideaId, 4), await marksOf(who(), ideaId, 5)];
  const outcomes = await Promise.allSettled([
    scoreIdea(who(), { ideaId, version: 1, marks: first, handIn: true }),
    scoreIdea(who(), { ideaId, version: 1, marks: second, handIn: true }),
  ]);
  const lost = outcomes.flatMap((outcome) => (outcome.status === "rejected" ? [outcome.reason.reason] : []));
  const { marks } = await findAssessment(who(), { ideaId });

  expect(lost).toEqual(["evaluation.changedElsewhere"]);
  expect(new Set(marks.map(({ value }) => value)).size).toBe(1);
  expect(await eventsOf(ideaId)).toEqual(["evaluation.begun", "evaluation.scored"]);
});

it("does nothing twice when the same is sent twice", async () => {
  const marks = await marksOf(who(), ideaId, 4);
  const send = () => scoreIdea(who(), { ideaId, version: 1, marks, handIn: true });
  await Promise.all([send(), send(), send()]);

  expect((await findAssessment(who(), { ideaId })).version).toBe(2);
  expect(await eventsOf(ideaId)).toEqual(["evaluation.begun", "evaluation.scored"]);
});

it("is either in before the closing or refused, when both happen at once", async () => {
  // A reviewer for closing only: one whom the assignment knew would be asked to mark now and then.
  const closer = { ...(await hire()), roles: new Set(["reviewer"]) } as unknown as Actor;
  for (let times = 0; times < 20; times++) {
    const idea = await givenEvaluation([who(), bea as Actor]);
    const marks = await marksOf(who(), idea, 4);
    const [, scored] = await Promise.allSettled([
      closeEvaluation(closer, { ideaId: idea }),
      scoreIdea(who(), { ideaId: idea, version: 1, marks, handIn: true }),
    ]);
    const { handedInAt } = await findAssessment(who(), { ideaId: idea });
    const refused = scored.status === "rejected" ? scored.reason.reason : null;

    expect([handedInAt === null, refused]).toEqual([refused !== null, refused && "evaluation.closedAlready"]);
  }
}, 60_000);

it("is for nobody who was not asked, and no criterion that was not asked", async () => {
  const other = await reviewer("Other");
  const marks = await marksOf(who(), ideaId, 4);
  await expect(scoreIdea(other, { ideaId, version: 1, marks, handIn: true })).rejects.toMatchObject({
    code: "not_found",
  });
  await expect(scoreIdea(await hire(), { ideaId, version: 1, marks, handIn: true })).rejects.toMatchObject({
    code: "forbidden",
  });
  const strange = [{ criterionId: crypto.randomUUID(), value: 3, note: "" }];
  await expect(scoreIdea(who(), { ideaId, version: 1, marks: strange, handIn: false })).rejects.toMatchObject({
    code: "invalid",
  });
  const twice = [...marks.slice(0, 1), ...marks.slice(0, 1)];
  await expect(scoreIdea(who(), { ideaId, version: 1, marks: twice, handIn: false })).rejects.toMatchObject({
    code: "invalid",
  });
});

it("reads what a plain form posts", () => {
  const [one, two] = [crypto.randomUUID(), crypto.randomUUID()];
  const posted = {
    ideaId,
    version: "3",
    criterion1: one,
    mark1: "4",
    note1: "",
    criterion2: two,
    mark2: "2",
    note2: " Hm. ",
  };

  expect(scoreForm.parse({ ...posted, handIn: "yes" })).toEqual({
    ideaId,
    version: 3,
    marks: [
      { criterionId: one, value: 4, note: "" },
      { criterionId: two, value: 2, note: "Hm." },
    ],
    handIn: true,
  });
  expect(scoreForm.parse({ ...posted, mark2: "" })).toMatchObject({ marks: [{ value: 4 }], handIn: false });
  expect(scoreForm.safeParse({ ...posted, mark1: "6" }).success).toBe(false);
});
