import type { z } from "zod";
import type { Actor } from "../access/actor";
import { can } from "../access/authorize";
import { type Db, db, Prisma, transaction } from "../platform/db/client";
import { Failure, notFound } from "../platform/errors";
import { record } from "../platform/events";
import { countForNetwork } from "../platform/rate-limit";
import { mailChoiceChanged } from "./events";
import type { unsubscribeInput } from "./schema";
import {
  defaultRhythms,
  kinds,
  type letterRhythms,
  type MailChoices,
  type Mailing,
  type NewsKind,
  type Rhythm,
} from "./schema";
import { readUnsubscribeToken } from "./unsubscribe-token";

type Rhythms = Record<NewsKind, Rhythm> & { letter: (typeof letterRhythms)[number] };

async function rhythmsOf(tx: Db, personId: string): Promise<Rhythms> {
  const rows = await tx.mailPreference.findMany({ where: { personId } });
  const chosen = Object.fromEntries(rows.map(({ kind, rhythm }) => [kind, rhythm]));
  return { ...defaultRhythms, letter: "monthly", ...chosen };
}

/** How often mails come to `actor`, and where their mornings are. */
export async function mailChoicesOf(actor: Actor): Promise<MailChoices> {
  const { timeZone } = await db.person.findUniqueOrThrow({ where: { id: actor.id }, select: { timeZone: true } });
  const { letter, ...rhythms } = await rhythmsOf(db, actor.id);
  return { ...rhythms, ...(can(actor, "letter.get") && { letter }), timeZone };
}

/** Keeps what was chosen, also for what waits to be told already: that which waits is sent at no other time than now. */
async function keep(tx: Db, personId: string, chosen: Partial<Rhythms>): Promise<void> {
  const rows = Object.entries(chosen).map(([kind, rhythm]) => ({ kind, rhythm }));
  const choice = Prisma.sql`jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as choice (kind text, rhythm text)`;
  await tx.$executeRaw`
    insert into mail_preference (person_id, kind, rhythm)
    select ${personId}::uuid, kind, rhythm from ${choice}
        on conflict (person_id, kind) do update set rhythm = excluded.rhythm`;
  await tx.$executeRaw`
    update notification n
       set rhythm = choice.rhythm
      from ${choice}
     where n.person_id = ${personId}::uuid
       and n.kind = choice.kind
       and n.rhythm in ('daily', 'weekly')
       and (n.digest_id is null or choice.rhythm = 'never')
       and choice.rhythm <> 'now'`;
}

/** Has mails come to `actor` as often as they choose for each kind of news. */
export const chooseMails = (actor: Actor, { timeZone, ...chosen }: MailChoices): Promise<void> =>
  transaction(async (tx) => {
    await keep(tx, actor.id, chosen);
    await tx.person.update({ where: { id: actor.id }, data: { timeZone } });
    await record(tx, actor, mailChoiceChanged, actor.id, { to: chosen, by: "settings" });
  });

const isMeant = (mailing: Mailing, kind: keyof Rhythms, rhythm: Rhythms[keyof Rhythms]) =>
  mailing === "all" || mailing === kind || (mailing === "digest" && (rhythm === "daily" || rhythm === "weekly"));

/**
 * Ends the mails that a link in one of them is about, or all of them, for the person it was sent to; whoever has the
 * mail may do so without signing in. Doing it again changes nothing.
 *
 * @throws Failure `not_found` when the link is none of ours
 */
export async function endMails(_visitor: null, { token, all }: z.output<typeof unsubscribeInput>): Promise<void> {
  const link = readUnsubscribeToken(token);
  if (!link) {
    await countForNetwork("failures");
    throw notFound();
  }
  const { personId } = link;
  const mailing = all ? "all" : link.mailing;
  await transaction(async (tx) => {
    if ((await tx.person.count({ where: { id: personId } })) === 0)
      throw new Failure("not_found", "validation.notFound");
    const before = await rhythmsOf(tx, personId);
    const ended = ([...kinds, "letter"] as const).filter(
      (kind) => before[kind] !== "never" && isMeant(mailing, kind, before[kind]),
    );
    if (ended.length === 0) return;
    const to = Object.fromEntries(ended.map((kind) => [kind, "never" as const]));
    await keep(tx, personId, to);
    await record(tx, { id: personId, via: "web" }, mailChoiceChanged, personId, { to, by: "link" });
  });
}

/** What a link in a mail would end; fails where it is none of ours. */
export function mailingOf(token: string): Mailing {
  const link = readUnsubscribeToken(token);
  if (!link) throw notFound();
  return link.mailing;
}
