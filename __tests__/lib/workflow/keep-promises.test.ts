import { eventsOf, givenIdea, hire, seenReview } from "@/__tests__/support/database";
import { putClockRight, setClock } from "@/__tests__/support/set-clock";
import { db } from "@/lib/platform/db/client";
import { givePromisesAnOwner } from "@/lib/workflow/adopt-ideas";
import { answerIdea, resumeReview, waitForAuthor } from "@/lib/workflow/commands";
import { keepPromises } from "@/lib/workflow/keep-promises";

/** The answer is promised until Thursday 2031-03-13 is over in Santiago, the decision until Monday 2031-03-31 is. */
const answerDueAt = new Date("2031-03-14T03:00:00Z");
const decisionDueAt = new Date("2031-04-01T03:00:00Z");
const [tuesday, wednesday, thursday, friday] = [11, 12, 13, 14].map((day) => `2031-03-${day}T15:00:00Z`) as [
  string,
  string,
  string,
  string,
];

beforeEach(async () => {
  await db.idea.deleteMany();
  await db.personRole.deleteMany({ where: { role: { in: ["reviewer", "administrator", "executive"] } } });
  await db.holiday.deleteMany();
  await db.organisation.updateMany({ data: { escalatesTo: ["administrator"] } });
  setClock(tuesday);
});

afterAll(putClockRight);

const reviewer = (name = "Marta") => hire({ name, roles: ["employee", "reviewer"] });

async function promised(ownerId: string | null, more = {}) {
  const { id } = await givenIdea();
  await db.review.update({ where: { ideaId: id }, data: { ownerId, answerDueAt, decisionDueAt, ...more } });
  return id;
}

const at = (instant: string) => {
  setClock(instant);
  return keepPromises();
};

const told = async (ideaId: string) => {
  const events = await db.event.findMany({ where: { subjectId: ideaId, type: { startsWith: "review." } } });
  return events.map(({ type, payload }) => {
    const { promise, to } = payload as { promise: string; to: string[] };
    return { what: `${type} ${promise}`, to: to.toSorted() };
  });
};

it("reminds whoever answers for an idea on the working day before, once", async () => {
  const marta = await reviewer();
  const ideaId = await promised(marta.id);
  await at(tuesday);
  const before = await told(ideaId);
  await at(wednesday);
  await at(thursday);

  expect(before).toEqual([]);
  expect(await told(ideaId)).toEqual([{ what: "review.reminded answer", to: [marta.id] }]);
});

it("the day before is a day on which people work", async () => {
  const ideaId = await promised((await reviewer()).id);
  await db.holiday.create({ data: { day: new Date("2031-03-12"), name: "A holiday" } });
  await at(tuesday);

  expect(await told(ideaId)).toMatchObject([{ what: "review.reminded answer" }]);
});

it("passes a broken promise on to its owner and the administrators, once, and reminds no more", async () => {
  const [marta, elena] = [await reviewer(), await hire({ roles: ["administrator"] })];
  const boss = await hire({ roles: ["executive"] });
  const ideaId = await promised(marta.id);
  await at(friday);
  await at(friday);

  expect(await told(ideaId)).toEqual([{ what: "review.escalated answer", to: [marta.id, elena.id].sort() }]);
  expect((await told(ideaId))[0]?.to).not.toContain(boss.id);
});

it("a promise is broken when its last day is over, and not before", async () => {
  const ideaId = await promised((await reviewer()).id);
  await at("2031-03-14T02:59:59.000Z");
  const onTheLastDay = await told(ideaId);
  await at("2031-03-14T03:00:00.000Z");

  expect(onTheLastDay).toMatchObject([{ what: "review.reminded answer" }]);
  expect((await told(ideaId)).at(-1)).toMatchObject({ what: "review.escalated answer" });
});

it("tells executives where the organisation wants that, and nobody who was suspended", async () => {
  const [marta, boss] = [await reviewer(), await hire({ roles: ["executive"] })];
  await hire({ roles: ["executive"], status: "suspended" });
  await db.organisation.updateMany({ data: { escalatesTo: ["executive"] } });
  const ideaId = await promised(marta.id);
  await at(friday);

  expect(await told(ideaId)).toMatchObject([{ to: [marta.id, boss.id].sort() }]);
});

it("an answer keeps the first promise; the second is told of by itself", async () => {
  const marta = await reviewer();
  const ideaId = await promised(marta.id);
  const { version } = await seenReview(ideaId);
  await answerIdea(marta, { ideaId, version, reason: "Which of the two gates do you mean, north or south?" });
  await at(friday);
  await at("2031-03-28T15:00:00Z");
  await at("2031-04-01T15:00:00Z");

  expect((await told(ideaId)).map(({ what }) => what)).toEqual([
    "review.reminded decision",
    "review.escalated decision",
  ]);
});

it("a decision that is late is passed on also where the answer was late before", async () => {
  const ideaId = await promised((await reviewer()).id);
  await at(friday);
  await at("2031-04-02T15:00:00Z");

  expect((await told(ideaId)).map(({ what }) => what)).toEqual([
    "review.escalated answer",
    "review.escalated decision",
  ]);
});

