import { Prisma } from "../platform/db/client";
import { narrowedTo } from "./narrowed";
import type { Scope } from "./scope";

/**
 * Which facts are about ideas that were posted in the months and units of a scope, for queries that call the fact `f`.
 * Duplicates and ideas that were taken back are nobody's proposals any more.
 */
export const factsInSql = (scope: Scope): Prisma.Sql => Prisma.sql`(
  f.posted_on >= ${`${scope.months[0]}-01`}::date
  and f.posted_on < ${`${scope.months.at(-1)}-01`}::date + interval '1 month'
  and f.status not in ('merged', 'withdrawn')
  ${narrowedTo(scope, "f")})`;
