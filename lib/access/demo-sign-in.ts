import type { z } from "zod";
import { db } from "../platform/db/client";
import { isDemo } from "../platform/demo";
import { notFound } from "../platform/errors";
import type { Locale } from "../platform/i18n/locales";
import { countForNetwork } from "../platform/rate-limit";
import type { DemoPerson, demoChoice } from "./schema";
import { openSession } from "./session";

/**
 * Everybody one can be in the demo, from employees to administrators, those who introduce themselves first, so that whoever
 * joins crowds nobody out; outside the demo nobody. What they say of themselves is in the organisation's language, and left
 * out for readers of another.
 */
export async function listDemoPeople(locale: Locale): Promise<DemoPerson[]> {
  if (!(await isDemo())) return [];
  return db.$queryRaw<DemoPerson[]>`
    select p.id,
           p.name,
           case when o.default_locale = ${locale} then p.about end as about,
           array_agg(r.role::text order by r.role) as roles,
           d.name as department
      from person p
     cross join organisation o
      join person_role r on r.person_id = p.id
      left join department d on d.id = p.department_id
     where p.status = 'active'
       and p.email is not null
     group by p.id, d.name, o.default_locale
     order by p.about is null, max(r.role), p.name
     limit 24`;
}

/**
 * Signs in as anybody, without proof; in the demo only.
 *
 * @throws Failure `not_found` outside the demo
 */
export async function signInAsDemo(_visitor: null, { personId }: z.output<typeof demoChoice>): Promise<void> {
  if (!(await isDemo())) throw notFound();
  await countForNetwork("signIns");
  await openSession(personId, "demo");
}
