import { Prisma } from "../platform/db/client";
import type { Scope } from "./scope";

/** What is asked of rows that carry an idea's units, as conditions to follow others; nothing where all of them count. */
export function narrowedTo({ departments, places, categoryId }: Scope): Prisma.Sql {
  const conditions = [
    departments && Prisma.sql`and department_id = any (${departments}::uuid[])`,
    places && Prisma.sql`and place_id = any (${places}::uuid[])`,
    categoryId && Prisma.sql`and category_id = ${categoryId}::uuid`,
  ].filter((condition) => condition instanceof Prisma.Sql);
  return conditions.length > 0 ? Prisma.join(conditions, " ") : Prisma.empty;
}
