import type { Actor } from "../access/actor";
import { Prisma } from "../platform/db/client";

/**
 * Whether `actor` supports an idea, there or on one that was merged into it: for queries that call its tally `n`. An
 * author's vote for a duplicate is none for the own idea.
 */
export const supportedSql = ({ id }: Actor): Prisma.Sql => Prisma.sql`(
  exists (select from vote v where v.idea_id = n.idea_id and v.voter_id = ${id}::uuid)
  or n.duplicates > 0
     and exists (
       select from merge m
         join vote v on v.idea_id = m.duplicate_id
        where m.survivor_id = n.idea_id
          and v.voter_id = ${id}::uuid)
     and not exists (select from idea own where own.id = n.idea_id and own.author_id = ${id}::uuid))`;
