import { randomUUID } from "node:crypto";
import { eventsOf, givenIdea, hire, seenReview } from "@/__tests__/support/database";
import { mergeInto, reviewer, unmerge } from "@/__tests__/support/merging";
import type { Actor } from "@/lib/access/actor";
import { sealEvents } from "@/lib/audit/seal-events";
import { withdrawIdea } from "@/lib/ideas/commands";
import { rebuildInsights, refreshInsights } from "@/lib/insights/roll-ups";
import { db } from "@/lib/platform/db/client";
import { parse } from "@/lib/platform/parse";
import { moveIdea } from "@/lib/workflow/commands";
import { revisitIdeas } from "@/lib/workflow/revisit-ideas";
import { moveInput } from "@/lib/workflow/schema";
import { inOrder, keptStays, slowStays } from "./slow-stays";

const reason = "We tried this in Vigo in 2024, and nobody came.";
const owned = (owner: Actor) => ({ ownerId: owner.id, nextOn: "2999-01-31" });

async function move(actor: Actor, ideaId: string, to: string, more: object = {}) {
  const { version } = await seenReview(ideaId);
  await moveIdea(actor, parse(moveInput, { ideaId, version, to, ...more }));
}

async function count() {
  await sealEvents();
  await refreshInsights();
}

const cells = () =>
  db.stayCell.findMany({ orderBy: [{ month: "asc" }, { status: "asc" }, { became: "asc" }, { days: "asc" }] });

const staysOf = async (ideaId: string) =>
  (await keptStays()).filter((stay) => stay.ideaId === ideaId).map(({ status }) => status);

it("counting what has changed gives the same as counting all anew, and as walking along each idea's rows", async () => {
  const marta = await reviewer();
  const departmentId = (await db.department.create({ data: { name: `Night shift ${randomUUID()}` } })).id;
  const given = (daysOld: number) => givenIdea({ daysOld, departmentId });
  const [done, refused, gone, same, stays] = [
    await given(90),
    await given(60),
    await given(30),
    await given(9),
    await given(3),
  ];
  await rebuildInsights();

  await move(marta, done.id, "in_review");
  await move(marta, refused.id, "declined", { kind: "not_now", reason, revisitOn: "2999-01-31" });
  await count();
  await move(marta, done.id, "accepted", owned(marta));
  await move(marta, done.id, "implemented", { extent: "partly" });
  await db.review.update({ where: { ideaId: refused.id }, data: { revisitOn: new Date("2020-01-01") } });
  await revisitIdeas();
  await withdrawIdea({ ...(await hire()), id: gone.authorId } as Actor, { ideaId: gone.id });
  await mergeInto(marta, same.id, stays.id, reason);
  await count();
  expect(await staysOf(same.id)).toEqual(["submitted", "merged"]);
  await unmerge(marta, same.id);
  await count();

  const [kept, keptCells] = [await db.ideaStay.findMany(), await cells()];
  expect(inOrder(await keptStays())).toEqual(inOrder(await slowStays()));
  expect(await staysOf(done.id)).toEqual(["submitted", "in_review", "accepted", "implemented"]);
  expect(await staysOf(refused.id)).toEqual(["submitted", "declined", "submitted"]);
  expect(await staysOf(gone.id)).toEqual(["submitted", "withdrawn"]);
  await rebuildInsights();
  expect(new Set(await db.ideaStay.findMany())).toEqual(new Set(kept));
  expect(await cells()).toEqual(keptCells);
});

it("a merge that was undone never was", async () => {
  const [marta, same, stays] = [await reviewer(), await givenIdea({ daysOld: 9 }), await givenIdea()];
  await mergeInto(marta, same.id, stays.id);
  await unmerge(marta, same.id);
  await rebuildInsights();

  expect(await eventsOf(same.id)).toEqual(["idea.merged", "idea.unmerged"]);
  expect(await staysOf(same.id)).toEqual(["submitted"]);
});

