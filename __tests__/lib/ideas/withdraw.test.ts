import { withdrawIdea } from "@/lib/ideas/commands";
import { findIdea } from "@/lib/ideas/queries";
import type { IdeaStatus } from "@/lib/platform/db/generated/enums";
import { eventsOf, givenIdea, hire } from "../../support/database";
import { mergeInto, reviewer, unmerge } from "../../support/merging";

it.each<IdeaStatus>(["submitted", "in_review"])(
  "lets its author take back an idea that is %s; its page stays",
  async (status) => {
    const ana = await hire();
    const { id: ideaId } = await givenIdea({ author: ana, status });

    await withdrawIdea(ana, { ideaId });

    expect(await findIdea(await hire(), ideaId)).toMatchObject({ status: "withdrawn" });
    expect(await eventsOf(ideaId)).toEqual(["idea.withdrawn"]);
  },
);

it.each<IdeaStatus>(["accepted", "in_progress", "implemented", "declined", "merged", "archived"])(
  "refuses to take back an idea that is %s",
  async (status) => {
    const ana = await hire();
    const { id: ideaId } = await givenIdea({ author: ana, status });

    await expect(withdrawIdea(ana, { ideaId })).rejects.toMatchObject({
      code: "conflict",
      reason: "ideas.notWithdrawable",
    });
  },
);

it("changes nothing the second time", async () => {
  const ana = await hire();
  const { id: ideaId } = await givenIdea({ author: ana });

  await withdrawIdea(ana, { ideaId });
  await withdrawIdea(ana, { ideaId });

  expect(await eventsOf(ideaId)).toEqual(["idea.withdrawn"]);
});

it("is the author's alone, whatever roles somebody else holds", async () => {
  const { id: ideaId } = await givenIdea();
  const boss = await hire({ roles: ["employee", "moderator", "administrator"] });

  await expect(withdrawIdea(boss, { ideaId })).rejects.toMatchObject({ code: "forbidden" });
});

it("throws a draft away instead: nobody has read it", async () => {
  const ana = await hire();
  const { id: ideaId } = await givenIdea({ author: ana, status: "draft" });

  await withdrawIdea(ana, { ideaId });

  await expect(findIdea(ana, ideaId)).rejects.toMatchObject({ code: "not_found" });
});

it("refuses to take back an idea that stays for others, until they stand for themselves again", async () => {
  const [ana, marta, duplicate] = [await hire(), await reviewer(), await givenIdea()];
  const { id: ideaId } = await givenIdea({ author: ana });
  await mergeInto(marta, duplicate.id, ideaId);

  await expect(withdrawIdea(ana, { ideaId })).rejects.toMatchObject({
    code: "conflict",
    reason: "ideas.staysForOthers",
  });
  expect(await findIdea(ana, ideaId)).toMatchObject({ status: "submitted" });

  await unmerge(marta, duplicate.id);
  await withdrawIdea(ana, { ideaId });
  expect(await findIdea(ana, ideaId)).toMatchObject({ status: "withdrawn" });
});

it("is never taken back and merged into at once", async () => {
  const [ana, marta] = [await hire(), await reviewer()];
  for (let round = 0; round < 20; round++) {
    const [duplicate, { id: ideaId }] = [await givenIdea(), await givenIdea({ author: ana })];
    const done = await Promise.allSettled([withdrawIdea(ana, { ideaId }), mergeInto(marta, duplicate.id, ideaId)]);

    expect(done.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
  }
});