it("is silent while it waits for the author, and reminds again of the date that comes of it", async () => {
  const marta = await reviewer();
  const ideaId = await promised(marta.id);
  await at(wednesday);
  await waitForAuthor(marta, await seenReview(ideaId));
  await at("2031-03-20T15:00:00Z");
  const meanwhile = await told(ideaId);
  await resumeReview(marta, await seenReview(ideaId));
  await at("2031-03-20T15:00:00Z");

  expect(meanwhile).toHaveLength(1);
  expect((await told(ideaId)).map(({ what }) => what)).toEqual(["review.reminded answer", "review.reminded answer"]);
});

it("tells the group where nobody of it answers yet, and the administrators where nobody can", async () => {
  const elena = await hire({ roles: ["administrator"] });
  const olga = await hire({ name: "Olga" });
  const group = await db.reviewerGroup.create({ data: { name: "Works", members: { create: { personId: olga.id } } } });
  const [grouped, alone] = [await promised(null, { groupId: group.id }), await promised(null)];
  await at(wednesday);

  expect([await told(grouped), await told(alone)]).toMatchObject([[{ to: [olga.id] }], [{ to: [elena.id] }]]);
});

it("imported ideas were promised nothing, and decided ones keep nobody", async () => {
  const marta = await reviewer();
  const imported = await promised(marta.id, { answerDueAt: null, decisionDueAt: null });
  const decided = await promised(marta.id);
  await db.idea.update({ where: { id: decided }, data: { status: "withdrawn" } });
  await at(friday);

  expect([await told(imported), await told(decided)]).toEqual([[], []]);
});

it("gives the ideas of somebody who was suspended to somebody else, who then is told", async () => {
  const [marta, olga] = [await reviewer(), await reviewer("Olga")];
  const ideaId = await promised(marta.id);
  await db.person.update({ where: { id: marta.id }, data: { status: "suspended" } });
  await at(wednesday);

  expect(await eventsOf(ideaId)).toEqual(["idea.assigned", "review.reminded"]);
  expect(await told(ideaId)).toMatchObject([{ to: [olga.id] }]);
});

it("tells of each promise once, however many tell at the same moment", async () => {
  const marta = await reviewer();
  const ideas = await Promise.all(Array.from({ length: 30 }, () => promised(marta.id)));
  setClock(friday);
  await Promise.all(Array.from({ length: 6 }, () => keepPromises()));
  await keepPromises();

  const events = await db.event.findMany({ where: { type: "review.escalated", subjectId: { in: ideas } } });
  expect([events.length, new Set(events.map(({ subjectId }) => subjectId)).size]).toEqual([30, 30]);
});

it("goes on where it was cut off, and tells of nothing twice", async () => {
  const { id: marta } = await reviewer();
  const { id: authorId } = await hire();
  const ideas = Array.from({ length: 230 }, () => ({
    title: "Racks",
    language: "en",
    status: "submitted" as const,
    authorId,
    submittedAt: new Date(),
  }));
  const ids = (await db.idea.createManyAndReturn({ data: ideas, select: { id: true } })).map(({ id }) => id);
  await db.review.updateMany({ where: { ideaId: { in: ids } }, data: { ownerId: marta, answerDueAt, decisionDueAt } });
  const last = ids.toSorted().at(-1);
  await db.$executeRaw`create function cut_off() returns trigger language plpgsql as 'begin raise exception ''cut off''; end'`;
  await db.$executeRawUnsafe(
    `create trigger cut_off before insert on event for each row when (new.subject_id = '${last}') execute function cut_off()`,
  );
  setClock(friday);

  await expect(keepPromises()).rejects.toThrow();
  const before = await db.event.count({ where: { type: "review.escalated", subjectId: { in: ids } } });
  await db.$executeRaw`drop trigger cut_off on event`;
  await keepPromises();

  const events = await db.event.findMany({ where: { type: "review.escalated", subjectId: { in: ids } } });
  expect(before).toBe(200);
  expect([events.length, new Set(events.map(({ subjectId }) => subjectId)).size]).toEqual([230, 230]);
});

it("does not pass on what is being answered at that moment", async () => {
  const ideaId = await promised((await reviewer()).id);
  setClock(friday);
  await db.$transaction(
    async (tx) => {
      await tx.review.update({ where: { ideaId }, data: { answeredAt: new Date(friday) } });
      await keepPromises();
    },
    { timeout: 20_000 },
  );
  await keepPromises();

  expect(await told(ideaId)).toEqual([]);
});

it("leaves an idea with the group that shares it, as long as somebody there can answer", async () => {
  const marta = await reviewer();
  const group = await db.reviewerGroup.create({ data: { name: "Roads", members: { create: { personId: marta.id } } } });
  const ideaId = await promised(null, { groupId: group.id });
  await givePromisesAnOwner();

  expect(await db.review.findUniqueOrThrow({ where: { ideaId } })).toMatchObject({ ownerId: null, groupId: group.id });
});
