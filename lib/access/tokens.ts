import { db } from "../platform/db/client";
import type { Locale } from "../platform/i18n/locales";
import { hashOf } from "../platform/secret";
import type { Actor } from "./actor";
import { actorOf, type Owner, ownerSql } from "./owner";

/** What a token may be used for; "write" does not imply "read". */
export type Scope = "read" | "write";

/**
 * Whose program this is. A token may never more than its owner may at this moment, and nothing at all once it is
 * revoked or has expired, or its owner is suspended.
 */
export async function actorOfToken(secret: string, scope: Scope, fallback: Locale): Promise<Actor | null> {
  const [owner] = await db.$queryRaw<Owner[]>`
    select ${ownerSql}
      from api_token t
      join person p on p.id = t.person_id
     cross join organisation o
     where t.token_hash = ${hashOf(secret)}
       and t.expires_at > now()
       and t.revoked_at is null
       and ${scope} = any (t.scopes)
       and p.status = 'active'`;
  return actorOf(owner, "api", fallback);
}
