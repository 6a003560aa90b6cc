import type { Actor } from "../access/actor";
import { Prisma } from "../platform/db/client";

/**
 * Whether `actor` supports an idea, there or on one that was merged into it: for queries that call its tally `n`. An
 * author's vote for a duplicate is none for the own idea.
 */
export const supportedSql = ({ id }: Actor): Prisma.Sql => Prisma.sql`(
  (select true from vote v where v.idea_id = n.idea_id and v.voter_id = ${id}::uuid) is not null
  or n.duplicates > 0 and supports_duplicate(n.idea_id, ${id}::uuid))`;
