import { withdrawIdea } from "@/lib/ideas/commands";
import { findIdea } from "@/lib/ideas/queries";
import type { IdeaStatus } from "@/lib/platform/db/generated/enums";
import { eventsOf, givenIdea, hire } from "../../support/database";

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
