import { Prisma } from "../platform/db/client";
import type { Actor } from "./actor";

/**
 * Which ideas `actor` may know of, as a Prisma filter: everybody's, except drafts, which are their author's alone.
 * What is not visible does not exist: not in lists, counts, search, feeds or the API.
 */
export const visibleIdeas = (actor: Actor): Prisma.IdeaWhereInput => ({
  OR: [{ status: { not: "draft" } }, { authorId: actor.id }],
});

/** The same as SQL, for queries that call the idea `i`. */
export const visibleIdeasSql = (actor: Actor): Prisma.Sql =>
  Prisma.sql`(i.status <> 'draft' or i.author_id = ${actor.id}::uuid)`;

/** The same for everybody at once, in queries that call the person `p` and the idea `i`. */
export const ideaVisibleToPersonSql = Prisma.sql`(i.status <> 'draft' or i.author_id = p.id)`;

/** Whether a person may read what reviewers tell each other: the permission `review.read`, for queries about many. */
export const readsReviewsSql = (personId: Prisma.Sql): Prisma.Sql => Prisma.sql`
  exists (select
            from person_role r
           where r.person_id = ${personId}
             and r.role in ('reviewer', 'executive', 'administrator'))`;
