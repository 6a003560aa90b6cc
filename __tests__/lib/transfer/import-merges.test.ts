import { db } from "@/lib/platform/db/client";
import { mergeInto, reviewer, unmerge } from "../../support/merging";
import { importIdeas } from "./importing";

beforeEach(async () => {
  await db.$executeRaw`truncate import_source, idea, import_record, import_run, import_link cascade`;
});

/** Duplicate → survivor, by title. */
async function merges(): Promise<Record<string, string>> {
  const all = await db.merge.findMany({ include: { duplicate: true, survivor: true } });
  return Object.fromEntries(all.map(({ duplicate, survivor }) => [duplicate.title, survivor.title]));
}

const statusOf = async (title: string) => (await db.idea.findFirstOrThrow({ where: { title } })).status;

it("links a duplicate to the idea that stays, also when that comes later in the file", async () => {
  const { notes } = await importIdeas(["1,Copy,,2026-01-01,2", "2,Original,,2026-01-02,"]);

  expect(notes).toEqual({ merged: 1 });
  expect(await merges()).toEqual({ Copy: "Original" });
  expect([await statusOf("Copy"), await statusOf("Original")]).toEqual(["merged", "submitted"]);
});

it("makes no chains: everybody belongs to the one that stays", async () => {
  await importIdeas(["1,A,,2026-01-01,2", "2,B,,2026-01-02,3", "3,C,,2026-01-03,"]);

  expect(await merges()).toEqual({ A: "C", B: "C" });
});

it("leaves the older one standing when two were merged into each other", async () => {
  const { notes } = await importIdeas(["1,Older,,2026-01-01,2", "2,Newer,,2026-01-02,1", "3,Third,,2026-01-03,2"]);

  expect(notes).toEqual({ merged: 2, circles: 1 });
  expect(await merges()).toEqual({ Newer: "Older", Third: "Older" });
  expect(await statusOf("Older")).toBe("declined");
});

it("lets a duplicate wait for a survivor that is not here, and merges it when it comes", async () => {
  const { notes } = await importIdeas(["1,Copy,,2026-01-01,7"]);
  const before = await statusOf("Copy");
  await importIdeas(["7,Original,,2026-01-02,"]);

  expect([notes, before]).toEqual([{ waiting: 1 }, "declined"]);
  expect([await merges(), await statusOf("Copy")]).toEqual([{ Copy: "Original" }, "merged"]);
});

it("takes the first survivor that is here", async () => {
  await importIdeas(["1,Copy,,2026-01-01,8 3 2", "2,Two,,2026-01-02,", "3,Three,,2026-01-02,"]);

  expect(await merges()).toEqual({ Copy: "Three" });
});

it("does not merge again what somebody here took apart", async () => {
  const rows = ["1,Copy,,2026-01-01,2", "2,Original,,2026-01-02,"];
  await importIdeas(rows);
  await db.merge.deleteMany();
  await importIdeas(rows);

  expect(await merges()).toEqual({});
});

const idOf = async (title: string) => (await db.idea.findFirstOrThrow({ where: { title } })).id;

it("keeps the state of what a reviewer took apart, whatever the source says since", async () => {
  await importIdeas(["1,Copy,,2026-01-01,2", "2,Original,,2026-01-02,"]);
  await unmerge(await reviewer(), await idOf("Copy"));
  const before = await statusOf("Copy");
  await importIdeas(["1,Copy,,2026-01-01,", "2,Original,,2026-01-02,"]);

  expect([before, await statusOf("Copy")]).toEqual(["declined", "declined"]);
});

it("does not merge it again when its text changes, by way of a chain", async () => {
  const marta = await reviewer();
  await importIdeas(["1,Copy,,2026-01-01,2", "2,Original,,2026-01-02,3", "3,Last,,2026-01-03,"]);
  expect(await merges()).toEqual({ Copy: "Last", Original: "Last" });
  await unmerge(marta, await idOf("Copy"));
  await importIdeas(["1,Copy,Anew,2026-01-01,2", "2,Original,,2026-01-02,3", "3,Last,,2026-01-03,"]);

  expect(await merges()).toEqual({ Original: "Last" });
});

it("does not merge it again where the idea that was named became part of another one since", async () => {
  const marta = await reviewer();
  const rows = ["2,Original,,2026-01-02,", "3,Last,,2026-01-03,"];
  await importIdeas(["1,Copy,,2026-01-01,2", ...rows]);
  await unmerge(marta, await idOf("Copy"));
  await mergeInto(marta, await idOf("Original"), await idOf("Last"));
  await importIdeas(["1,Copy,Anew,2026-01-01,2", ...rows]);

  expect(await merges()).toEqual({ Original: "Last" });
});
