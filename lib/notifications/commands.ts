import type { z } from "zod";
import type { Actor } from "../access/actor";
import { visibleIdeasSql } from "../access/visibility";
import { now } from "../platform/clock";
import { db } from "../platform/db/client";
import { notFound } from "../platform/errors";
import { type NewsRow, newsOf, newsPath, newsSql } from "./news";
import type { notificationRef } from "./schema";

/** Marks one line of `actor`'s inbox as read. Doing it again, or with somebody else's, changes nothing. */
export async function markRead(actor: Actor, { notificationId }: z.output<typeof notificationRef>): Promise<void> {
  await db.notification.updateMany({
    where: { id: notificationId, personId: actor.id, readAt: null },
    data: { readAt: now() },
  });
}

/** Marks everything in `actor`'s inbox as read. */
export async function markAllRead(actor: Actor): Promise<void> {
  await db.notification.updateMany({ where: { personId: actor.id, readAt: null }, data: { readAt: now() } });
}

/**
 * Opens one line of `actor`'s inbox: it is read from here on.
 *
 * @returns the address of what it tells of
 * @throws Failure `not_found` when it is not theirs, or tells of what they may no longer see
 */
export async function openNews(actor: Actor, ref: z.output<typeof notificationRef>): Promise<string> {
  const [row] = await db.$queryRaw<NewsRow[]>`
    select ${newsSql.columns}
      from notification n
           ${newsSql.joins}
     where n.id = ${ref.notificationId}::uuid
       and n.person_id = ${actor.id}::uuid
       and ${visibleIdeasSql(actor)}`;
  if (!row) throw notFound();
  await markRead(actor, ref);
  return newsPath(newsOf(row));
}
