import { db } from "../platform/db/client";
import type { Role } from "../platform/db/generated/enums";
import { isLocale, type Locale } from "../platform/i18n/locales";
import { hashOf } from "../platform/secret";
import { type Actor, mint } from "./actor";

/** What a token may be used for; "write" does not imply "read". */
export type Scope = "read" | "write";

type Row = {
  id: string;
  name: string;
  locale: string | null;
  departmentId: string | null;
  roles: Role[];
  timeZone: string;
};

/**
 * Whose program this is. A token may never more than its owner may at this moment, and nothing at all once it is
 * revoked or has expired, or its owner is suspended.
 */
export async function actorOfToken(secret: string, scope: Scope, fallback: Locale): Promise<Actor | null> {
  const [row] = await db.$queryRaw<Row[]>`
    select p.id,
           p.name,
           p.locale,
           p.department_id as "departmentId",
           array(select r.role::text from person_role r where r.person_id = p.id) as roles,
           o.time_zone as "timeZone"
      from api_token t
      join person p on p.id = t.person_id
     cross join organisation o
     where t.token_hash = ${hashOf(secret)}
       and t.expires_at > now()
       and t.revoked_at is null
       and ${scope} = any (t.scopes)
       and p.status = 'active'`;
  if (!row) return null;
  return mint({ ...row, locale: isLocale(row.locale) ? row.locale : fallback, via: "api" });
}
