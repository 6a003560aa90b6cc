import { eventsOf, givenIdea, hire, seenReview } from "@/__tests__/support/database";
import { letFollow } from "@/__tests__/support/follow";
import { postComment } from "@/lib/comments/commands";
import { commentInput } from "@/lib/comments/schema";
import { db } from "@/lib/platform/db/client";
import { waitForAuthor } from "@/lib/workflow/commands";

const isWaiting = async (ideaId: string) =>
  (await db.review.findUniqueOrThrow({ where: { ideaId } })).waitingSince !== null;

async function givenPause() {
  const author = await hire();
  const { id } = await givenIdea({ author, status: "in_review" });
  await waitForAuthor(await hire({ roles: ["reviewer"] }), await seenReview(id));
  return { author, id };
}

const say = (ideaId: string) => commentInput.parse({ ideaId, body: "At the north gate, of course." });

it("goes on by itself once the author has answered, and once only", async () => {
  const { author, id } = await givenPause();
  await postComment(author, say(id));
  await postComment(author, say(id));
  await letFollow();

  expect(await isWaiting(id)).toBe(false);
  expect((await eventsOf(id)).filter((type) => type === "idea.resumed")).toHaveLength(1);
});

it("goes on waiting when somebody else answers", async () => {
  const { id } = await givenPause();
  await postComment(await hire(), say(id));
  await letFollow();

  expect(await isWaiting(id)).toBe(true);
});

it("goes on waiting when the author had said something before", async () => {
  const author = await hire();
  const { id } = await givenIdea({ author, status: "in_review" });
  await postComment(author, say(id));
  await waitForAuthor(await hire({ roles: ["reviewer"] }), await seenReview(id));
  await letFollow();

  expect(await isWaiting(id)).toBe(true);
});

it("asks the author in the same moment in which the clock stops, and keeps the first promise with it", async () => {
  const { id } = await givenIdea({ status: "in_review" });
  const ref = await seenReview(id);
  await waitForAuthor(await hire({ roles: ["reviewer"] }), { ...ref, reason: "Which of the two gates do you mean?" });

  expect(await eventsOf(id)).toEqual(["idea.answered", "idea.paused"]);
  expect(await db.review.findUniqueOrThrow({ where: { ideaId: id } })).toMatchObject({
    answeredAt: expect.any(Date),
    version: ref.version + 1,
  });
});
