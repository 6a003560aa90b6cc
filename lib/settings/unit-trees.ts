import { db, Prisma } from "../platform/db/client";
import type { Unit, UnitKind } from "./schema";

/** A tree in reading order: each branch followed by what hangs on it, siblings by name, accents and case aside. */
const inTreeOrder = (table: Prisma.Sql): Prisma.Sql => Prisma.sql`
  with recursive tree as (
    select u.id, u.name, 0 as depth, array[lower(unaccent(u.name))] as path
      from ${table} u
     where u.parent_id is null
     union all
    select u.id, u.name, t.depth + 1, t.path || lower(unaccent(u.name))
      from ${table} u
      join tree t on u.parent_id = t.id
  )
  select json_agg(json_build_object('id', id, 'name', name, 'depth', depth) order by path, id) from tree`;

const categoriesInOrder = Prisma.sql`
  select json_agg(json_build_object('id', id, 'name', name, 'depth', 0) order by position, lower(unaccent(name::text)))
    from category`;

/** How the organisation is divided, and what ideas are filed under: the only order in which units are shown. */
export async function unitTrees(): Promise<Record<UnitKind, Unit[]>> {
  const [trees] = await db.$queryRaw<Record<UnitKind, Unit[] | null>[]>`
    select (${inTreeOrder(Prisma.sql`department`)}) as department,
           (${inTreeOrder(Prisma.sql`place`)}) as place,
           (${categoriesInOrder}) as category`;
  return { department: trees?.department ?? [], place: trees?.place ?? [], category: trees?.category ?? [] };
}
