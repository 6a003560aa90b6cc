import type { z } from "zod";
import type { Actor } from "../access/actor";
import { visibleIdeasSql } from "../access/visibility";
import { db, Prisma } from "../platform/db/client";
import { type NewsRow, newsOf, newsSql } from "./news";
import type { Inbox, inboxPlace } from "./schema";

/** As many lines as one reads at a sitting; chosen by us. */
const LINES_A_PAGE = 25;

/** One page of what `actor` was told, newest first, of ideas that they may still see. */
export async function listInbox(actor: Actor, { before }: z.output<typeof inboxPlace>): Promise<Inbox> {
  const older = before
    ? Prisma.sql`and n.event_id < (select b.event_id from notification b where b.id = ${before}::uuid and b.person_id = ${actor.id}::uuid)`
    : Prisma.empty;
  const rows = await db.$queryRaw<(NewsRow & { unread: number })[]>`
    select ${newsSql.columns},
           (select count(*)::int from notification u where u.person_id = ${actor.id}::uuid and u.read_at is null) as unread
      from notification n
           ${newsSql.joins}
     where n.person_id = ${actor.id}::uuid
       and ${visibleIdeasSql(actor)}
       ${older}
     order by n.event_id desc
     limit ${LINES_A_PAGE + 1}`;
  const news = rows.slice(0, LINES_A_PAGE).map(({ unread: _, ...row }) => newsOf(row));
  return {
    news,
    unread: rows[0]?.unread ?? 0,
    next: rows.length > LINES_A_PAGE ? (news.at(-1)?.id ?? null) : null,
  };
}
