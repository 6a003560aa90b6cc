import { Prisma } from "../platform/db/client";

/**
 * What an idea's clock says where the organisation is, and how many support it, here and where it came from: columns for
 * queries that call the review `r` and the tally `n`.
 *
 * @param timeZone IANA name
 */
export const clockSql = (timeZone: string): Prisma.Sql => Prisma.sql`
  r.due_at as "dueAt",
  (r.due_at at time zone ${timeZone})::date - (now() at time zone ${timeZone})::date as "dueIn",
  coalesce(r.due_at < now(), false) as "isLate",
  r.waiting_since as "waitingSince",
  r.next_on::timestamp at time zone ${timeZone} as "nextOn",
  r.next_on - (now() at time zone ${timeZone})::date as "nextIn",
  n.votes + coalesce((select x.supporters from external_support x where x.idea_id = n.idea_id), 0) as votes`;
