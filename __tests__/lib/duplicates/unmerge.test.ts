import { eventsOf, givenIdea, hire } from "@/__tests__/support/database";
import { mergeInto, reviewer, unmerge } from "@/__tests__/support/merging";
import { findIdea } from "@/lib/ideas/queries";
import { db } from "@/lib/platform/db/client";
import { castVote, withdrawVote } from "@/lib/votes/commands";
import { tallyOf } from "@/lib/votes/queries";

it("lets both ideas stand for themselves again, and both tell of it", async () => {
  const [marta, duplicate, survivor] = [await reviewer(), await givenIdea({ status: "in_review" }), await givenIdea()];
  await mergeInto(marta, duplicate.id, survivor.id);

  await unmerge(marta, duplicate.id);

  expect(await findIdea(marta, duplicate.id)).toMatchObject({ status: "in_review", mergedInto: null });
  expect((await findIdea(marta, survivor.id)).duplicates).toEqual([]);
  expect(await eventsOf(duplicate.id)).toEqual(["idea.merged", "idea.unmerged"]);
  expect(await eventsOf(survivor.id)).toEqual(["idea.merged", "idea.unmerged"]);
});

it("leaves a vote that was taken back meanwhile taken back, and one that was given given", async () => {
  const [marta, ana, ben] = [await reviewer(), await hire(), await hire()];
  const [duplicate, survivor] = [await givenIdea({ votes: 1 }), await givenIdea({ votes: 2 })];
  await castVote(ana, { ideaId: duplicate.id });
  await mergeInto(marta, duplicate.id, survivor.id);
  await withdrawVote(ana, { ideaId: survivor.id });
  await castVote(ben, { ideaId: survivor.id });

  await unmerge(marta, duplicate.id);

  expect(await tallyOf(ana, duplicate.id)).toEqual({ votes: 1, mine: false });
  expect(await tallyOf(ben, survivor.id)).toEqual({ votes: 3, mine: true });
});

it("goes on with an evaluation that the merge had ended", async () => {
  const [marta, olga] = [await reviewer(), await reviewer()];
  const [duplicate, survivor] = [await givenIdea({ status: "in_review" }), await givenIdea()];
  const { id: scorecardId } = await db.scorecard.findFirstOrThrow({ where: { isGeneral: true } });
  const { id } = await db.evaluation.create({
    data: { ideaId: duplicate.id, scorecardId, hidesAuthor: false, noteFrom: 2 },
  });
  await db.assessment.create({ data: { evaluationId: id, reviewerId: olga.id, distance: "other" } });
  await mergeInto(marta, duplicate.id, survivor.id);
  expect((await db.evaluation.findUniqueOrThrow({ where: { id } })).closedAt).not.toBeNull();

  await unmerge(marta, duplicate.id);

  expect((await db.evaluation.findUniqueOrThrow({ where: { id } })).closedAt).toBeNull();
});

it("refuses where there is nothing to undo, and whoever may not review", async () => {
  const [marta, duplicate, survivor] = [await reviewer(), await givenIdea(), await givenIdea()];
  await expect(unmerge(marta, duplicate.id)).rejects.toMatchObject({ reason: "duplicates.notMerged" });

  await mergeInto(marta, duplicate.id, survivor.id);
  await expect(unmerge(await hire(), duplicate.id)).rejects.toMatchObject({ code: "forbidden" });
});

it("lets nobody come back from a merge into a state in which the idea was not", async () => {
  const [marta, duplicate, survivor] = [await reviewer(), await givenIdea(), await givenIdea()];
  await mergeInto(marta, duplicate.id, survivor.id);

  await expect(db.idea.update({ where: { id: duplicate.id }, data: { status: "in_review" } })).rejects.toThrow(
    /cannot go from/,
  );
});

it("is not for a reviewer who wrote either of the two", async () => {
  const [marta, olga] = [await reviewer(), await reviewer()];
  const [duplicate, hers] = [await givenIdea(), await givenIdea({ author: olga })];
  await mergeInto(marta, duplicate.id, hers.id);

  await expect(unmerge(olga, duplicate.id)).rejects.toMatchObject({ code: "forbidden" });
  expect(await db.merge.count({ where: { duplicateId: duplicate.id } })).toBe(1);
});
