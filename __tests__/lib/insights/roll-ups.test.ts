import { randomUUID } from "node:crypto";
import { givenIdea, hire, seenReview } from "@/__tests__/support/database";
import { mergeInto, reviewer, unmerge } from "@/__tests__/support/merging";
import type { Actor } from "@/lib/access/actor";
import { sealEvents } from "@/lib/audit/seal-events";
import { editIdea, withdrawIdea } from "@/lib/ideas/commands";
import { editInput } from "@/lib/ideas/schema";
import { rebuildInsights, refreshInsights } from "@/lib/insights/roll-ups";
import { db } from "@/lib/platform/db/client";
import { parse } from "@/lib/platform/parse";
import { moveIdea, reportProgress } from "@/lib/workflow/commands";
import { moveInput, progressInput } from "@/lib/workflow/schema";
import { keptSums, slowSums } from "./slow-ideas";

const reason = "We tried this in Vigo in 2024, and nobody came.";

const seen = async (ideaId: string) => ({ ideaId, version: (await seenReview(ideaId)).version });

const move = async (actor: Actor, ideaId: string, to: string, more: object = {}) =>
  moveIdea(actor, parse(moveInput, { ...(await seen(ideaId)), to, ...more }));

/** Everything that is kept, row by row. */
const kept = async () => ({
  facts: await db.ideaFact.findMany({ orderBy: { ideaId: "asc" } }),
  cells: await db.ideaCell.findMany({ orderBy: [{ dimension: "asc" }, { unitId: "asc" }, { month: "asc" }] }),
  answers: await db.answerCell.findMany({
    orderBy: [{ dimension: "asc" }, { unitId: "asc" }, { month: "asc" }, { days: "asc" }],
  }),
  heads: await db.headCell.findMany({ orderBy: [{ dimension: "asc" }, { unitId: "asc" }, { month: "asc" }] }),
});

async function count() {
  await sealEvents();
  await refreshInsights();
}

const unit = async () => {
  const whole = await db.department.create({ data: { name: `Operations ${randomUUID()}` } });
  const part = await db.department.create({ data: { name: "Night shift", parentId: whole.id } });
  const category = await db.category.create({ data: { name: `Safety ${randomUUID()}` } });
  return { departmentId: part.id, categoryId: category.id };
};

it("counting what has changed gives the same as counting all anew, row by row", async () => {
  const [marta, where] = [await reviewer(), await unit()];
  const [done, refused, gone, same, stays, edited, untouched] = await Promise.all(
    Array.from({ length: 7 }, (_, at) => givenIdea({ ...where, daysOld: at * 20, author: undefined })),
  );
  await rebuildInsights();
  const yes = { ownerId: marta.id, nextOn: "2999-01-31" };

  await move(marta, done?.id ?? "", "accepted", yes);
  await count();
  await move(marta, done?.id ?? "", "in_progress");
  await reportProgress(marta, parse(progressInput, { ...(await seen(done?.id ?? "")), progress: 60 }));
  await move(marta, refused?.id ?? "", "declined", { kind: "not_feasible", reason });
  await count();
  await move(marta, done?.id ?? "", "implemented", { extent: "fully" });
  await withdrawIdea(await authorOf(gone?.id), { ideaId: gone?.id ?? "" });
  await mergeInto(marta, same?.id ?? "", stays?.id ?? "");
  await count();
  await unmerge(marta, same?.id ?? "");
  const author = await authorOf(edited?.id);
  const { title, version, language } = await db.idea.findUniqueOrThrow({ where: { id: edited?.id ?? "" } });
  await editIdea(author, parse(editInput, { ideaId: edited?.id, version, title, language, categoryId: null }));
  await count();

  const refreshed = await kept();
  expect(refreshed.facts.map(({ ideaId }) => ideaId)).toContain(untouched?.id);
  expect(refreshed.heads.length).toBeGreaterThan(0);
  expect(await keptSums()).toEqual(await slowSums());
  await rebuildInsights();
  expect(await kept()).toEqual(refreshed);
});

const authorOf = async (ideaId = ""): Promise<Actor> => {
  const { authorId } = await db.idea.findUniqueOrThrow({ where: { id: ideaId } });
  return { ...(await hire()), id: authorId ?? "" } as Actor;
};

it("a unit counts all that hangs below it", async () => {
  const { departmentId } = await unit();
  await givenIdea({ departmentId });
  await rebuildInsights();
  const { parentId } = await db.department.findUniqueOrThrow({ where: { id: departmentId } });

  expect(await db.ideaCell.findMany({ where: { unitId: parentId ?? "" } })).toMatchObject([{ posted: 1 }]);
});

it("after an import everything is counted anew, also what no event tells of", async () => {
  await rebuildInsights();
  const { id } = await givenIdea();
  await count();
  expect(await db.ideaFact.count({ where: { ideaId: id } })).toBe(0);

  await db.$executeRaw`insert into event (type, via, subject_id) values ('import.finished', 'import', gen_random_uuid())`;
  await count();
  expect(await db.ideaFact.count({ where: { ideaId: id } })).toBe(1);
});

it("two that count at once count once", async () => {
  const { id } = await givenIdea();
  await rebuildInsights();
  await withdrawIdea(await authorOf(id), { ideaId: id });
  await sealEvents();

  await Promise.all([refreshInsights(), refreshInsights(), refreshInsights()]);
  expect(await keptSums()).toEqual(await slowSums());
});
