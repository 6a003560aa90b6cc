import type { Actor } from "@/lib/access/actor";
import { findDiscussion } from "@/lib/comments/queries";
import { discussionInput } from "@/lib/comments/schema";
import { followIdea, unfollowIdea } from "@/lib/ideas/commands";
import { submissionInput } from "@/lib/ideas/schema";
import { submitIdea } from "@/lib/workflow/submit-idea";
import { eventsOf, givenIdea, hire } from "../../support/database";

const isFollowing = async (actor: Actor, ideaId: string) =>
  (await findDiscussion(actor, discussionInput.parse({ ideaId }))).isFollowing;

it("follows and stops, and doing either again changes nothing", async () => {
  const [ana, { id: ideaId }] = [await hire(), await givenIdea()];

  await followIdea(ana, { ideaId });
  await followIdea(ana, { ideaId });
  expect(await isFollowing(ana, ideaId)).toBe(true);

  await unfollowIdea(ana, { ideaId });
  await unfollowIdea(ana, { ideaId });
  expect(await isFollowing(ana, ideaId)).toBe(false);
  expect(await eventsOf(ideaId)).toEqual(["idea.followed", "idea.unfollowed"]);
});

it("does not know somebody else's draft", async () => {
  const { id: ideaId } = await givenIdea({ status: "draft" });

  await expect(followIdea(await hire(), { ideaId })).rejects.toMatchObject({ code: "not_found" });
});

it("submits a draft that its author follows already", async () => {
  const ana = await hire();
  const { id: ideaId } = await givenIdea({ author: ana, status: "draft" });
  await followIdea(ana, { ideaId });

  await submitIdea(ana, submissionInput.parse({ ideaId, title: "Racks for bicycles", language: "en" }));

  expect(await isFollowing(ana, ideaId)).toBe(true);
});
