import { eventsOf, givenIdea, hire, seenReview } from "@/__tests__/support/database";
import { findIdea } from "@/lib/ideas/queries";
import { db } from "@/lib/platform/db/client";
import { answerIdea, assignIdea, reportProgress, waitForAuthor } from "@/lib/workflow/commands";

const reviewer = (name = "Marta") => hire({ name, roles: ["employee", "reviewer"] });

it("answers before anything is decided", async () => {
  const marta = await reviewer();
  const { id } = await givenIdea({ status: "in_review" });
  const { version } = await seenReview(id);
  await answerIdea(marta, { ideaId: id, version, reason: "Who else has been kept waiting at this gate?" });

  expect(await findIdea(marta, id)).toMatchObject({
    status: "in_review",
    decisions: [{ fromStatus: "in_review", toStatus: "in_review" }],
    review: { answeredAt: expect.any(Date), decidedAt: null },
  });
});

it("gives an idea to a reviewer and a group, and takes it from them", async () => {
  const [marta, olga] = [await reviewer(), await reviewer("Olga")];
  const { id: groupId } = await db.reviewerGroup.create({ data: { name: "Works" } });
  const { id } = await givenIdea();
  const first = await seenReview(id);
  await assignIdea(marta, { ideaId: id, version: first.version, ownerId: olga.id, groupId });
  const given = await findIdea(marta, id);
  await assignIdea(marta, { ideaId: id, version: first.version + 1, ownerId: null, groupId: null });

  expect(given.review).toMatchObject({ owner: { name: "Olga" }, group: { name: "Works" } });
  expect((await findIdea(marta, id)).review).toMatchObject({ owner: null, group: null });
  expect(await eventsOf(id)).toEqual(["idea.assigned", "idea.assigned"]);
});

it("gives nobody an idea that was taken back", async () => {
  const marta = await reviewer();
  const { id } = await givenIdea({ status: "withdrawn" });
  const { version } = await seenReview(id);

  await expect(assignIdea(marta, { ideaId: id, version, ownerId: marta.id, groupId: null })).rejects.toMatchObject({
    reason: "workflow.notFromHere",
  });
});

it("stops the clock while it waits for the author", async () => {
  const marta = await reviewer();
  const { id } = await givenIdea({ status: "in_review" });
  await db.review.update({ where: { ideaId: id }, data: { answerDueAt: new Date() } });
  await waitForAuthor(marta, await seenReview(id));

  expect((await findIdea(marta, id)).review).toMatchObject({ waitingSince: expect.any(Date), dueAt: null });
});

it("tells of progress only where something is in progress", async () => {
  const marta = await reviewer();
  const { id } = await givenIdea({ status: "accepted" });
  const report = async () => ({ ideaId: id, version: (await seenReview(id)).version, progress: 40, nextOn: null });

  await expect(reportProgress(marta, await report())).rejects.toMatchObject({ reason: "workflow.notInProgress" });
  await db.$transaction([
    db.review.update({ where: { ideaId: id }, data: { ownerId: marta.id } }),
    db.idea.update({ where: { id }, data: { status: "in_progress" } }),
  ]);
  await reportProgress(marta, await report());

  expect((await findIdea(marta, id)).review).toMatchObject({ progress: 40 });
});

it("the open promise is the answer, then the decision, then none", async () => {
  const marta = await reviewer();
  const { id } = await givenIdea({ status: "in_review" });
  const [answerDueAt, decisionDueAt] = [new Date("2031-01-10T03:00:00Z"), new Date("2031-01-30T03:00:00Z")];
  await db.review.update({ where: { ideaId: id }, data: { answerDueAt, decisionDueAt } });
  const dueNow = async () => (await findIdea(marta, id)).review?.dueAt;

  expect(await dueNow()).toEqual(answerDueAt);
  const { version } = await seenReview(id);
  await answerIdea(marta, { ideaId: id, version, reason: "Who else has been kept waiting at this gate?" });
  expect(await dueNow()).toEqual(decisionDueAt);
  await db.idea.update({ where: { id }, data: { status: "withdrawn" } });
  expect(await dueNow()).toBeNull();
});
