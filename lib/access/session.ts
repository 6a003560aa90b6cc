import { cookies } from "next/headers";
import { cache } from "react";
import { minutesFromNow } from "../platform/clock";
import { db } from "../platform/db/client";
import type { Role } from "../platform/db/generated/enums";
import { env } from "../platform/env";
import { isLocale, type Locale } from "../platform/i18n/locales";
import { hashOf, newSecret } from "../platform/secret";
import { type Actor, mint } from "./actor";
import { visitorLocale } from "./visitor";

/** However busy, a browser signs in anew after this long. OWASP ASVS 7.3: chosen by us as a working week. */
const ABSOLUTE_DAYS = 7;

const isSecure = () => env().NEXTAUTH_URL.startsWith("https:");

/** The name of the cookie that holds the session's secret; `__Host-` ties it to this host wherever there is TLS. */
export const sessionCookie = () => (isSecure() ? "__Host-tormenta.session" : "tormenta.session");

/** How the session's cookie is kept by the browser. */
export const sessionCookieOptions = () => ({ httpOnly: true, sameSite: "lax", path: "/", secure: isSecure() }) as const;

type Row = {
  id: string;
  name: string;
  locale: string | null;
  departmentId: string | null;
  roles: Role[];
  timeZone: string;
};

/**
 * Whose session this is. Sessions idle for eight hours, ended ones, and those of suspended people are nobody's:
 * asked anew on every request, so that revoking works at once.
 */
export async function actorOfSession(secret: string, fallback: Locale): Promise<Actor | null> {
  const [row] = await db.$queryRaw<Row[]>`
    with seen as (
      update session
         set last_seen_at = now()
       where token_hash = ${hashOf(secret)}
         and last_seen_at between now() - interval '8 hours' and now() - interval '5 minutes'
    )
    select p.id,
           p.name,
           p.locale,
           p.department_id as "departmentId",
           array(select r.role::text from person_role r where r.person_id = p.id) as roles,
           o.time_zone as "timeZone"
      from session s
      join person p on p.id = s.person_id
     cross join organisation o
     where s.token_hash = ${hashOf(secret)}
       and s.expires_at > now()
       and s.last_seen_at > now() - interval '8 hours'
       and p.status = 'active'`;
  if (!row) return null;
  return mint({ ...row, locale: isLocale(row.locale) ? row.locale : fallback, via: "web" });
}

/** Who is asking, by the browser's cookie; asked once per request. */
export const sessionActor = cache(async (): Promise<Actor | null> => {
  const secret = (await cookies()).get(sessionCookie())?.value;
  return secret ? actorOfSession(secret, await visitorLocale()) : null;
});

/** Signs a person in from here on: the browser gets a new secret, and whatever it held before is worthless. */
export async function openSession(personId: string, browser: string): Promise<void> {
  const jar = await cookies();
  const before = jar.get(sessionCookie())?.value;
  if (before) await db.session.deleteMany({ where: { tokenHash: hashOf(before) } });

  const secret = newSecret();
  const expiresAt = minutesFromNow(ABSOLUTE_DAYS * 24 * 60);
  await db.session.create({
    data: { tokenHash: hashOf(secret), personId, expiresAt, browser: browser.slice(0, 300) },
  });
  jar.set(sessionCookie(), secret, { ...sessionCookieOptions(), expires: expiresAt });
}

/** Signs this browser out, on the server too. */
export async function closeSession(): Promise<void> {
  const jar = await cookies();
  const secret = jar.get(sessionCookie())?.value;
  if (secret) await db.session.deleteMany({ where: { tokenHash: hashOf(secret) } });
  jar.delete({ name: sessionCookie(), ...sessionCookieOptions() });
}
