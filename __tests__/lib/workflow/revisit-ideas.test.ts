import { eventsOf, givenIdea, hire, seenReview } from "@/__tests__/support/database";
import { putClockRight, setClock } from "@/__tests__/support/set-clock";
import { findIdea } from "@/lib/ideas/queries";
import { db } from "@/lib/platform/db/client";
import { parse } from "@/lib/platform/parse";
import { moveIdea } from "@/lib/workflow/commands";
import { revisitIdeas } from "@/lib/workflow/revisit-ideas";
import { moveInput } from "@/lib/workflow/schema";

const reason = "There is no money for it this year; we look again when the next budget is made.";

beforeEach(() => setClock("2031-03-11T15:00:00Z"));
afterAll(putClockRight);

async function declinedUntil(revisitOn: string | null) {
  const marta = await hire({ name: "Marta", roles: ["employee", "reviewer"] });
  const { id: ideaId } = await givenIdea({ status: "in_review" });
  const { version } = await seenReview(ideaId);
  await moveIdea(marta, parse(moveInput, { ideaId, version, to: "declined", kind: "not_now", reason, revisitOn }));
  return { marta, ideaId };
}

it("a declined idea comes back on its day, as it begins where the organisation is, with new promises", async () => {
  const { marta, ideaId } = await declinedUntil("2031-09-01");
  setClock("2031-09-01T02:59:00Z");
  const early = await revisitIdeas();
  setClock("2031-09-01T04:01:00Z");
  await revisitIdeas();

  expect(early).toBe(0);
  expect(await findIdea(marta, ideaId)).toMatchObject({
    status: "submitted",
    review: {
      owner: expect.anything(),
      revisitOn: null,
      decidedAt: null,
      answeredAt: null,
      answerDueAt: new Date("2031-09-05T04:00:00Z"),
    },
  });
  expect(
    await db.event.findFirst({ where: { subjectId: ideaId, type: "idea.moved" }, orderBy: { id: "desc" } }),
  ).toMatchObject({
    actorId: null,
    via: "job",
    payload: { from: "declined", to: "submitted" },
  });
});

it("comes back once, however many look at the same moment", async () => {
  const { ideaId } = await declinedUntil("2031-04-01");
  setClock("2031-04-02T15:00:00Z");
  const back = await Promise.all(Array.from({ length: 5 }, () => revisitIdeas()));

  expect(back.reduce((sum, one) => sum + one, 0)).toBe(1);
  expect((await eventsOf(ideaId)).filter((type) => type === "idea.moved")).toHaveLength(2);
});

it("stays declined without a day, and where a reviewer has taken it up before", async () => {
  const [never, taken] = [await declinedUntil(null), await declinedUntil("2031-04-01")];
  const { ideaId } = taken;
  const { version } = await seenReview(ideaId);
  await moveIdea(taken.marta, parse(moveInput, { ideaId, version, to: "in_review" }));
  setClock("2031-04-02T15:00:00Z");
  await revisitIdeas();

  expect((await seenReview(never.ideaId)).status).toBe("declined");
  expect((await seenReview(ideaId)).status).toBe("in_review");
});
