import { Prisma } from "../platform/db/client";
import type { Role } from "../platform/db/generated/enums";
import { askedBy } from "../platform/exchange";
import { isLocale, type Locale } from "../platform/i18n/locales";
import { type Actor, mint } from "./actor";

/** What is read of whoever a session or a token belongs to, or a mail is for. */
export type Owner = {
  id: string;
  name: string;
  locale: string | null;
  departmentId: string | null;
  roles: Role[];
  timeZone: string;
};

/** The columns of an owner, for queries that call the person `p` and the organisation `o`. */
export const ownerSql = Prisma.sql`
  p.id,
  p.name,
  p.locale,
  p.department_id as "departmentId",
  array(select r.role::text from person_role r where r.person_id = p.id) as roles,
  o.time_zone as "timeZone"`;

/**
 * The actor behind a session, a token or a mail; nobody when the query found none.
 *
 * @param fallback the language of people who never chose one
 */
export function actorOf(owner: Owner | undefined, via: "web" | "api" | "job", fallback: Locale): Actor | null {
  if (!owner) return null;
  if (via !== "job") askedBy(owner.id);
  return mint({ ...owner, locale: isLocale(owner.locale) ? owner.locale : fallback, via });
}