it("an answer that an import brought says when an idea arrived where it is", async () => {
  const { id: ideaId } = await givenIdea({ status: "declined", daysOld: 40 });
  const decidedAt = new Date(Date.now() - 10 * 86_400_000);
  await db.decision.create({ data: { ideaId, toStatus: "declined", reason, decidedAt } });
  await rebuildInsights();

  const [submitted] = (await keptStays()).filter((stay) => stay.ideaId === ideaId);
  const days = Date.parse(submitted?.leftOn ?? "") - Date.parse(submitted?.enteredOn ?? "");
  expect([submitted?.became, days / 86_400_000]).toEqual(["declined", 30]);
});

it("a step that only an answer tells of counts, and one that the event log tells of as well counts once", async () => {
  const marta = await reviewer();
  const [delivered, moved] = [await givenIdea({ status: "in_progress", daysOld: 40 }), await givenIdea({ daysOld: 4 })];
  const at = (daysAgo: number) => new Date(Date.now() - daysAgo * 86_400_000);
  const steps = [
    { toStatus: "accepted", decidedAt: at(30) },
    { fromStatus: "accepted", toStatus: "in_progress", decidedAt: at(10), decidedById: marta.id },
  ] as const;
  await db.decision.createMany({ data: steps.map((step) => ({ ideaId: delivered.id, ...step })) });
  await move(marta, moved.id, "accepted", { ...owned(marta), reason });
  await rebuildInsights();

  const daysOf = async (id: string) =>
    (await keptStays())
      .filter((stay) => stay.ideaId === id && stay.leftOn && stay.enteredOn)
      .map(({ status, enteredOn, leftOn }) => [
        status,
        (Date.parse(leftOn ?? "") - Date.parse(enteredOn ?? "")) / 86_400_000,
      ]);
  expect(await daysOf(delivered.id)).toEqual([
    ["submitted", 10],
    ["accepted", 20],
  ]);
  expect(await staysOf(moved.id)).toEqual(["submitted", "accepted"]);
  expect(inOrder(await keptStays())).toEqual(inOrder(await slowStays()));
});

it("of an imported idea without a dated answer nobody knows how long it waited", async () => {
  const { id: ideaId } = await givenIdea({ status: "accepted", daysOld: 40 });
  await rebuildInsights();

  expect((await keptStays()).filter((stay) => stay.ideaId === ideaId)).toMatchObject([
    { status: "submitted", became: "accepted", leftOn: null },
    { status: "accepted", became: null, enteredOn: null },
  ]);
});

it("what stood elsewhere before it was moved here arrived there on a day that nobody knows", async () => {
  const [marta, { id }] = [await reviewer(), await givenIdea({ status: "accepted", daysOld: 40 })];
  await db.review.update({ where: { ideaId: id }, data: { ownerId: marta.id } });
  await move(marta, id, "in_progress");
  await rebuildInsights();

  const stays = (await keptStays()).filter((stay) => stay.ideaId === id);
  expect(stays.map(({ status, enteredOn }) => [status, enteredOn !== null])).toEqual([
    ["submitted", true],
    ["accepted", false],
    ["in_progress", true],
  ]);
  expect(inOrder(await keptStays())).toEqual(inOrder(await slowStays()));
});

it("counts of days are those of the stays", async () => {
  const [odd] = await db.$queryRaw<{ count: number }[]>`
    select count(*)::int as count
      from (select date_trunc('month', left_on)::date as month, status, became, coalesce(left_on - entered_on, -1) as days,
                   count(*) as n
              from idea_stay where left_on is not null group by 1, 2, 3, 4) s
      full join stay_cell c using (month, status, became, days)
     where coalesce(s.n, 0) <> coalesce(c.stays, 0)`;

  expect(await db.stayCell.count()).toBeGreaterThan(3);
  expect(odd).toEqual({ count: 0 });
});
