import { readFileSync } from "node:fs";
import { join } from "node:path";
import { givenIdea } from "@/__tests__/support/database";
import { db } from "@/lib/platform/db/client";
import { listUncompared } from "@/lib/search/compare-ideas";

const migration = readFileSync(join(process.cwd(), "prisma/migrations/0033_compare_due/migration.sql"), "utf8");
const migrated = () =>
  db.$transaction(async (tx) => {
    for (const statement of migration.split(";").filter((text) => /\S/.test(text)))
      await tx.$executeRawUnsafe(statement);
  });

/** An idea that no list of what is to be compared holds, posted and imported so many days before that list was first made. */
async function unlisted(days: number): Promise<string> {
  const { id } = await givenIdea();
  await db.$executeRaw`
    update idea
       set created_at = m.finished_at - make_interval(days => ${days}::int),
           submitted_at = m.finished_at - make_interval(days => ${days}::int)
      from _prisma_migrations m
     where idea.id = ${id}::uuid
       and m.migration_name = '0027_quick'`;
  await db.compareDue.delete({ where: { ideaId: id } });
  return id;
}

it("what a running portal took in while the list of what is to be compared was made is compared after all, once", async () => {
  const [meanwhile, edited, settled] = [await unlisted(0), await unlisted(400), await unlisted(400)];
  await db.$executeRaw`
    update idea
       set edited_at = m.finished_at
      from _prisma_migrations m
     where idea.id = ${edited}::uuid
       and m.migration_name = '0027_quick'`;

  await migrated();
  const due = await listUncompared(100);
  expect(due).toEqual(expect.arrayContaining([meanwhile, edited]));
  expect(due).not.toContain(settled);

  await migrated();
  expect(await listUncompared(100)).toEqual(due);
});
