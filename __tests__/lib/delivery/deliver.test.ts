import { randomUUID } from "node:crypto";
import type { Actor } from "@/lib/access/actor";
import { addIdea, beginDelivery, changeDelivery, removeIdea } from "@/lib/delivery/commands";
import { confirmOutcome, removeOutcome, stateOutcome } from "@/lib/delivery/figures";
import { findDelivery } from "@/lib/delivery/find-delivery";
import { addMilestone, markMilestone } from "@/lib/delivery/milestones";
import { deliveryOf, listDeliveries } from "@/lib/delivery/queries";
import { reopenDelivery } from "@/lib/delivery/reopen";
import { endDelivery, reportDelivery } from "@/lib/delivery/report";
import { deliveryListInput } from "@/lib/delivery/schema";
import { followIdea } from "@/lib/ideas/commands";
import { db } from "@/lib/platform/db/client";
import { moveIdea, reportProgress } from "@/lib/workflow/commands";
import { eventsOf, givenIdea, hire, seenReview } from "../../support/database";
import { letFollow, toldTo } from "../../support/follow";
import { beginning, givenAccepted, givenDelivery, reviewer, standOf } from "./delivering";

const report = (deliveryId: string, progress: number, body: string | null = null) => ({
  ...{ deliveryId, updateId: randomUUID(), progress, body },
  nextOn: null,
});

/** Moves an idea by hand, as a reviewer may. */
async function move(marta: Actor, ideaId: string, to: "in_progress" | "implemented") {
  const { version } = await seenReview(ideaId);
  await moveIdea(marta, {
    ...{ ideaId, version, to, extent: to === "implemented" ? ("fully" as const) : null },
    ...{ ownerId: null, nextOn: null, reason: null, kind: null, revisitOn: null },
  });
}

/** An idea that was implemented without a delivery. */
async function givenImplemented(marta: Actor): Promise<string> {
  const ideaId = await givenAccepted(marta);
  await move(marta, ideaId, "implemented");
  return ideaId;
}

const done = async (marta: Actor, deliveryId: string) =>
  endDelivery(marta, {
    ...{ deliveryId, version: await versionOf(deliveryId), how: "fully", body: null, nextOn: null },
  });

/** What it takes to take a delivery up again. */
const again = async (deliveryId: string) => ({
  ...{ deliveryId, version: await versionOf(deliveryId), progress: 60, nextOn: null },
  body: "One of three gates is missing.",
});

const versionOf = async (id: string) => (await db.delivery.findUniqueOrThrow({ where: { id } })).version;

