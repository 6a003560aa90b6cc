import { db } from "@/lib/platform/db/client";
import { importComments, importIdeas } from "./importing";

beforeEach(async () => {
  await db.$executeRaw`truncate import_source, idea, comment, import_record, import_run, import_link cascade`;
  await importIdeas(["1,One,,2026-01-01,", "2,Two,,2026-01-01,"]);
});

/** Who answers whom, and the top of each thread, by text. */
async function threads(): Promise<Record<string, [string | null, string]>> {
  const all = await db.comment.findMany({ include: { parent: true } });
  const textOf = new Map(all.map(({ id, body }) => [id, body]));
  return Object.fromEntries(
    all.map(({ body, parent, rootId }) => [body, [parent?.body ?? null, textOf.get(rootId) ?? ""]]),
  );
}

it("hangs answers into their threads, and changes nothing the second time", async () => {
  const rows = ["a,1,,top,2026-01-01", "b,1,a,answer,2026-01-02", "c,1,b,deeper,2026-01-03"];
  await importComments(rows);

  expect(await threads()).toEqual({ top: [null, "top"], answer: ["top", "top"], deeper: ["answer", "top"] });
  expect((await importComments(rows)).figures).toMatchObject({ unchanged: 3, read: 3 });
  expect(await db.ideaTally.findMany({ orderBy: { comments: "desc" } })).toMatchObject([
    { comments: 3 },
    { comments: 0 },
  ]);
});

it("hangs answers that come before what they answer", async () => {
  const { notes } = await importComments(["c,1,b,deeper,2026-01-03", "b,1,a,answer,2026-01-02", "a,1,,top,2026-01-01"]);

  expect(notes).toEqual({});
  expect(await threads()).toEqual({ top: [null, "top"], answer: ["top", "top"], deeper: ["answer", "top"] });
});

it("starts a thread for an answer whose parent is not there, and counts it", async () => {
  const { figures, notes } = await importComments(["b,1,gone,answer,2026-01-02", "c,1,b,deeper,2026-01-03"]);

  expect([figures.created, notes]).toEqual([2, { topLevel: 1 }]);
  expect(await threads()).toEqual({ answer: [null, "answer"], deeper: ["answer", "answer"] });
});

it("starts a thread again for answers that answer each other in a circle", async () => {
  const { figures } = await importComments(["a,1,b,one,2026-01-01", "b,1,c,two,2026-01-02", "c,1,a,three,2026-01-03"]);
  const tops = Object.values(await threads()).filter(([parent]) => parent === null);

  expect(figures.created).toBe(3);
  expect(tops.length).toBeGreaterThan(0);
});

it("starts a thread for an answer to another idea's comment", async () => {
  await importComments(["a,1,,here,2026-01-01", "c,2,a,elsewhere,2026-01-03"]);

  expect(await threads()).toEqual({ here: [null, "here"], elsewhere: [null, "elsewhere"] });
});

it("refuses comments on an idea that was not imported", async () => {
  expect((await importComments(["a,7,,text,2026-01-01"])).figures).toMatchObject({ read: 1, rejected: 1 });
});

it("keeps the place of a comment that was removed, so that answers stay where they were", async () => {
  await importComments(["a,1,,,2026-01-01", "b,1,a,answer,2026-01-02"]);

  expect(await db.comment.findMany({ orderBy: { createdAt: "asc" } })).toMatchObject([
    { body: "", deletedAt: expect.any(Date) },
    { body: "answer", deletedAt: null },
  ]);
  expect(await db.ideaTally.findFirst({ where: { comments: 1 } })).not.toBeNull();
});

it("updates a comment that the source changed, unless it was taken away here", async () => {
  await importComments(["a,1,,before,2026-01-01", "b,1,,rude,2026-01-02"]);
  await db.comment.updateMany({ where: { body: "rude" }, data: { body: "", deletedAt: new Date() } });
  const { figures } = await importComments(["a,1,,after,2026-01-01", "b,1,,still rude,2026-01-02"]);

  expect(figures).toMatchObject({ updated: 2 });
  expect((await db.comment.findMany()).map(({ body }) => body).sort()).toEqual(["", "after"]);
});
