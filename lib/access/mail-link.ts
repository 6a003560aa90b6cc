import { cookies } from "next/headers";
import type { z } from "zod";
import { db, transaction } from "../platform/db/client";
import { env } from "../platform/env";
import { Failure, notFound } from "../platform/errors";
import { defaultLocale, isLocale } from "../platform/i18n/locales";
import { log, logSecurity } from "../platform/log";
import { canMail, sendMail } from "../platform/mail";
import { ownCookie, ownCookieOptions } from "../platform/own-cookie";
import { countForAccount, countForNetwork } from "../platform/rate-limit";
import { hashOf, isSame, newSecret } from "../platform/secret";
import { linkMail } from "./link-mail";
import type { linkRequest, linkUse } from "./schema";
import { openSession } from "./session";

/** How long a mailed link works. OWASP ASVS 6.4 and 6.6 ask for ten minutes at most. */
const LINK_MINUTES = 10;

const linkCookie = () => ownCookie("link");

/** What the browser that asked keeps: tells that a link is its own, without being able to open it. */
const sealOf = (token: string) => hashOf(`asked here: ${token}`);

type Invited = { name: string; locale: string | null; organisation: string; defaultLocale: string };

/** Remembers the link, unless nobody with this address may sign in. */
const invite = (email: string, token: string): Promise<Invited | undefined> =>
  transaction(async (tx) => {
    await tx.$executeRaw`delete from sign_in_token where expires_at < now() - interval '1 hour'`;
    const [invited] = await tx.$queryRaw<Invited[]>`
      with invited as (
        select p.name,
               p.locale,
               p.email,
               o.name as organisation,
               o.default_locale as "defaultLocale"
          from person p
         cross join organisation o
         where p.email = ${email}::citext
           and p.status = 'active'
      ),
      remembered as (
        insert into sign_in_token (token_hash, email, expires_at)
        select ${hashOf(token)}, email, now() + make_interval(mins => ${LINK_MINUTES}::int)
          from invited
      )
      select name, locale, organisation, "defaultLocale" from invited`;
    return invited;
  });

const firstLocale = (...wishes: (string | null)[]) => wishes.find(isLocale) ?? defaultLocale;

function addressOf(token: string, next = "/"): string {
  const link = new URL("/sign-in/confirm", env().NEXTAUTH_URL);
  link.searchParams.set("token", token);
  if (next !== "/") link.searchParams.set("next", next);
  return link.href;
}

/** Mails the link that `token` opens, if somebody with this address may sign in. */
export async function mailLink(email: string, token: string, next: string): Promise<void> {
  const invited = await invite(email, token);
  if (!invited) return;
  const locale = firstLocale(invited.locale, invited.defaultLocale);
  const { name, organisation } = invited;
  const link = addressOf(token, next);
  await sendMail(linkMail(email, { locale, name, organisation, link, minutes: LINK_MINUTES }));
}

/** A link for somebody who cannot get in otherwise, made on the server's own console; nothing for strangers. */
export async function signInLinkFor(email: string): Promise<string | undefined> {
  const token = newSecret();
  return (await invite(email, token)) && addressOf(token);
}

/**
 * Asks for a link by mail. The answer is the same, and takes as long, whether the address is somebody's or not.
 *
 * @throws Failure `not_found` where no mail can be sent
 * @throws Failure `too_many` for one address or from one network
 */
export async function requestLink(_visitor: null, { email, next }: z.output<typeof linkRequest>): Promise<void> {
  if (!(await canMail())) throw notFound();
  await countForNetwork("signIns");
  await countForAccount(email, "links");
  const token = newSecret();
  (await cookies()).set(linkCookie(), sealOf(token), { ...ownCookieOptions(), maxAge: LINK_MINUTES * 60 });
  // Nobody waits for it: how long it takes would tell whether there is such a person.
  void mailLink(email, token, next).catch((err) => log().error({ err }, "a sign-in link could not be mailed"));
}

/** Whether this browser asked for the link itself. */
export async function askedHere(token: string): Promise<boolean> {
  return isSame((await cookies()).get(linkCookie())?.value ?? "", sealOf(token));
}

/**
 * Spends a link, once: answers whose it was. The mail's own address has to be named unless `isOwn`, so that nobody can
 * be signed in as somebody else by being sent that person's link.
 *
 * @returns nothing when the link does not work, or its person may no longer sign in
 */
export async function spendLink(token: string, isOwn: boolean, email = ""): Promise<string | undefined> {
  const [person] = await db.$queryRaw<{ id: string }[]>`
    with spent as (
      delete from sign_in_token
       where token_hash = ${hashOf(token)}
         and expires_at > now()
         and (${isOwn} or email = ${email}::citext)
      returning email
    )
    select p.id
      from spent s
      join person p on p.email = s.email
     where p.status = 'active'`;
  return person?.id;
}

/**
 * Signs in with a mailed link.
 *
 * @throws Failure `invalid` when it has been used, is too old, or belongs to another address than the one named
 */
export async function signInByLink(_visitor: null, { token, email }: z.output<typeof linkUse>): Promise<void> {
  await countForNetwork("signIns");
  if (email) await countForAccount(email, "tries");
  const personId = await spendLink(token, await askedHere(token), email);
  if (!personId) {
    await countForNetwork("failures");
    logSecurity("sign-in failed", "access.linkNotValid");
    throw new Failure("invalid", "access.linkNotValid");
  }
  (await cookies()).delete({ name: linkCookie(), ...ownCookieOptions() });
  await openSession(personId, "mail");
}
