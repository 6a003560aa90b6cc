import { eventsOf, givenIdea, hire, seenReview } from "@/__tests__/support/database";
import { withdrawIdea } from "@/lib/ideas/commands";
import { findIdea } from "@/lib/ideas/queries";
import { turnClock } from "@/lib/platform/clock";
import { db } from "@/lib/platform/db/client";
import { parse } from "@/lib/platform/parse";
import { moveIdea } from "@/lib/workflow/commands";
import { type MoveInput, moveInput } from "@/lib/workflow/schema";

const reason = "We tried this in Vigo in 2024, and nobody came.";
const reviewer = () => hire({ name: "Marta", roles: ["employee", "reviewer"] });

/** A move from how the idea stands now, with what it demands unless told otherwise. */
async function move(ideaId: string, to: string, more: Partial<Record<keyof MoveInput, unknown>> = {}) {
  const { version } = await seenReview(ideaId);
  return parse(moveInput, { ideaId, version, to, ...more });
}

it("says no with a reason that everybody reads, and keeps the first promise with it", async () => {
  const marta = await reviewer();
  const { id } = await givenIdea();
  await moveIdea(marta, await move(id, "declined", { kind: "not_feasible", reason }));

  expect(await findIdea(await hire(), id)).toMatchObject({
    status: "declined",
    decisions: [
      { fromStatus: "submitted", toStatus: "declined", kind: "not_feasible", reason, decidedBy: { name: "Marta" } },
    ],
    review: { version: 2, answeredAt: expect.any(Date), decidedAt: expect.any(Date) },
  });
  expect(await eventsOf(id)).toEqual(["idea.moved"]);
});

it.each([
  ["declined", {}, { kind: "workflow.kindMissing", reason: "workflow.reasonMissing" }],
  ["declined", { kind: "not_now", reason: "No, sorry." }, { reason: "workflow.reasonTooShort" }],
  ["declined", { kind: "not_now", reason: "Impossible-impossible" }, { reason: "workflow.reasonTooShort" }],
  ["archived", {}, { reason: "workflow.reasonMissing" }],
  ["accepted", {}, { nextOn: "workflow.nextOnMissing" }],
  ["implemented", {}, { extent: "workflow.extentMissing" }],
])("does not take %s with %j", async (to, more, fields) => {
  const { id } = await givenIdea({ status: to === "implemented" ? "in_progress" : "submitted" });

  await expect(move(id, to, more)).rejects.toMatchObject({ code: "invalid", fields });
});

it("says yes only with somebody who answers for it", async () => {
  const marta = await reviewer();
  const { id } = await givenIdea({ status: "in_review" });
  const yes = await move(id, "accepted", { nextOn: "2999-01-31" });

  await expect(moveIdea(marta, yes)).rejects.toMatchObject({ fields: { ownerId: "workflow.ownerMissing" } });
  await moveIdea(marta, { ...yes, ownerId: marta.id });

  expect((await findIdea(marta, id)).review).toMatchObject({ owner: { name: "Marta" }, nextOn: "2999-01-31" });
  expect(await eventsOf(id)).toEqual(["idea.moved", "idea.assigned"]);
});

it("gives an idea to nobody but an active reviewer who did not write it", async () => {
  const marta = await reviewer();
  const author = await reviewer();
  const { id } = await givenIdea({ author, status: "in_review" });
  const gone = await hire({ roles: ["reviewer"], status: "suspended" });

  for (const { id: ownerId } of [await hire(), author, gone])
    await expect(moveIdea(marta, await move(id, "accepted", { nextOn: "2999-01-31", ownerId }))).rejects.toMatchObject({
      fields: { ownerId: "workflow.ownerUnfit" },
    });
});

it("promises no day that has passed where the organisation is", async () => {
  const marta = await reviewer();
  const { id } = await givenIdea({ status: "in_review" });
  // 23:30 on 31 December 2031 in Santiago, where it is 02:30 on 1 January in Greenwich.
  const back = new Date("2032-01-01T02:30:00Z").getTime() - Date.now();
  turnClock(back);
  const yes = (nextOn: string) => move(id, "accepted", { nextOn, ownerId: marta.id });

  await expect(moveIdea(marta, await yes("2031-12-30"))).rejects.toMatchObject({
    fields: { nextOn: "workflow.dayPast" },
  });
  await expect(moveIdea(marta, await yes("2031-12-31"))).resolves.toMatchObject({ status: "accepted" });
  turnClock(-back);
});

it("is for reviewers, and not about their own ideas", async () => {
  const marta = await reviewer();
  const { id } = await givenIdea({ author: marta });
  const begin = await move(id, "in_review");

  await expect(moveIdea(marta, begin)).rejects.toMatchObject({ code: "forbidden" });
  await expect(moveIdea(await hire({ roles: ["employee", "administrator"] }), begin)).rejects.toMatchObject({
    code: "forbidden",
  });
});

it("knows nothing of somebody's draft", async () => {
  const { id } = await givenIdea({ status: "draft" });
  const begin = parse(moveInput, { ideaId: id, version: 1, to: "in_review" });

  await expect(moveIdea(await reviewer(), begin)).rejects.toMatchObject({ code: "not_found" });
});

it("does not skip a step, and changes nothing then", async () => {
  const { id } = await givenIdea();
  const done = await move(id, "implemented", { extent: "fully" });

  await expect(moveIdea(await reviewer(), done)).rejects.toMatchObject({ reason: "workflow.notFromHere" });
  expect(await eventsOf(id)).toEqual([]);
});

it("tells the second of two reviewers what the first one did, and changes nothing", async () => {
  const { id } = await givenIdea();
  const seenByBoth = await move(id, "in_review");
  await moveIdea(await reviewer(), { ...seenByBoth, to: "declined", kind: "not_now", reason });

  await expect(moveIdea(await hire({ roles: ["reviewer"] }), seenByBoth)).rejects.toMatchObject({
    code: "conflict",
    reason: "workflow.changedMeanwhile",
    meanwhile: [{ type: "idea.moved", by: "Marta", detail: { from: "submitted", to: "declined", kind: "not_now" } }],
  });
  expect(await seenReview(id)).toMatchObject({ status: "declined", version: 2 });
});

it("tells a reviewer that the author took it back meanwhile", async () => {
  const author = await hire();
  const { id } = await givenIdea({ author });
  const begin = await move(id, "in_review");
  await withdrawIdea(author, { ideaId: id });

  await expect(moveIdea(await reviewer(), begin)).rejects.toMatchObject({ meanwhile: [{ type: "idea.withdrawn" }] });
});

it("takes the same move sent twice for one", async () => {
  const marta = await reviewer();
  const { id } = await givenIdea();
  const begin = await move(id, "in_review");
  await moveIdea(marta, begin);

  await expect(moveIdea(marta, begin)).resolves.toMatchObject({ status: "in_review", review: { version: 2 } });
  expect(await eventsOf(id)).toEqual(["idea.moved"]);
});

it.each([
  ["a no without a reason", "update idea set status = 'declined' where id = $1::uuid", "without a reason"],
  ["a shelf without a reason", "update idea set status = 'archived' where id = $1::uuid", "without a reason"],
  ["a yes without anybody", "update idea set status = 'accepted' where id = $1::uuid", "without an owner and a date"],
])("the database itself refuses %s", async (_, sql, why) => {
  const { id } = await givenIdea({ status: "in_review" });

  await expect(db.$executeRawUnsafe(sql, id)).rejects.toThrow(why);
});
