import type { Actor } from "../access/actor";
import { visibleIdeasSql } from "../access/visibility";
import { followedSql } from "../ideas/followed";
import { listedStates } from "../ideas/states";
import { db, Prisma } from "../platform/db/client";
import { answers } from "./answers";
import type { IdeaFilters } from "./schema";

/** Filters with everything looked up that a plan must know to be a good one. */
export type Resolved = IdeaFilters & { departments: string[]; places: string[]; tagId: string | null };

/**
 * Looks up what the filters name: all units below a department or place, the id of a tag. Apart from the list itself,
 * so that PostgreSQL plans the list knowing how many ideas to expect.
 */
export async function resolveFilters(filters: IdeaFilters): Promise<Resolved> {
  const { department = null, place = null, tag = null } = filters;
  if (!department && !place && !tag) return { ...filters, departments: [], places: [], tagId: null };

  const [found] = await db.$queryRaw<Pick<Resolved, "departments" | "places" | "tagId">[]>`
    with recursive unit (id) as (
      select ${department}::uuid
      union
      select d.id from department d join unit u on d.parent_id = u.id
    ), spot (id) as (
      select ${place}::uuid
      union
      select p.id from place p join spot s on p.parent_id = s.id
    )
    select array(select id::text from unit where id is not null) as departments,
           array(select id::text from spot where id is not null) as places,
           (select id from tag where name = ${tag}) as "tagId"`;
  return {
    ...filters,
    departments: found?.departments ?? [],
    places: found?.places ?? [],
    tagId: found?.tagId ?? null,
  };
}

/**
 * What can be found, as `s`, and of each idea as `i` what filters and visibility ask for: kept beside the words, so that
 * nothing else has to be read to narrow and count answers.
 */
export const searchable = Prisma.sql`
  idea_search s
 cross join lateral (
         select s.idea_id as id, s.status, s.language, s.author_id, s.category_id, s.department_id, s.place_id, s.submitted_at
       ) i`;

/**
 * What an idea must fulfil to be in the list, for queries that call the idea `i` and, where there is a question, its
 * `idea_search` `s`. What `actor` may not see never fulfils it.
 */
export function filterSql(actor: Actor, filters: Resolved): Prisma.Sql {
  const { q, state, category, department, departments, place, places, tag, tagId, language, author, following } =
    filters;
  const authorId = author === "me" ? actor.id : author;
  const conditions = [
    visibleIdeasSql(actor),
    Prisma.sql`i.status = any (${state?.length ? state : listedStates}::idea_status[])`,
    category && Prisma.sql`i.category_id = ${category}::uuid`,
    department && Prisma.sql`i.department_id = any (${departments}::uuid[])`,
    place && Prisma.sql`i.place_id = any (${places}::uuid[])`,
    tag && Prisma.sql`exists (select from idea_tag it where it.idea_id = i.id and it.tag_id = ${tagId}::uuid)`,
    language && Prisma.sql`i.language = ${language}`,
    authorId && Prisma.sql`i.author_id = ${authorId}::uuid`,
    following && Prisma.sql`i.id in (${followedSql(actor)})`,
    q && answers(q),
  ];
  return Prisma.join(
    conditions.filter((condition) => typeof condition === "object"),
    "\n and ",
  );
}
