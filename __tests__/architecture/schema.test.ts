import { globSync, readdirSync, readFileSync } from "node:fs";
import { db } from "@/lib/platform/db/client";
import { expectedMigration } from "@/lib/platform/db/expected-migration";

const schema = globSync("prisma/schema/*.prisma")
  .map((path) => readFileSync(path, "utf8"))
  .join("\n");
const models = [...schema.matchAll(/^model (\w+) \{\n([\s\S]*?)^\}/gm)].map(([, name = "", body = ""]) => ({
  name,
  body,
}));
const modelNames = new Set(models.map(({ name }) => name));

/** The columns of a model as `table.column`, with a question mark where there may be nothing. */
function columnsOf({ body }: { body: string }): string[] {
  const table = /@@map\("(\w+)"\)/.exec(body)?.[1] ?? "";
  return [...body.matchAll(/^ {2}(\w+)\s+(\w+(?:\("\w+"\))?)(\[\])?(\?)?(.*)$/gm)]
    .filter(([, , type = ""]) => !modelNames.has(type))
    .map(
      ([, field = "", , , optional = "", rest = ""]) =>
        `${table}.${/ @map\("(\w+)"\)/.exec(rest)?.[1] ?? field}${optional}`,
    );
}

it("the database has exactly the columns that the schema describes", async () => {
  const rows = await db.$queryRaw<{ name: string }[]>`
    select table_name || '.' || column_name || case when is_nullable = 'YES' then '?' else '' end as name
      from information_schema.columns
      join information_schema.tables using (table_schema, table_name)
     where table_schema = 'public'
       and table_type = 'BASE TABLE'
       and table_name <> '_prisma_migrations'`;

  expect(rows.map(({ name }) => name).sort()).toEqual(models.flatMap(columnsOf).sort());
});

it("every table says what it is for", () => {
  const silent = models
    .filter(({ name }) => !new RegExp(`///[^\\n]*\\nmodel ${name} `).test(schema))
    .map(({ name }) => name);

  expect(silent).toEqual([]);
});

it("the newest migration is the one that readiness waits for", () => {
  const folders = readdirSync("prisma/migrations", { withFileTypes: true }).filter((entry) => entry.isDirectory());

  expect(
    folders
      .map(({ name }) => name)
      .sort()
      .at(-1),
  ).toBe(expectedMigration);
});
