import { givenIdea, hire, seenReview } from "@/__tests__/support/database";
import { putClockRight, setClock } from "@/__tests__/support/set-clock";
import { sealEvents } from "@/lib/audit/seal-events";
import { paceOf } from "@/lib/insights/pace";
import { rebuildInsights, refreshInsights } from "@/lib/insights/roll-ups";
import { scopeOf } from "@/lib/insights/scope";
import { db } from "@/lib/platform/db/client";
import { parse } from "@/lib/platform/parse";
import { moveIdea } from "@/lib/workflow/commands";
import { revisitIdeas } from "@/lib/workflow/revisit-ideas";
import { moveInput } from "@/lib/workflow/schema";
import { keptSums, slowSums } from "./slow-ideas";

const reason = "There is no money for it this year; we look again when the next budget is made.";
const [posted, declined, back, answered] = ["2031-03-05", "2031-03-10", "2032-03-09", "2032-03-16"];
const noon = (day: string | undefined) => `${day}T15:00:00Z`;

afterAll(putClockRight);

const factOf = (ideaId: string) => db.ideaFact.findUniqueOrThrow({ where: { ideaId } });
const day = (on: string | undefined) => new Date(`${on}T00:00:00Z`);

async function say(ideaId: string, more: object) {
  const marta = await hire({ name: "Marta", roles: ["employee", "reviewer"] });
  const { version } = await seenReview(ideaId);
  await moveIdea(marta, parse(moveInput, { ideaId, version, ...more }));
  return marta;
}

async function count() {
  await sealEvents();
  await refreshInsights();
}

/** An idea that was declined on the fifth day, as promised, and comes back a year later. */
async function cameBack(dueOn = "2031-03-12") {
  const { id } = await givenIdea();
  const [submittedAt, answerDueAt] = [new Date(noon(posted)), new Date(noon(dueOn))];
  await db.idea.update({ where: { id }, data: { submittedAt } });
  await db.review.update({ where: { ideaId: id }, data: { answerDueAt } });
  setClock(noon(declined));
  await say(id, { to: "declined", kind: "not_now", reason, revisitOn: back });
  setClock(noon(back));
  await revisitIdeas();
  return id;
}

it("an idea that comes back was answered when it was answered first, and that promise stays kept", async () => {
  await rebuildInsights();
  const id = await cameBack();
  await count();
  const first = { answeredOn: day(declined), answerDueOn: day("2031-03-12"), isAnswerKept: true };
  expect(await factOf(id)).toMatchObject({ ...first, isAnswered: true, againOn: day(back), againAnsweredOn: null });

  setClock(noon(answered));
  await say(id, { to: "declined", kind: "not_feasible", reason });
  await count();
  expect(await factOf(id)).toMatchObject({ ...first, isWaiting: false, againAnsweredOn: day(answered) });
  expect(await keptSums()).toEqual(await slowSums());
});

it("a promise that was broken stays so, however soon the idea is answered when it comes back", async () => {
  const id = await cameBack("2031-03-07");
  await say(id, { to: "declined", kind: "not_feasible", reason });
  await rebuildInsights();

  expect(await factOf(id)).toMatchObject({ answerDueOn: day("2031-03-07"), isAnswerKept: false });
});

it("stays with its first answer also when it comes back a second time", async () => {
  const id = await cameBack();
  await say(id, { to: "declined", kind: "not_now", reason, revisitOn: "2033-03-09" });
  setClock(noon("2033-03-09"));
  await revisitIdeas();
  await rebuildInsights();

  expect(await factOf(id)).toMatchObject({ answeredOn: day(declined), isAnswerKept: true, againOn: day("2033-03-09") });
});

it("an idea that comes back is in the backlog until it is answered again, and in the pace with both", async () => {
  const leader = await hire({ roles: ["executive"] });
  const { id: departmentId } = await db.department.create({ data: { name: "Night shift" } });
  const id = await cameBack();
  await db.idea.update({ where: { id }, data: { departmentId } });
  const pace = async (today: string) => {
    await rebuildInsights();
    const { backlog, weeks } = await paceOf(await scopeOf(leader, { department: departmentId }), today);
    const sum = (of: "arrived" | "answered") => weeks.reduce((all, week) => all + week[of], 0);
    return { backlog, arrived: sum("arrived"), answered: sum("answered") };
  };
  expect(await pace("2032-03-17")).toEqual({ backlog: 1, arrived: 1, answered: 0 });

  setClock(noon(answered));
  await say(id, { to: "in_review" });
  await say(id, { to: "declined", kind: "not_feasible", reason });
  expect(await pace("2032-03-17")).toEqual({ backlog: 0, arrived: 1, answered: 1 });
});

it("of several first answers the earliest counts, whoever gave it", async () => {
  const { id } = await givenIdea({ daysOld: 30 });
  const [early, late] = [20, 10].map((ago) => new Date(Date.now() - ago * 86_400_000));
  await db.decision.create({ data: { ideaId: id, toStatus: "in_review", reason, decidedAt: early } });
  await db.review.update({ where: { ideaId: id }, data: { answeredAt: late } });
  await rebuildInsights();
  const { postedOn, answeredOn } = await factOf(id);

  expect(((answeredOn?.getTime() ?? 0) - postedOn.getTime()) / 86_400_000).toBe(10);
});
