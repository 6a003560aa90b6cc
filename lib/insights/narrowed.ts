import { Prisma } from "../platform/db/client";
import type { Scope } from "./scope";

const names = { f: Prisma.sql`f.`, i: Prisma.sql`i.` };

/**
 * What is asked of rows that carry an idea's units, as conditions to follow others; nothing where all of them count.
 *
 * @param table what the query calls their table, where others in it carry units too
 */
export function narrowedTo({ departments, places, categoryId }: Scope, table?: keyof typeof names): Prisma.Sql {
  const its = table ? names[table] : Prisma.empty;
  const conditions = [
    departments && Prisma.sql`and ${its}department_id = any (${departments}::uuid[])`,
    places && Prisma.sql`and ${its}place_id = any (${places}::uuid[])`,
    categoryId && Prisma.sql`and ${its}category_id = ${categoryId}::uuid`,
  ].filter((condition) => condition instanceof Prisma.Sql);
  return conditions.length > 0 ? Prisma.join(conditions, " ") : Prisma.empty;
}
