import { eventsOf, givenIdea, hire } from "@/__tests__/support/database";
import type { Actor } from "@/lib/access/actor";
import { beginEvaluation, closeEvaluation } from "@/lib/evaluation/commands";
import { findEvaluation, listTasks } from "@/lib/evaluation/queries";
import { db } from "@/lib/platform/db/client";
import { department, everybodyLeaves, handIn, reviewer } from "./evaluating";

beforeEach(async () => {
  await everybodyLeaves();
  await db.evaluation.updateMany({ where: { closedAt: null }, data: { closedAt: new Date() } });
  await db.scorecard.updateMany({ data: { reviewers: 3 } });
});

const assigned = async (ideaId: string) =>
  (await db.assessment.findMany({ where: { evaluation: { ideaId } } })).map((one) => one.reviewerId);
const reviewers = (count: number) => Promise.all(Array.from({ length: count }, () => reviewer()));

it("asks as many reviewers as the scorecard wants, and writes down whom", async () => {
  const [one] = await reviewers(5);
  const { id: ideaId } = await givenIdea();
  await beginEvaluation(one as Actor, { ideaId });

  const chosen = await assigned(ideaId);
  const event = await db.event.findFirstOrThrow({ where: { subjectId: ideaId, type: "evaluation.begun" } });
  expect(chosen).toHaveLength(3);
  expect((event.payload as { reviewers: string[] }).reviewers.sort()).toEqual(chosen.sort());
});

it("changes nothing when it has begun already", async () => {
  const [one, other] = await reviewers(4);
  const { id: ideaId } = await givenIdea();
  await beginEvaluation(one as Actor, { ideaId });
  await beginEvaluation(other as Actor, { ideaId });

  expect(await assigned(ideaId)).toHaveLength(3);
  expect(await eventsOf(ideaId)).toEqual(["evaluation.begun"]);
});

it("never asks the author, even where fewer are left than wanted", async () => {
  const author = await reviewer("Author");
  const others = await reviewers(2);
  const { id: ideaId } = await givenIdea({ author });
  await beginEvaluation(others[0] as Actor, { ideaId });

  expect((await assigned(ideaId)).sort()).toEqual(others.map(({ id }) => id).sort());
});

it("cannot be got past by the database either: nobody marks the own idea", async () => {
  const author = await reviewer("Author");
  const [one] = await reviewers(1);
  const { id: ideaId } = await givenIdea({ author });
  await beginEvaluation(one as Actor, { ideaId });
  const { id: evaluationId } = await db.evaluation.findFirstOrThrow({ where: { ideaId } });

  await expect(
    db.assessment.create({ data: { evaluationId, reviewerId: author.id, distance: "other" } }),
  ).rejects.toThrow("nobody evaluates the own idea");
});

it("asks nobody of the author's own team as long as there are others, however much these have to do", async () => {
  const [parks, streets] = [await department("Parks"), await department("Streets")];
  const author = await hire({ departmentId: parks.id });
  const mates = [await reviewer("Mate", parks.id), await reviewer("Mate", parks.id)];
  const others = [await reviewer("Far", streets.id), await reviewer("Far", streets.id), await reviewer("Far")];
  for (let times = 0; times < 2; times++) await beginEvaluation(mates[0] as Actor, { ideaId: (await givenIdea()).id });
  const { id: ideaId } = await givenIdea({ author });
  await beginEvaluation(mates[0] as Actor, { ideaId });

  expect((await assigned(ideaId)).sort()).toEqual(others.map(({ id }) => id).sort());
});

it("marks those of the author's own team whom it could not do without", async () => {
  const lights = await department("Lights");
  const author = await hire({ departmentId: lights.id });
  const mate = await reviewer("Mate", lights.id);
  await reviewer("Far");
  const { id: ideaId } = await givenIdea({ author });
  await beginEvaluation(mate, { ideaId });

  const { assessors } = (await findEvaluation(mate, { ideaId })) ?? {};
  expect(assessors?.map(({ name, isOwnTeam }) => [name, isOwnTeam])).toEqual([
    ["Far", false],
    ["Mate", true],
  ]);
  expect(await listTasks(mate)).toMatchObject([{ ideaId, isOwnTeam: true, marked: 0, asked: 6 }]);
});

it("knows the same part of the organisation, and takes a single top for no part of its own", async () => {
  const [top, other] = [await department("Top"), await department("Other top")];
  const [left, right] = [await department("Left", top.id), await department("Right", top.id)];
  const [deep] = [await department("Deep", left.id)];
  const between = async (one: string, two: string) => {
    const [row] = await db.$queryRaw<{ d: string }[]>`select distance_between(${one}::uuid, ${two}::uuid) as d`;
    return row?.d;
  };

  expect(await between(left.id, left.id)).toBe("team");
  expect(await between(left.id, deep.id)).toBe("branch");
  expect(await between(deep.id, right.id)).toBe("branch");
  expect(await between(deep.id, other.id)).toBe("other");
  await db.department.updateMany({ where: { parentId: null, id: { not: top.id } }, data: { parentId: top.id } });
  expect(await between(left.id, deep.id)).toBe("branch");
  expect(await between(deep.id, right.id)).toBe("other");
});

