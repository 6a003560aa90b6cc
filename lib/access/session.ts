import { cookies, headers } from "next/headers";
import { cache } from "react";
import { minutesFromNow, now } from "../platform/clock";
import { db, transaction } from "../platform/db/client";
import { Failure } from "../platform/errors";
import { record } from "../platform/events";
import type { Locale } from "../platform/i18n/locales";
import { ownCookie, ownCookieOptions } from "../platform/own-cookie";
import { hashOf, newSecret } from "../platform/secret";
import type { Actor } from "./actor";
import { personSignedIn, type WayIn } from "./events";
import { actorOf, type Owner, ownerSql } from "./owner";
import { visitorLocale } from "./visitor";

/** However busy, a browser signs in anew after this long. OWASP ASVS 7.3: chosen by us as a week. */
export const SESSION_DAYS = 7;

/** The name of the cookie that holds the session's secret. */
export const sessionCookie = () => ownCookie("session");

/** Whoever a session belongs to, and how much they were told that they have not read; more than that is many. */
type SessionOwner = Owner & { unread: number };

/** As far as anybody is told how much is new; chosen by us. */
const MOST_UNREAD = 100;

/**
 * Whose session this is. Sessions idle for eight hours, ended ones, and those of suspended people are nobody's:
 * asked anew on every request, so that revoking works at once.
 */
async function ownerOfSession(secret: string): Promise<SessionOwner | undefined> {
  const [owner] = await db.$queryRaw<SessionOwner[]>`
    with seen as (
      update session
         set last_seen_at = now()
       where token_hash = ${hashOf(secret)}
         and last_seen_at between now() - interval '8 hours' and now() - interval '5 minutes'
    )
    select ${ownerSql},
           (select count(*)::int
              from (select from notification n where n.person_id = p.id and n.read_at is null limit ${MOST_UNREAD}) new
           ) as unread
      from session s
      join person p on p.id = s.person_id
     cross join organisation o
     where s.token_hash = ${hashOf(secret)}
       and s.expires_at > now()
       and s.last_seen_at > now() - interval '8 hours'
       and p.status = 'active'`;
  return owner;
}

/** Who a session's secret stands for; nobody, when it opens nothing. */
export const actorOfSession = async (secret: string, fallback: Locale): Promise<Actor | null> =>
  actorOf(await ownerOfSession(secret), "web", fallback);

const sessionOwner = cache(async (): Promise<SessionOwner | undefined> => {
  const secret = (await cookies()).get(sessionCookie())?.value;
  return secret ? ownerOfSession(secret) : undefined;
});

/** Who is asking, by the browser's cookie; asked once per request. */
export const sessionActor = cache(
  async (): Promise<Actor | null> => actorOf(await sessionOwner(), "web", await visitorLocale()),
);

/** How many lines of their inbox whoever is asking has not read, for the bell on every page; answered by the way. */
export const unreadOfSession = async (): Promise<number> => (await sessionOwner())?.unread ?? 0;

/** What the session of this browser is called in the list of a person's sessions. */
export async function currentSession(): Promise<string | null> {
  const secret = (await cookies()).get(sessionCookie())?.value;
  return secret ? hashOf(secret) : null;
}

/** A browser that is about to be signed in. `before` is the secret of the session it held until now. */
export type NewSession = { personId: string; by: WayIn; browser: string; before?: string; secret?: string };

/**
 * Writes a new session down and ends the one the browser held before. Answers the secret that opens it.
 *
 * @throws Failure `forbidden` for people who are suspended, or only came with an import
 */
export async function startSession({ personId, by, browser, before, secret = newSecret() }: NewSession) {
  const expiresAt = minutesFromNow(SESSION_DAYS * 24 * 60);
  await transaction(async (tx) => {
    const mayEnter = await tx.person.count({ where: { id: personId, status: "active" } });
    if (!mayEnter) throw new Failure("forbidden", "access.refused_suspended");
    await tx.session.deleteMany({
      where: { OR: [{ expiresAt: { lt: now() } }, ...(before ? [{ tokenHash: hashOf(before) }] : [])] },
    });
    await tx.session.create({
      data: { tokenHash: hashOf(secret), personId, expiresAt, browser: browser.slice(0, 300) },
    });
    await record(tx, { id: personId, via: "web" }, personSignedIn, personId, { by });
  });
  return { secret, expiresAt };
}

/** Signs a person in from here on: the browser gets a new secret, and whatever it held before is worthless. */
export async function openSession(personId: string, by: WayIn): Promise<void> {
  const jar = await cookies();
  const browser = (await headers()).get("user-agent") ?? "";
  const before = jar.get(sessionCookie())?.value;
  const { secret, expiresAt } = await startSession({ personId, by, browser, ...(before && { before }) });
  jar.set(sessionCookie(), secret, { ...ownCookieOptions(), expires: expiresAt });
}

/** Signs this browser out, on the server too. */
export async function closeSession(): Promise<void> {
  const jar = await cookies();
  const secret = jar.get(sessionCookie())?.value;
  if (secret) await db.session.deleteMany({ where: { tokenHash: hashOf(secret) } });
  jar.delete({ name: sessionCookie(), ...ownCookieOptions() });
}
