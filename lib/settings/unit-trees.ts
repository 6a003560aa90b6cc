import { db, Prisma } from "../platform/db/client";
import type { Unit, UnitKind } from "./schema";

/** A tree in reading order: each branch followed by what hangs on it, siblings by name, accents and case aside. */
const inTreeOrder = (table: Prisma.Sql) => db.$queryRaw<Unit[]>`
  with recursive tree as (
    select u.id, u.name, 0 as depth, array[lower(unaccent(u.name))] as path
      from ${table} u
     where u.parent_id is null
     union all
    select u.id, u.name, t.depth + 1, t.path || lower(unaccent(u.name))
      from ${table} u
      join tree t on u.parent_id = t.id
  )
  select id, name, depth from tree order by path, id`;

const categoriesInOrder = () => db.$queryRaw<Unit[]>`
  select id, name::text, 0 as depth
    from category
   order by position, lower(unaccent(name::text))`;

/** How the organisation is divided, and what ideas are filed under: the only order in which units are shown. */
export async function unitTrees(): Promise<Record<UnitKind, Unit[]>> {
  const [department, place, category] = await Promise.all([
    inTreeOrder(Prisma.sql`department`),
    inTreeOrder(Prisma.sql`place`),
    categoriesInOrder(),
  ]);
  return { department, place, category };
}