it("gives each the same number of ideas to mark", async () => {
  const all = await reviewers(6);
  for (let times = 0; times < 8; times++) await beginEvaluation(all[0] as Actor, { ideaId: (await givenIdea()).id });

  const loads = await Promise.all(all.map(async (one) => (await listTasks(one)).length));
  expect(loads).toEqual([4, 4, 4, 4, 4, 4]);
});

it("gives whoever has handed in more to do before those who have not", async () => {
  const all = await reviewers(2);
  await db.scorecard.updateMany({ data: { reviewers: 1 } });
  const begin = async () => {
    const { id: ideaId } = await givenIdea();
    await beginEvaluation(all[0] as Actor, { ideaId });
    return { ideaId, chosen: (await assigned(ideaId))[0] };
  };
  const first = await begin();
  const busy = all.find(({ id }) => id === first.chosen) as Actor;
  await begin();
  await handIn(busy, first.ideaId, 4);
  const third = await begin();
  await handIn(busy, third.ideaId, 4);

  expect([third.chosen, (await begin()).chosen]).toEqual([busy.id, busy.id]);
});

it("gives ideas out evenly when fifty evaluations begin at once", async () => {
  const all = await reviewers(10);
  const ideas = await Promise.all(Array.from({ length: 50 }, () => givenIdea()));
  await Promise.all(ideas.map(({ id: ideaId }, index) => beginEvaluation(all[index % 10] as Actor, { ideaId })));

  const loads = await Promise.all(all.map(async (one) => (await listTasks(one)).length));
  expect(loads).toEqual(Array(10).fill(15));
}, 60_000);

it("begins once when ten reviewers begin it at once", async () => {
  const all = await reviewers(10);
  const { id: ideaId } = await givenIdea();
  await Promise.all(all.map((one) => beginEvaluation(one, { ideaId })));

  expect(await db.evaluation.count({ where: { ideaId } })).toBe(1);
  expect(await assigned(ideaId)).toHaveLength(3);
});

it("is refused to the author, to colleagues, once the idea is decided, and where nobody is there to mark", async () => {
  const author = await reviewer("Author");
  const { id: ideaId } = await givenIdea({ author });
  await expect(beginEvaluation(author, { ideaId })).rejects.toMatchObject({ code: "forbidden" });
  await expect(beginEvaluation(await hire(), { ideaId })).rejects.toMatchObject({ code: "forbidden" });
  const decided = await givenIdea({ status: "declined" });
  const one = await reviewer();
  await expect(beginEvaluation(one, { ideaId: decided.id })).rejects.toMatchObject({ reason: "evaluation.notNow" });
  await everybodyLeaves();
  await expect(beginEvaluation(one, { ideaId })).rejects.toMatchObject({ reason: "evaluation.nobodyThere" });
  expect(await db.evaluation.count({ where: { ideaId } })).toBe(0);
});

it("is closed by nobody who still has to mark: what is closed can be read", async () => {
  const all = await reviewers(3);
  const { id: ideaId } = await givenIdea();
  await beginEvaluation(all[0] as Actor, { ideaId });

  await expect(closeEvaluation(all[1] as Actor, { ideaId })).rejects.toMatchObject({
    reason: "evaluation.handInFirst",
  });
  await handIn(all[1] as Actor, ideaId, 4);
  await expect(closeEvaluation(all[1] as Actor, { ideaId })).resolves.toEqual({ ideaId });
});

it("is closed once, and tells how many had handed in", async () => {
  const all = await reviewers(3);
  const { id: ideaId } = await givenIdea();
  await beginEvaluation(all[0] as Actor, { ideaId });
  await handIn(all[0] as Actor, ideaId, 4);
  const outsider = await reviewer();
  await closeEvaluation(outsider, { ideaId });
  await closeEvaluation(all[2] as Actor, { ideaId });

  const closed = await db.event.findMany({ where: { subjectId: ideaId, type: "evaluation.closed" } });
  expect(closed.map(({ payload }) => payload)).toEqual([{ handedIn: 1, assigned: 3 }]);
  expect(await listTasks(all[1] as Actor)).toEqual([]);
});

it.each(["accepted", "declined", "withdrawn", "merged", "archived"] as const)(
  "is closed by itself when the idea is %s, and its open tasks are gone",
  async (status) => {
    const all = await reviewers(3);
    const { id: ideaId } = await givenIdea();
    await beginEvaluation(all[0] as Actor, { ideaId });
    await db.$transaction(async (tx) => {
      await tx.$executeRaw`select set_config('tormenta.importing', 'on', true)`;
      await tx.idea.update({ where: { id: ideaId }, data: { status } });
      await tx.$executeRaw`set constraints all immediate`;
    });

    expect(await listTasks(all[0] as Actor)).toEqual([]);
    expect(await db.evaluation.count({ where: { ideaId, closedAt: null } })).toBe(0);
  },
);

it("goes on when the idea is taken into review", async () => {
  const all = await reviewers(3);
  const { id: ideaId } = await givenIdea();
  await beginEvaluation(all[0] as Actor, { ideaId });
  await db.idea.update({ where: { id: ideaId }, data: { status: "in_review" } });

  expect(await listTasks(all[0] as Actor)).toHaveLength(1);
});
