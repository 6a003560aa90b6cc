import { Prisma } from "../platform/db/client";
import type { Scope } from "./scope";

const within = (column: Prisma.Sql, ids: string[] | null): Prisma.Sql =>
  ids === null ? Prisma.empty : Prisma.sql`and ${column} = any(${ids}::uuid[])`;

/**
 * Which facts are about ideas that were posted in the months and units of a scope, for queries that call the fact `f`.
 * Duplicates and ideas that were taken back are nobody's proposals any more.
 */
export const factsInSql = ({ months, departments, places, categoryId }: Scope): Prisma.Sql => Prisma.sql`(
  f.posted_on >= ${`${months[0]}-01`}::date
  and f.posted_on < ${`${months.at(-1)}-01`}::date + interval '1 month'
  and f.status not in ('merged', 'withdrawn')
  ${within(Prisma.sql`f.department_id`, departments)}
  ${within(Prisma.sql`f.place_id`, places)}
  ${within(Prisma.sql`f.category_id`, categoryId === null ? null : [categoryId])})`;
