import { hire } from "@/__tests__/support/database";
import type { Actor } from "@/lib/access/actor";
import { findAssessment } from "@/lib/evaluation/queries";
import { rankedResults } from "@/lib/evaluation/ranked-results";
import { criterionChange, newCriterion, resultsInput } from "@/lib/evaluation/schema";
import {
  addCriterion,
  changeCriterion,
  changeScorecard,
  findScorecard,
  retireCriterion,
} from "@/lib/evaluation/scorecards";
import { db } from "@/lib/platform/db/client";
import { everybodyLeaves, givenEvaluation, handIn, reviewer } from "./evaluating";

let administrator: Actor;
beforeEach(async () => {
  await everybodyLeaves();
  administrator = await hire({ roles: ["administrator"] });
});

const fresh = (name = "Joy") => newCriterion.parse({ part: "value", weight: "2", name_en: name, name_es: "Alegría" });
const inUse = async () => (await findScorecard(administrator)).criteria.filter(({ retiredAt }) => retiredAt === null);

it("begins with a scorecard of value, cost and risk in three languages, on which 5 is the good end", async () => {
  const criteria = await inUse();

  expect(criteria.map(({ part }) => part)).toEqual(["value", "value", "value", "cost", "cost", "risk"]);
  for (const { wordings } of criteria) {
    expect(wordings.map(({ locale }) => locale).sort()).toEqual(["en", "es", "pt"]);
    expect(wordings.every(({ labels, help }) => labels.length === 5 && help.length > 0)).toBe(true);
  }
});

it("asks for a new criterion in evaluations that begin afterwards, not in those that have begun", async () => {
  const ada = await reviewer("Ada");
  const before = await givenEvaluation([ada]);
  await addCriterion(administrator, fresh());
  const after = await givenEvaluation([ada]);

  const asked = async (ideaId: string) => (await findAssessment(ada, { ideaId })).criteria.map(({ name }) => name);
  expect(await asked(before)).not.toContain("Joy");
  expect((await asked(after)).at(-1)).toBe("Joy");
});

it("keeps every mark when a criterion is retired or reworded, and lets weights move results only", async () => {
  const ada = await reviewer("Ada");
  const ideaId = await givenEvaluation([ada]);
  await handIn(ada, ideaId, 4);
  const [first, second] = await inUse();
  const marks = () => db.mark.findMany({ orderBy: [{ evaluationId: "asc" }, { criterionId: "asc" }] });
  const before = await marks();
  await retireCriterion(administrator, { criterionId: first?.id ?? "" });
  await retireCriterion(administrator, { criterionId: first?.id ?? "" });
  await changeCriterion(
    administrator,
    criterionChange.parse({ criterionId: second?.id, weight: "9", name_en: "Spread of it" }),
  );

  expect(await marks()).toEqual(before);
  const { criteria, results } = await rankedResults(administrator, resultsInput.parse({}));
  expect(results.map((result) => result.ideaId)).toContain(ideaId);
  expect(criteria.find(({ id }) => id === first?.id)?.isRetired).toBe(true);
  expect(criteria.find(({ id }) => id === second?.id)).toMatchObject({ weight: 9, name: "Spread of it" });
  expect(await db.event.count({ where: { type: "criterion.retired", subjectId: first?.id ?? "" } })).toBe(1);
});

it("never lets a criterion that was marked be deleted, or become about something else", async () => {
  const ada = await reviewer("Ada");
  await givenEvaluation([ada]);
  const [one] = await inUse();

  await expect(db.criterion.delete({ where: { id: one?.id ?? "" } })).rejects.toThrow();
  await expect(db.criterion.update({ where: { id: one?.id ?? "" }, data: { part: "risk" } })).rejects.toThrow(
    "a criterion keeps its part",
  );
});

it("has at most twelve criteria, however many are added at once", async () => {
  const before = (await inUse()).length;
  const adding = Array.from({ length: 15 }, (_, index) => addCriterion(administrator, fresh(`Number ${index}`)));
  const refused = (await Promise.allSettled(adding)).flatMap((one) => (one.status === "rejected" ? [one.reason] : []));

  expect(await inUse()).toHaveLength(12);
  expect(refused.map(({ reason }) => reason)).toEqual(Array(15 - (12 - before)).fill("evaluation.tooManyCriteria"));
});

it("says what it was set to before, and holds only for evaluations that begin afterwards", async () => {
  const ada = await reviewer("Ada");
  await db.scorecard.updateMany({ data: { noteFrom: 2, hidesAuthor: false, reviewers: 3 } });
  const before = await givenEvaluation([ada]);
  await changeScorecard(administrator, { reviewers: 2, hidesAuthor: true, noteFrom: 3 });
  const event = await db.event.findFirst({ where: { type: "scorecard.changed" }, orderBy: { id: "desc" } });

  expect(event?.payload).toEqual({
    from: { reviewers: 1, hidesAuthor: false, noteFrom: 2 },
    to: { reviewers: 2, hidesAuthor: true, noteFrom: 3 },
  });
  expect(await findAssessment(ada, { ideaId: before })).toMatchObject({ noteFrom: 2, isAuthorHidden: false });
});

it.each([
  [{ labels_en: "one\ntwo" }, "labels_en"],
  [{ name_en: "", name_es: "" }, "name_en"],
  [{ help_pt: "Sem nome" }, "name_pt"],
])("refuses a criterion that nobody could mark by: %j", (fields, refused) => {
  const parsed = newCriterion.safeParse({ part: "value", weight: "2", name_en: "Joy", ...fields });

  expect(parsed.error?.issues.map(({ path }) => path.join("."))).toContain(refused);
});

it("is kept by administrators alone", async () => {
  const somebody = await hire({ roles: ["employee", "reviewer", "executive"] });
  for (const keeping of [
    () => findScorecard(somebody),
    () => addCriterion(somebody, fresh()),
    () => retireCriterion(somebody, { criterionId: crypto.randomUUID() }),
    () => changeScorecard(somebody, { reviewers: 1, hidesAuthor: false, noteFrom: 0 }),
  ])
    await expect(keeping()).rejects.toMatchObject({ code: "forbidden" });
});
