import { minutesFromNow, now } from "../platform/clock";
import { db, transaction } from "../platform/db/client";
import { Failure } from "../platform/errors";
import { type Doer, record } from "../platform/events";
import type { Locale } from "../platform/i18n/locales";
import { logSecurity } from "../platform/log";
import { countForNetwork } from "../platform/rate-limit";
import { hashOf, newSecret } from "../platform/secret";
import type { Actor } from "./actor";
import { tokenCreated, tokenRevoked } from "./events";
import { actorOf, type Owner, ownerSql } from "./owner";
import type { Scope } from "./schema";

/** Marks a secret as one of ours, for people and for programs that look for leaked secrets. */
const PREFIX = "tormenta_";

/** What a token is to be: its name for people, what it may be used for, and for how many days. */
export type NewToken = { name: string; scopes: Scope[]; days: number };

/** Makes a key for a person's own programs. Answers its secret, which nobody can read again later. */
export async function issueToken(doer: Doer, personId: string, { name, scopes, days }: NewToken): Promise<string> {
  const secret = PREFIX + newSecret();
  const expiresAt = minutesFromNow(days * 24 * 60);
  await transaction(async (tx) => {
    await tx.apiToken.create({ data: { personId, name, scopes, expiresAt, tokenHash: hashOf(secret) } });
    await record(tx, doer, tokenCreated, personId, { name, scopes, expiresAt: expiresAt.toISOString() });
  });
  return secret;
}

/** Makes a key for whoever has this address, from the server's own console; nothing when nobody has who may sign in. */
export async function issueTokenFor(email: string, token: NewToken): Promise<string | undefined> {
  const person = await db.person.findFirst({ where: { email, status: "active" }, select: { id: true } });
  return person ? issueToken({ id: null, via: "job" }, person.id, token) : undefined;
}

/** Makes one of a person's keys worthless. One that is not theirs, or is already, stays as it is. */
export const revokeTokenOf = (actor: Actor, tokenId: string): Promise<void> =>
  transaction(async (tx) => {
    const [revoked] = await tx.apiToken.updateManyAndReturn({
      where: { id: tokenId, personId: actor.id, revokedAt: null },
      data: { revokedAt: now() },
      select: { name: true },
    });
    if (revoked) await record(tx, actor, tokenRevoked, actor.id, revoked);
  });

/**
 * Whose program this is. A token can never do more than its owner at this moment, and nothing at all once it is
 * revoked or has expired, or its owner is suspended.
 *
 * @throws Failure `forbidden` when the token is good, but not for this
 * @throws Failure `too_many` when too many from this network opened nothing
 */
export async function actorOfToken(secret: string, scope: Scope, fallback: Locale): Promise<Actor | null> {
  const [owner] = await db.$queryRaw<(Owner & { isMeant: boolean })[]>`
    select ${ownerSql},
           ${scope} = any (t.scopes) as "isMeant"
      from api_token t
      join person p on p.id = t.person_id
     cross join organisation o
     where t.token_hash = ${hashOf(secret)}
       and t.expires_at > now()
       and t.revoked_at is null
       and p.status = 'active'`;
  if (!owner) {
    logSecurity("token refused", scope);
    await countForNetwork("failures");
  }
  if (owner && !owner.isMeant) throw new Failure("forbidden", "access.tokenScope");
  return actorOf(owner, "api", fallback);
}
