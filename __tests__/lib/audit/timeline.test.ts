import { givenIdea, hire, seenReview } from "@/__tests__/support/database";
import { findTimeline } from "@/lib/audit/timeline";
import { postComment } from "@/lib/comments/commands";
import { mergeIdeas } from "@/lib/duplicates/commands";
import { editIdea, followIdea, withdrawIdea } from "@/lib/ideas/commands";
import { db } from "@/lib/platform/db/client";
import { castVote } from "@/lib/votes/commands";
import { answerIdea, assignIdea, moveIdea, reportProgress } from "@/lib/workflow/commands";
import { moveInput } from "@/lib/workflow/schema";
import { submitIdea } from "@/lib/workflow/submit-idea";

const reviewer = (name = "Marta") => hire({ name, roles: ["employee", "reviewer"] });
const because = "We tried the very same in 2024 and nobody came.";

const submitted = async (author: Awaited<ReturnType<typeof hire>>) =>
  submitIdea(author, {
    title: "Racks at the north gate",
    body: "",
    language: "en",
    tags: [],
    categoryId: null,
    departmentId: null,
    placeId: null,
    ideaId: null,
  });

const stepsOf = async (ideaId: string) => (await findTimeline(await hire(), ideaId)).steps;

it("tells everybody the life of an idea, oldest first, by whom", async () => {
  const [samuel, marta, olga] = [await hire({ name: "Samuel" }), await reviewer(), await reviewer("Olga")];
  const { ideaId } = await submitted(samuel);
  const seen = async () => ({ ideaId, version: (await seenReview(ideaId)).version });
  await editIdea(samuel, { ideaId, version: 1, title: "Racks at the north gate, with a roof" });
  await assignIdea(marta, { ...(await seen()), ownerId: olga.id, groupId: null });
  await answerIdea(olga, { ...(await seen()), reason: because });
  await moveIdea(olga, moveInput.parse({ ...(await seen()), to: "accepted", ownerId: olga.id, nextOn: "2031-01-01" }));
  await moveIdea(olga, moveInput.parse({ ...(await seen()), to: "in_progress" }));
  await reportProgress(olga, { ...(await seen()), progress: 40, nextOn: null });

  // Whom the portal's own rules gave it to is a step by nobody.
  const steps = (await stepsOf(ideaId)).filter(({ by }) => by !== null);
  expect(steps.map(({ what, by }) => [what, by])).toEqual([
    ["submitted", "Samuel"],
    ["edited", "Samuel"],
    ["assigned", "Marta"],
    ["answered", "Olga"],
    ["moved", "Olga"],
    ["moved", "Olga"],
    ["progressed", "Olga"],
  ]);
  expect(steps[2]?.owner?.name).toBe("Olga");
  expect(steps[4]).toMatchObject({ from: "submitted", to: "accepted" });
  expect(steps[6]?.progress).toBe(40);
});

it("leads to the words that came with a step, and from no other", async () => {
  const marta = await reviewer();
  const { ideaId } = await submitted(await hire());
  const seen = async () => ({ ideaId, version: (await seenReview(ideaId)).version });
  await moveIdea(marta, moveInput.parse({ ...(await seen()), to: "in_review" }));
  await answerIdea(marta, { ...(await seen()), reason: because });
  await moveIdea(marta, moveInput.parse({ ...(await seen()), to: "declined", kind: "not_now", reason: because }));

  const steps = (await stepsOf(ideaId)).filter(({ by }) => by === "Marta");
  expect(steps.map(({ what, to, isAnswered }) => [what, to, isAnswered])).toEqual([
    ["moved", "in_review", false],
    ["answered", null, true],
    ["moved", "declined", true],
  ]);
});

it("never tells who voted, follows or said what, nor anything it does not know to be for everybody", async () => {
  const { ideaId } = await submitted(await hire());
  const someone = await hire({ name: "Somebody" });
  await castVote(someone, { ideaId });
  await followIdea(someone, { ideaId });
  await postComment(someone, { ideaId, parentId: null, body: "Yes, please!", commentId: null });
  for (const type of ["evaluation.scored", "note.added", "review.reminded", "review.escalated", "idea.unheardOf"]) {
    await db.$executeRaw`insert into event (type, via, subject_id) values (${type}, 'web', ${ideaId}::uuid)`;
  }

  const told = (await stepsOf(ideaId)).map(({ what }) => what);
  expect(told.filter((what) => what !== "assigned")).toEqual(["submitted"]);
});

it("tells of a merge at both ideas, each with the other", async () => {
  const marta = await reviewer();
  const [duplicate, survivor] = [await givenIdea({ title: "Racks, please" }), await givenIdea({ title: "A shelter" })];
  const { version } = await seenReview(duplicate.id);
  await mergeIdeas(marta, { ideaId: duplicate.id, version, survivorId: survivor.id, reason: null });

  expect((await stepsOf(duplicate.id)).at(-1)).toMatchObject({ kind: "into", other: { name: "A shelter" } });
  expect((await stepsOf(survivor.id)).at(-1)).toMatchObject({ kind: "from", other: { name: "Racks, please" } });
});

it("tells of an imported idea when it was proposed, and what was decided where it came from", async () => {
  const { id } = await givenIdea({ author: await hire({ name: "Participante" }), status: "declined", daysOld: 10 });
  await db.decision.create({ data: { ideaId: id, toStatus: "declined", kind: "Inadmitida", reason: because } });

  expect(await stepsOf(id)).toMatchObject([
    { what: "submitted", by: "Participante" },
    { what: "decided", by: null, at: null, to: "declined", kind: "Inadmitida" },
  ]);
});

it("tells of what came by itself as nobody's doing", async () => {
  const { id } = await givenIdea();
  await db.$executeRaw`
    insert into event (type, via, subject_id, payload)
    values ('idea.moved', 'job', ${id}::uuid, '{"from": "declined", "to": "submitted", "kind": null, "version": 3}')`;

  expect((await stepsOf(id)).at(-1)).toMatchObject({ what: "moved", by: null, to: "submitted" });
});

it("tells of a withdrawal", async () => {
  const author = await hire({ name: "Samuel" });
  const { ideaId } = await submitted(author);
  await withdrawIdea(author, { ideaId });

  expect((await stepsOf(ideaId)).at(-1)).toMatchObject({ what: "withdrawn", by: "Samuel" });
});

it("has nothing to tell of a draft, and does not know others' drafts", async () => {
  const author = await hire();
  const { id } = await givenIdea({ author, status: "draft" });

  expect((await findTimeline(author, id)).steps).toEqual([]);
  await expect(findTimeline(await hire(), id)).rejects.toMatchObject({ code: "not_found" });
});
