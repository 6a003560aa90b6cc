import { cookies } from "next/headers";
import type { z } from "zod";
import type { Actor } from "../access/actor";
import { authorize } from "../access/authorize";
import { sessionsEnded } from "../access/events";
import { sessionActor } from "../access/session";
import { issueToken, revokeTokenOf } from "../access/tokens";
import { db, transaction } from "../platform/db/client";
import { record } from "../platform/events";
import { localeCookie } from "../platform/i18n/locales";
import { ownCookie, ownCookieOptions } from "../platform/own-cookie";
import { themeCookie } from "../platform/theme";
import type { localeChoice, sessionRef, themeChoice, tokenInput, tokenRef } from "./schema";

const YEAR_S = 365 * 24 * 60 * 60;

/** Speaks another language from here on: in this browser, and for somebody signed in wherever they sign in. */
export async function chooseLocale(_visitor: null, { locale }: z.output<typeof localeChoice>): Promise<void> {
  (await cookies()).set(ownCookie(localeCookie), locale, { ...ownCookieOptions(), maxAge: YEAR_S });
  const actor = await sessionActor();
  if (actor) await db.person.update({ where: { id: actor.id }, data: { locale } });
}

/** Looks different from here on, in this browser. */
export async function chooseTheme(_visitor: null, { theme }: z.output<typeof themeChoice>): Promise<void> {
  (await cookies()).set(ownCookie(themeCookie), theme, { ...ownCookieOptions(), maxAge: YEAR_S });
}

/** Makes a token for `actor`'s own programs. Its secret is answered this once. */
export async function createToken(actor: Actor, input: z.output<typeof tokenInput>): Promise<{ secret: string }> {
  authorize(actor, "token.manage");
  return { secret: await issueToken(actor, actor.id, input) };
}

/** Makes one of `actor`'s tokens worthless, at once. */
export async function revokeToken(actor: Actor, { tokenId }: z.output<typeof tokenRef>): Promise<void> {
  authorize(actor, "token.manage");
  await revokeTokenOf(actor, tokenId);
}

const endSessions = (actor: Actor, which: { tokenHash?: string }): Promise<void> =>
  transaction(async (tx) => {
    const { count } = await tx.session.deleteMany({ where: { ...which, personId: actor.id } });
    if (count > 0) await record(tx, actor, sessionsEnded, actor.id, { sessions: count });
  });

/** Signs `actor` out in one of their browsers, at once. */
export async function endSession(actor: Actor, { session }: z.output<typeof sessionRef>): Promise<void> {
  authorize(actor, "session.manage");
  await endSessions(actor, { tokenHash: session });
}

/** Signs `actor` out everywhere, in this browser too. */
export async function endAllSessions(actor: Actor): Promise<void> {
  authorize(actor, "session.manage");
  await endSessions(actor, {});
}
