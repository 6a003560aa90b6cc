import { eventsOf, givenIdea, hire, seenReview } from "@/__tests__/support/database";
import type { Actor } from "@/lib/access/actor";
import { saveDraft } from "@/lib/ideas/commands";
import { findIdea } from "@/lib/ideas/queries";
import { draftInput, submissionInput } from "@/lib/ideas/schema";
import { turnClock } from "@/lib/platform/clock";
import { db } from "@/lib/platform/db/client";
import { parse } from "@/lib/platform/parse";
import { answerIdea, moveIdea, resumeReview, waitForAuthor } from "@/lib/workflow/commands";
import { moveInput } from "@/lib/workflow/schema";
import { submitIdea } from "@/lib/workflow/submit-idea";

const DAY_MS = 86_400_000;
/** A Tuesday at noon in Santiago, where the tests' organisation is. */
const TUESDAY = Date.parse("2031-03-11T15:00:00Z");
let turned = 0;

/** Sets the clock to so many days after that Tuesday. */
function days(after: number) {
  const by = TUESDAY + after * DAY_MS - Date.now() - turned;
  turnClock(by);
  turned += by;
}

beforeEach(async () => {
  await db.review.updateMany({ data: { ownerId: null, groupId: null } });
  await db.reviewerTurn.deleteMany();
  await db.personRole.deleteMany({ where: { role: "reviewer" } });
  await db.holiday.deleteMany();
  days(0);
});

afterAll(() => turnClock(-turned));

const reviewer = (name = "Marta") => hire({ name, roles: ["employee", "reviewer"] });
const submit = (who: Actor, more = {}) =>
  submitIdea(who, submissionInput.parse({ title: "Racks for bicycles", language: "en", ...more }));
const reviewOf = async (ideaId: string) => (await findIdea(await hire(), ideaId)).review;

it("an idea has an owner and both promises the moment it is there", async () => {
  const marta = await reviewer();
  await db.holiday.create({ data: { day: new Date("2031-03-13"), name: "A holiday" } });
  const { ideaId } = await submit(await hire());

  expect(await reviewOf(ideaId)).toMatchObject({
    owner: { id: marta.id },
    answerDueAt: new Date("2031-03-18T03:00:00Z"),
    decisionDueAt: new Date("2031-04-03T03:00:00Z"),
    dueAt: new Date("2031-03-18T03:00:00Z"),
  });
  expect(await eventsOf(ideaId)).toEqual(["idea.submitted", "idea.assigned"]);
});

it("the portal assigns by its rules, not the author", async () => {
  const marta = await reviewer();
  const { ideaId } = await submit(await hire());

  expect(await db.event.findFirst({ where: { subjectId: ideaId, type: "idea.assigned" } })).toMatchObject({
    actorId: null,
    via: "job",
    payload: { from: null, to: marta.id, group: null },
  });
});

it("counts from the submission, not from the draft, and a second click changes nothing", async () => {
  await reviewer();
  const ana = await hire();
  const { ideaId } = await saveDraft(ana, draftInput.parse({ language: "en", title: "Racks" }));
  days(6);
  await submit(ana, { ideaId });
  const first = await reviewOf(ideaId);
  days(8);
  await submit(ana, { ideaId });

  expect(first?.answerDueAt).toEqual(new Date("2031-03-21T03:00:00Z"));
  expect(await reviewOf(ideaId)).toEqual(first);
  expect(await eventsOf(ideaId)).toEqual(["idea.submitted", "idea.assigned"]);
});

it("makes its promises also where nobody reviews yet", async () => {
  const { ideaId } = await submit(await hire());

  expect(await reviewOf(ideaId)).toMatchObject({ owner: null, answerDueAt: expect.any(Date) });
  expect(await eventsOf(ideaId)).toEqual(["idea.submitted"]);
});

it("a promise that was given stays when the organisation promises something else", async () => {
  const { ideaId } = await submit(await hire());
  const before = await reviewOf(ideaId);
  await db.organisation.updateMany({ data: { answerDays: 1 } });
  const { ideaId: later } = await submit(await hire());
  await db.organisation.updateMany({ data: { answerDays: 3 } });

  expect(await reviewOf(ideaId)).toEqual(before);
  expect((await reviewOf(later))?.answerDueAt).toEqual(new Date("2031-03-13T03:00:00Z"));
});

it("waiting for the author moves both promises by the working days it took, and counts them", async () => {
  const marta = await reviewer();
  const { ideaId } = await submit(await hire());
  await waitForAuthor(marta, await seenReview(ideaId));
  // From Tuesday to the Monday after: Wednesday, Thursday, Friday, Monday.
  days(6);
  await resumeReview(marta, await seenReview(ideaId));

  expect(await reviewOf(ideaId)).toMatchObject({
    waitingSince: null,
    waitedDays: 4,
    answerDueAt: new Date("2031-03-21T03:00:00Z"),
    decisionDueAt: new Date("2031-04-08T04:00:00Z"),
  });
  const resumed = await db.event.findFirst({ where: { subjectId: ideaId, type: "idea.resumed" } });
  expect(resumed?.payload).toMatchObject({ waitedDays: 4 });
});

it("a promise that was kept does not move any more", async () => {
  const marta = await reviewer();
  const { ideaId } = await submit(await hire());
  const { version } = await seenReview(ideaId);
  await answerIdea(marta, { ideaId, version, reason: "Which of the two gates do you mean, north or south?" });
  await waitForAuthor(marta, await seenReview(ideaId));
  days(1);
  await resumeReview(marta, await seenReview(ideaId));

  expect(await reviewOf(ideaId)).toMatchObject({
    answerDueAt: new Date("2031-03-15T03:00:00Z"),
    decisionDueAt: new Date("2031-04-03T03:00:00Z"),
  });
});

it("promises a decision anew when a decided idea is taken up again", async () => {
  const marta = await reviewer();
  const { id: ideaId } = await givenIdea({ status: "archived" });
  days(20);
  const { version } = await seenReview(ideaId);
  await moveIdea(marta, parse(moveInput, { ideaId, version, to: "in_review" }));

  const decisionDueAt = new Date("2031-04-22T04:00:00Z");
  expect(await reviewOf(ideaId)).toMatchObject({ decidedAt: null, decisionDueAt, dueAt: decisionDueAt });
});
