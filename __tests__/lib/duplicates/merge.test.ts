import { eventsOf, givenIdea, hire, seenReview } from "@/__tests__/support/database";
import { mergeIdeas } from "@/lib/duplicates/commands";
import { findIdea } from "@/lib/ideas/queries";
import { db } from "@/lib/platform/db/client";

const reviewer = () => hire({ name: "Marta", roles: ["employee", "reviewer"] });
const because = "It asks for the same racks at the same gate.";

const merging = async (ideaId: string, survivorId: string, reason: string | null = because) => ({
  ideaId,
  version: (await seenReview(ideaId)).version,
  survivorId,
  reason,
});

it("merges a duplicate into the idea that stays, with the reason for everybody to read", async () => {
  const marta = await reviewer();
  const [duplicate, survivor] = [
    await givenIdea({ title: "Racks at the gate" }),
    await givenIdea({ title: "Bicycle racks" }),
  ];
  await mergeIdeas(marta, await merging(duplicate.id, survivor.id));

  expect(await findIdea(marta, duplicate.id)).toMatchObject({
    status: "merged",
    mergedInto: { title: "Bicycle racks" },
    decisions: [{ fromStatus: "submitted", toStatus: "merged", reason: because }],
  });
  expect((await findIdea(marta, survivor.id)).duplicates).toMatchObject([{ title: "Racks at the gate" }]);
});

it("is written down for both ideas", async () => {
  const [duplicate, survivor] = [await givenIdea(), await givenIdea()];
  await mergeIdeas(await reviewer(), await merging(duplicate.id, survivor.id));

  expect(await eventsOf(duplicate.id)).toEqual(["idea.merged"]);
  expect(await eventsOf(survivor.id)).toEqual(["idea.merged"]);
});

it("leaves votes where they were given", async () => {
  const [duplicate, survivor] = [await givenIdea({ votes: 2 }), await givenIdea({ votes: 1 })];
  await mergeIdeas(await reviewer(), await merging(duplicate.id, survivor.id));

  expect(await db.vote.count({ where: { ideaId: duplicate.id } })).toBe(2);
});

it("does it once when it is sent twice", async () => {
  const marta = await reviewer();
  const [duplicate, survivor] = [await givenIdea(), await givenIdea()];
  const merge = await merging(duplicate.id, survivor.id);
  await mergeIdeas(marta, merge);

  await expect(mergeIdeas(marta, merge)).resolves.toMatchObject({ status: "merged" });
  expect(await eventsOf(duplicate.id)).toEqual(["idea.merged"]);
});

it("does not take it for done where the idea was merged into another one", async () => {
  const marta = await reviewer();
  const [duplicate, here, there] = [await givenIdea(), await givenIdea(), await givenIdea()];
  const merge = await merging(duplicate.id, here.id);
  await mergeIdeas(marta, merge);

  await expect(mergeIdeas(marta, { ...merge, survivorId: there.id })).rejects.toMatchObject({
    code: "conflict",
    reason: "workflow.changedMeanwhile",
  });
});

it("merges no idea into itself", async () => {
  const { id } = await givenIdea();

  await expect(mergeIdeas(await reviewer(), await merging(id, id))).rejects.toMatchObject({
    fields: { survivorId: "duplicates.survivorItself" },
  });
});

it.each(["merged", "withdrawn"] as const)("merges nothing into an idea that is %s", async (status) => {
  const [duplicate, gone] = [await givenIdea(), await givenIdea({ status })];

  await expect(mergeIdeas(await reviewer(), await merging(duplicate.id, gone.id))).rejects.toMatchObject({
    fields: { survivorId: "duplicates.survivorGone" },
  });
});

it("makes no chains: an idea into which others were merged stays", async () => {
  const marta = await reviewer();
  const [first, second, third] = [await givenIdea(), await givenIdea(), await givenIdea()];
  await mergeIdeas(marta, await merging(first.id, second.id));

  await expect(mergeIdeas(marta, await merging(second.id, third.id))).rejects.toMatchObject({
    code: "conflict",
    reason: "duplicates.hasDuplicates",
  });
});

it("never merges two ideas into each other, also when both are asked at once", async () => {
  const [marta, olga] = [await reviewer(), await reviewer()];
  for (let round = 0; round < 10; round++) {
    const [one, other] = [await givenIdea(), await givenIdea()];
    const merges = [await merging(one.id, other.id), await merging(other.id, one.id)] as const;
    const done = await Promise.allSettled([mergeIdeas(marta, merges[0]), mergeIdeas(olga, merges[1])]);

    expect(done.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    expect(await db.merge.count({ where: { duplicateId: { in: [one.id, other.id] } } })).toBe(1);
  }
});

it("is for reviewers, and not for those who wrote either of the two", async () => {
  const marta = await reviewer();
  const [hers, other] = [await givenIdea({ author: marta }), await givenIdea()];

  await expect(mergeIdeas(await hire(), await merging(hers.id, other.id))).rejects.toMatchObject({ code: "forbidden" });
  await expect(mergeIdeas(marta, await merging(hers.id, other.id))).rejects.toMatchObject({ code: "forbidden" });
  await expect(mergeIdeas(marta, await merging(other.id, hers.id))).rejects.toMatchObject({
    fields: { survivorId: "duplicates.survivorOwn" },
  });
});

it("merges no idea that is being put to work", async () => {
  const [working, survivor] = [await givenIdea({ status: "in_progress" }), await givenIdea()];

  await expect(mergeIdeas(await reviewer(), await merging(working.id, survivor.id))).rejects.toMatchObject({
    reason: "workflow.notFromHere",
  });
});
