import type { Actor } from "../access/actor";
import type { Scope } from "../access/schema";
import { now } from "../platform/clock";
import { db } from "../platform/db/client";
import { browserName } from "./browser-name";
import type { Connection, OpenSession, Profile, Token } from "./schema";

/** What the organisation knows of `actor`. */
export async function profileOf(actor: Actor): Promise<Profile> {
  const { department, place, ...person } = await db.person.findUniqueOrThrow({
    where: { id: actor.id },
    select: { name: true, email: true, department: { select: { name: true } }, place: { select: { name: true } } },
  });
  return { ...person, department: department?.name ?? null, place: place?.name ?? null };
}

/** The tokens of `actor` that still work, newest first. */
export async function listTokens(actor: Actor): Promise<Token[]> {
  const tokens = await db.apiToken.findMany({
    where: { personId: actor.id, revokedAt: null, expiresAt: { gt: now() } },
    select: { id: true, name: true, scopes: true, createdAt: true, expiresAt: true },
    orderBy: { createdAt: "desc" },
  });
  return tokens.map((token) => ({ ...token, scopes: token.scopes as Scope[] }));
}

/**
 * Where `actor` is signed in, last used first.
 *
 * @param here the session of the browser that asks
 */
export async function listSessions(actor: Actor, here: string | null): Promise<OpenSession[]> {
  const sessions = await db.session.findMany({
    where: { personId: actor.id, expiresAt: { gt: now() } },
    select: { tokenHash: true, browser: true, createdAt: true, lastSeenAt: true },
    orderBy: { lastSeenAt: "desc" },
  });
  return sessions.map(({ tokenHash: session, browser, ...rest }) => ({
    session,
    browser: browserName(browser) ?? "",
    isHere: session === here,
    ...rest,
  }));
}

/** The accounts at identity providers with which `actor` can sign in. */
export const listConnections = (actor: Actor): Promise<Connection[]> =>
  db.identity.findMany({
    where: { personId: actor.id },
    select: { issuer: true, linkedAt: true },
    orderBy: { linkedAt: "asc" },
  });
