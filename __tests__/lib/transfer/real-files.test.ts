import { existsSync } from "node:fs";
import { resolve } from "node:path";
import { db } from "@/lib/platform/db/client";
import { shippedMappings } from "@/lib/transfer/shipped-mappings";
import { importPath, settled } from "./importing";

/** The files are too large for the repository, and beside it only where it is developed. */
const folder = [resolve("../shared/data"), process.env.REAL_DATA ?? ""].find((path) => path && existsSync(path));

/** Ideas before the comments and votes on them. */
const order = ["idea", "comment", "vote", "nothing"];
const files = [...shippedMappings.values()]
  .sort((a, b) => order.indexOf(a.kind) - order.indexOf(b.kind))
  .flatMap(({ name, files: [file = ""] }) => {
    const path = [file, `${file}.gz`].map((one) => `${folder}/${one}`).find((one) => existsSync(one));
    return path ? [{ name, path }] : [];
  });

if (!folder) {
  console.warn("NOT RUN: imports of the real files, because ../shared/data is not there. Set REAL_DATA to its place.");
}

const whenThere = folder ? it : it.skip;

whenThere.each(files.length > 0 ? files : [{ name: "none", path: "" }])(
  "accounts for every row of $name, and changes nothing the second time",
  async ({ name, path }) => {
    const first = await importPath(path, name);
    const second = await importPath(path, name);

    expect(settled(first)).toBe(first.figures.read);
    expect(second.figures).toEqual({
      read: first.figures.read,
      created: 0,
      updated: 0,
      unchanged: first.figures.read - first.figures.rejected,
      rejected: first.figures.rejected,
    });
  },
  180_000,
);

whenThere("brings all of it", async () => {
  const bySource = await db.idea.groupBy({ by: ["sourceId"], _count: true, orderBy: { sourceId: "asc" } });

  expect(Object.fromEntries(bySource.map(({ sourceId, _count }) => [sourceId, _count]))).toEqual({
    "decide-madrid": 1_674,
    "decide-madrid-2019": 57,
    "open-government-dialogue": 765,
    polis: 1_182,
    "uk-petitions": 2_679,
    valladolid: 669,
    "we-the-people": 698,
  });
  // 63 grouped, of which two pairs into each other: one of each pair stays.
  expect(await db.merge.count({ where: { duplicate: { sourceId: "valladolid" } } })).toBe(61);
  expect(await db.costEstimate.count()).toBe(84);
  expect(await db.comment.count()).toBe(4_412 + 1_561);
  expect(await db.vote.count()).toBe(98_501);
});

whenThere("keeps nothing of the sources' markup", async () => {
  const [found] = await db.$queryRaw<[{ ideas: number; comments: number }]>`
    select (select count(*)::int from idea where body ~ '(^|[^\\\\])<') as ideas,
           (select count(*)::int from comment where body ~ '(^|[^\\\\])<') as comments`;

  expect(found).toEqual({ ideas: 0, comments: 0 });
});