describe("beginning", () => {
  it("an accepted idea that is being delivered is in progress", async () => {
    const marta = await reviewer();
    const ideaId = await givenAccepted(marta);
    const { deliveryId } = await beginDelivery(marta, beginning(ideaId, marta.id));

    expect(await standOf(ideaId)).toBe("in_progress 0");
    expect(await deliveryOf(marta, ideaId)).toMatchObject({ id: deliveryId, state: "open", progress: 0, ideas: 1 });
    expect(await eventsOf(deliveryId)).toEqual(["delivery.begun"]);
  });

  it("the same form sent twice begins one delivery", async () => {
    const marta = await reviewer();
    const input = beginning(await givenAccepted(marta), marta.id);
    await Promise.all([beginDelivery(marta, input), beginDelivery(marta, input)]);

    expect(await eventsOf(input.deliveryId)).toEqual(["delivery.begun"]);
  });

  it("nobody delivers what was not accepted", async () => {
    const marta = await reviewer();
    const { id } = await givenIdea();

    await expect(beginDelivery(marta, beginning(id, marta.id))).rejects.toThrow("delivery.notAccepted");
    expect(await db.delivery.count({ where: { ownerId: marta.id } })).toBe(0);
  });

  it("an idea is in one delivery at most, also when two begin it at once", async () => {
    const marta = await reviewer();
    const ideaId = await givenAccepted(marta);
    const both = [beginning(ideaId, marta.id), beginning(ideaId, marta.id)];
    const outcomes = await Promise.allSettled(both.map((input) => beginDelivery(marta, input)));

    expect(outcomes.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
    expect(await db.deliveryIdea.count({ where: { ideaId } })).toBe(1);
  });

  it("only reviewers begin one, and not of their own ideas", async () => {
    const marta = await reviewer();
    const own = await givenAccepted(await reviewer(), { author: marta });

    await expect(beginDelivery(await hire(), beginning(own, marta.id))).rejects.toThrow("access.forbidden");
    await expect(beginDelivery(marta, beginning(own, marta.id))).rejects.toThrow("access.forbidden");
  });

  it("another idea that joins takes over how far the delivery has come", async () => {
    const marta = await reviewer();
    const { deliveryId } = await givenDelivery(marta);
    await reportDelivery(marta, report(deliveryId, 40));
    const other = await givenAccepted(marta);
    await addIdea(marta, { deliveryId, ideaId: other });

    expect(await standOf(other)).toBe("in_progress 40");
  });

  it("the last idea stays in its delivery", async () => {
    const marta = await reviewer();
    const { deliveryId, ideaId } = await givenDelivery(marta);

    await expect(removeIdea(marta, { deliveryId, ideaId })).rejects.toThrow("delivery.lastIdea");
  });
});

it("what is confirmed stays with the ideas that it was confirmed of", async () => {
  const [marta, other] = [await reviewer(), await reviewer()];
  const { deliveryId } = await givenDelivery(marta);
  const [second, third] = [await givenAccepted(marta), await givenAccepted(marta)];
  await addIdea(marta, { deliveryId, ideaId: second });
  await stateOutcome(marta, {
    ...{ deliveryId, year: 2025, kind: "saved", amount: "100", currency: "EUR", unit: null },
    evidence: "Invoices of the third quarter, folder 12.",
  });
  const { id: outcomeId, version } = await db.outcome.findFirstOrThrow({ where: { deliveryId } });
  await confirmOutcome(other, { outcomeId, version });

  await expect(addIdea(marta, { deliveryId, ideaId: third })).rejects.toThrow("delivery.ideasStay");
  await expect(removeIdea(marta, { deliveryId, ideaId: second })).rejects.toThrow("delivery.ideasStay");
  await removeOutcome(other, { outcomeId });
  await removeIdea(marta, { deliveryId, ideaId: second });
  expect(await standOf(third)).toMatch(/^accepted/);
});

describe("on the way", () => {
  it("its ideas have their progress from the delivery, and from nowhere else", async () => {
    const marta = await reviewer();
    const { deliveryId, ideaId } = await givenDelivery(marta);
    await reportDelivery(marta, report(deliveryId, 30));
    const { version } = await seenReview(ideaId);

    expect(await standOf(ideaId)).toBe("in_progress 30");
    await expect(reportProgress(marta, { ideaId, version, progress: 90, nextOn: null })).rejects.toThrow(
      "workflow.inDelivery",
    );
  });

  it("whoever sees to it tells how far it has come, though they review nothing", async () => {
    const [marta, samuel] = [await reviewer(), await hire()];
    const { deliveryId, ideaId } = await givenDelivery(marta, samuel);
    await reportDelivery(samuel, report(deliveryId, 20));

    expect(await standOf(ideaId)).toBe("in_progress 20");
    await expect(reportDelivery(await hire(), report(deliveryId, 50))).rejects.toThrow("access.forbidden");
  });

  it("whoever backs its ideas hears of news once, also of several of them, and the author as the author", async () => {
    const [marta, author] = [await reviewer(), await hire()];
    const { deliveryId } = await givenDelivery(marta, marta);
    const other = await givenAccepted(marta, { author, votes: 1 });
    const third = await givenAccepted(marta);
    await addIdea(marta, { deliveryId, ideaId: other });
    await addIdea(marta, { deliveryId, ideaId: third });
    const [vote] = await db.vote.findMany({ where: { ideaId: other } });
    const voter = { id: vote?.voterId ?? "" };
    for (const { ideaId } of await db.deliveryIdea.findMany({ where: { deliveryId, NOT: { ideaId: other } } }))
      await db.vote.createMany({ data: [voter.id, author.id].map((voterId) => ({ ideaId, voterId })) });
    await letFollow();
    await db.notification.deleteMany({});
    await reportDelivery(marta, report(deliveryId, 55, "The racks have **arrived**."));
    await letFollow();

    expect(await toldTo(voter)).toEqual(["voter followed"]);
    expect(await toldTo(author)).toEqual(["author own"]);
  });

  it("the same news sent twice is told once", async () => {
    const marta = await reviewer();
    const { deliveryId } = await givenDelivery(marta);
    const news = report(deliveryId, 10, "We have begun.");
    await Promise.all([reportDelivery(marta, news), reportDelivery(marta, news)]);

    expect((await eventsOf(deliveryId)).filter((type) => type === "delivery.updated")).toHaveLength(1);
  });

  it("an older view of it changes nothing", async () => {
    const marta = await reviewer();
    const { deliveryId, ideaId } = await givenDelivery(marta);
    const { deliveryId: _, ideaId: __, ...about } = { ...beginning(ideaId, marta.id), title: "Racks and a roof" };
    await changeDelivery(marta, { deliveryId, version: 1, ...about });

    await expect(changeDelivery(marta, { deliveryId, version: 1, ...about, title: "No roof" })).rejects.toThrow(
      "delivery.changedMeanwhile",
    );
  });

  it("the next milestone is the first that is not there", async () => {
    const marta = await reviewer();
    const { deliveryId, ideaId } = await givenDelivery(marta);
    const [first, second] = [randomUUID(), randomUUID()];
    await addMilestone(marta, { deliveryId, milestoneId: second, name: "Racks stand", dueOn: "2026-09-01" });
    await addMilestone(marta, { deliveryId, milestoneId: first, name: "Ground is level", dueOn: "2026-05-01" });
    await markMilestone(marta, { milestoneId: first, isDone: "yes" });

    expect((await deliveryOf(marta, ideaId))?.nextMilestone).toEqual({ name: "Racks stand", dueOn: "2026-09-01" });
  });

  it("a list of what is late has what is open after its day, and nothing else", async () => {
    const marta = await reviewer();
    const late = await givenDelivery(marta);
    await givenDelivery(marta);
    await db.delivery.update({ where: { id: late.deliveryId }, data: { dueOn: new Date("2026-01-02") } });
    await db.delivery.updateMany({ where: { NOT: { id: late.deliveryId } }, data: { dueOn: new Date("2099-01-02") } });
    const { deliveries } = await listDeliveries(marta, deliveryListInput.parse({ state: "late" }));

    expect(deliveries.map(({ id, isLate }) => [id, isLate])).toEqual([[late.deliveryId, true]]);
  });
});

describe("the end", () => {
  it("what is done leaves its ideas implemented, to the extent that was said", async () => {
    const marta = await reviewer();
    const { deliveryId, ideaId } = await givenDelivery(marta);
    const end = { deliveryId, version: await versionOf(deliveryId), how: "partly" as const, nextOn: null };
    await endDelivery(marta, { ...end, body: "Two of three gates have racks now." });

    expect(await standOf(ideaId)).toBe("implemented 100");
    expect(await findDelivery(marta, { deliveryId })).toMatchObject({ state: "done", progress: 100 });
    await expect(reportDelivery(marta, report(deliveryId, 20))).rejects.toThrow("delivery.hasEnded");
  });

  it("what is given up leaves its ideas accepted", async () => {
    const marta = await reviewer();
    const { deliveryId, ideaId } = await givenDelivery(marta);
    const version = await versionOf(deliveryId);
    const body = "The ground belongs to the city after all.";
    await endDelivery(marta, { deliveryId, version, how: "stopped", body, nextOn: "2099-01-01" });

    expect(await standOf(ideaId)).toMatch(/^accepted/);
  });

  it("what was given up keeps its ideas, though another delivery brings them about", async () => {
    const marta = await reviewer();
    const { deliveryId, ideaId } = await givenDelivery(marta);
    const version = await versionOf(deliveryId);
    const body = "The ground belongs to the city after all.";
    await endDelivery(marta, { deliveryId, version, how: "stopped", body, nextOn: "2099-01-01" });
    expect(await deliveryOf(marta, ideaId)).toMatchObject({ id: deliveryId, state: "stopped" });

    const again = await beginDelivery(marta, beginning(ideaId, marta.id));
    expect((await findDelivery(marta, { deliveryId })).ideas).toMatchObject([{ id: ideaId }]);
    expect(await deliveryOf(marta, ideaId)).toMatchObject({ id: again.deliveryId, state: "open" });
    await expect(beginDelivery(marta, beginning(ideaId, marta.id))).rejects.toThrow("delivery.elsewhere");
  });

  it("what was ended by mistake is under way again, as far as it has come, and its ideas with it", async () => {
    const marta = await reviewer();
    const { deliveryId, ideaId } = await givenDelivery(marta);
    const before = await givenImplemented(marta);
    await addIdea(marta, { deliveryId, ideaId: before });
    await done(marta, deliveryId);
    await reopenDelivery(marta, await again(deliveryId));

    expect(await standOf(ideaId)).toBe("in_progress 60");
    expect(await standOf(before)).toMatch(/^implemented/);
    expect(await findDelivery(marta, { deliveryId })).toMatchObject({
      ...{ state: "open", progress: 60, endedAt: null },
      updates: [{ progress: 60, body: "One of three gates is missing." }, { progress: 100 }],
    });
    expect(await eventsOf(deliveryId)).toContain("delivery.reopened");
  });

  it("an idea that was taken back by hand meanwhile is as far as its delivery again, and who backs it hears why", async () => {
    const [marta, reader] = [await reviewer(), await hire()];
    const { deliveryId, ideaId } = await givenDelivery(marta);
    await followIdea(reader, { ideaId });
    await done(marta, deliveryId);
    await move(marta, ideaId, "in_progress");
    await letFollow();
    const before = (await toldTo(reader)).length;
    await reopenDelivery(marta, { ...(await again(deliveryId)), nextOn: "2099-01-01" });

    expect(await standOf(ideaId)).toBe("in_progress 60");
    await letFollow();
    expect((await toldTo(reader)).length).toBe(before + 1);
  });

  it("news of a delivery that is taken up again are promised for a day to come: nothing else changes anything", async () => {
    const marta = await reviewer();
    const { deliveryId } = await givenDelivery(marta);
    await done(marta, deliveryId);

    const late = { ...(await again(deliveryId)), nextOn: "2020-01-01" };
    await expect(reopenDelivery(marta, late)).rejects.toMatchObject({ fields: { nextOn: expect.anything() } });
    expect((await findDelivery(marta, { deliveryId })).state).toBe("done");
  });

  it("an idea that has been implemented once more since stays so when its delivery is taken up again", async () => {
    const marta = await reviewer();
    const { deliveryId, ideaId } = await givenDelivery(marta);
    await done(marta, deliveryId);
    await move(marta, ideaId, "in_progress");
    await move(marta, ideaId, "implemented");
    await reopenDelivery(marta, await again(deliveryId));

    expect(await standOf(ideaId)).toMatch(/^implemented/);
  });

  it("sent twice, it is taken up again once", async () => {
    const marta = await reviewer();
    const { deliveryId } = await givenDelivery(marta);
    await done(marta, deliveryId);
    const input = await again(deliveryId);
    await Promise.all([reopenDelivery(marta, input), reopenDelivery(marta, input)]);

    expect((await eventsOf(deliveryId)).filter((type) => type === "delivery.reopened")).toHaveLength(1);
  });

  it("what was given up is not taken up again: its ideas wait for another delivery", async () => {
    const marta = await reviewer();
    const { deliveryId } = await givenDelivery(marta);
    const version = await versionOf(deliveryId);
    const body = "The ground belongs to the city after all.";
    await endDelivery(marta, { deliveryId, version, how: "stopped", body, nextOn: "2099-01-01" });

    await expect(reopenDelivery(marta, await again(deliveryId))).rejects.toThrow("delivery.notDone");
  });

  it("nobody takes up again a delivery of their own idea, nor one of others: all stays done", async () => {
    const [marta, author] = [await reviewer(), await reviewer()];
    const { deliveryId, ideaId } = await givenDelivery(marta, author, { author });
    await done(marta, deliveryId);

    for (const actor of [author, await hire()])
      await expect(reopenDelivery(actor, await again(deliveryId))).rejects.toThrow("access.forbidden");
    expect(await standOf(ideaId)).toBe("implemented 100");
    expect((await findDelivery(marta, { deliveryId })).state).toBe("done");
  });

  it("nobody ends a delivery of their own idea: all stays as it was", async () => {
    const [marta, author] = [await reviewer(), await reviewer()];
    const { deliveryId, ideaId } = await givenDelivery(marta, author, { author });
    const end = { deliveryId, version: await versionOf(deliveryId), how: "fully" as const, body: null, nextOn: null };

    await expect(endDelivery(author, end)).rejects.toThrow("access.forbidden");
    expect(await standOf(ideaId)).toBe("in_progress 0");
    expect((await findDelivery(marta, { deliveryId })).state).toBe("open");
  });
});
