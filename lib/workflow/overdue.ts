import { Prisma } from "../platform/db/client";

/**
 * Ideas that wait for a decision and not for their author, for queries that call the review `r`: in the words of the partial
 * indexes that hold them.
 */
export const isOpen = Prisma.sql`r.status in ('submitted', 'in_review') and r.waiting_since is null`;

/** Open ideas whose answer or decision was promised for a time that is over: a range of the index by what is due. */
export const isOverdue = Prisma.sql`${isOpen} and coalesce(r.due_at, 'infinity') < now()`;
