import { db } from "../platform/db/client";
import { defaultLocale, isLocale } from "../platform/i18n/locales";
import type { Actor } from "./actor";
import { actorOf, type Owner, ownerSql } from "./owner";

/** Whoever a mail is for: it tells them what they may see, no more. Nobody when they have left. */
export async function addressee(personId: string): Promise<Actor | null> {
  const [owner] = await db.$queryRaw<(Owner & { fallback: string })[]>`
    select ${ownerSql}, o.default_locale as fallback
      from person p
     cross join organisation o
     where p.id = ${personId}::uuid
       and p.status = 'active'`;
  return actorOf(owner, "job", isLocale(owner?.fallback) ? owner.fallback : defaultLocale);
}
