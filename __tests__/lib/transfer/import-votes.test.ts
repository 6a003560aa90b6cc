import { db } from "@/lib/platform/db/client";
import { fileOf, importIdeas, importMapped, importVotes, settled, simpleMapping } from "./importing";

beforeEach(async () => {
  await db.$executeRaw`truncate import_source, idea, person, vote, import_record, import_run, import_link cascade`;
  await importIdeas(["1,One,,2026-01-01,", "2,Two,,2026-01-01,"]);
});

const votes = async () =>
  (await db.vote.findMany({ include: { idea: true, voter: true } }))
    .map(({ idea, voter }) => `${voter.name} ${idea.title}`)
    .sort();

it("counts support alone as a vote", async () => {
  const { figures } = await importVotes(["1,ana,1,", "1,eva,-1,", "1,leo,0,", "2,ana,1,"]);

  expect(figures).toMatchObject({ created: 4 });
  expect(await votes()).toEqual(["ana One", "ana Two"]);
  expect(await db.ideaTally.findMany()).toMatchObject([{ votes: 1 }, { votes: 1 }]);
});

it.each([
  ["the later time", ["1,ana,1,2026-01-03", "1,ana,-1,2026-01-02"], ["ana One"]],
  ["the later line where times are equal", ["1,ana,-1,2026-01-02", "1,ana,1,2026-01-02"], ["ana One"]],
  ["the later line where there are no times", ["1,ana,1,", "1,ana,0,", "1,ana,1,", "1,ana,-1,"], []],
])("lets the last word count: %s", async (_, rows, expected) => {
  const first = await importVotes(rows);
  const result = await votes();
  const second = await importVotes(rows);

  expect(result).toEqual(expected);
  expect(settled(first)).toBe(rows.length);
  expect(second.figures).toMatchObject({ created: 0, updated: 0, unchanged: rows.length });
  expect(await votes()).toEqual(expected);
});

it("lets the last word count across batches", async () => {
  const others = Array.from({ length: 5_000 }, (_, index) => `2,voter${index},0,`);
  const rows = ["1,ana,1,", ...others, "1,ana,-1,", "1,eva,1,"];
  await importVotes(rows);

  expect(await votes()).toEqual(["eva One"]);
  expect((await importVotes(rows)).figures).toMatchObject({ unchanged: rows.length });
});

it("lets a newer file correct an older one", async () => {
  await importVotes(["1,ana,1,", "1,eva,1,"]);
  const { figures } = await importVotes(["1,eva,1,", "1,ana,0,"]);

  expect(figures).toMatchObject({ updated: 1, unchanged: 1 });
  expect(await votes()).toEqual(["eva One"]);
});

it("refuses votes for one's own idea, for no idea, by nobody, and that say nothing", async () => {
  await importMapped(fileOf("id,title,body,at,into,who\n3,Three,,2026-01-01,,ana\n"), simpleMapping({ author: "who" }));
  const { figures } = await importVotes(["3,ana,1,", "9,ana,1,", "1,,1,", "1,ana,yes,"]);

  expect(figures).toMatchObject({ read: 4, rejected: 4 });
  expect(
    (await db.importReject.findMany({ where: { run: { read: 4 } }, orderBy: { row: "asc" } })).map(
      ({ reason }) => reason,
    ),
  ).toEqual(["transfer.ownVote", "transfer.ideaUnknown", "transfer.voterMissing", "transfer.voteUnreadable"]);
});

it("takes a vote without a time for as old as its idea", async () => {
  await importVotes(["1,ana,1,", "2,ana,1,2026-02-01T00:00:00Z"]);
  const all = await db.vote.findMany({ include: { idea: true }, orderBy: { createdAt: "asc" } });

  expect(all[0]?.createdAt).toEqual(all[0]?.idea.submittedAt);
  expect(all[1]?.createdAt.toISOString()).toBe("2026-02-01T00:00:00.000Z");
});
