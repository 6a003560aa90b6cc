import { ideaVisibleToPersonSql } from "../access/visibility";
import { db, Prisma } from "../platform/db/client";
import type { Happened } from "../platform/events";
import { sendSql } from "../platform/jobs";
import type { Circle } from "./recipients";
import { defaultRhythms } from "./schema";

const candidates = (circles: Circle[]) =>
  Prisma.join(
    circles.map(
      ({ people, reason, kind }, place) =>
        Prisma.sql`select id, ${kind}, ${reason}, ${place}::int from (${people}) of_them (id)`,
    ),
    " union all ",
  );

/**
 * Tells everybody in these circles of something that happened to an idea: one line in their inbox, and a mail if they
 * want one at once. Nobody hears of their own deeds, nor of an idea they may not see, and nobody twice, however often
 * it is told: whoever is in several circles hears for the reason of the first. One statement for thousands, so that the mails are ordered exactly when the lines are there.
 */
export async function tell(happened: Happened, ideaId: string, circles: Circle[]): Promise<void> {
  const mails = Prisma.sql`
    select told.id,
           jsonb_build_object('notification', told.id)
      from told
      join person p on p.id = told.person_id
     where told.rhythm = 'now'
       and p.email is not null`;
  await db.$executeRaw`
    with candidate (person_id, kind, reason, place) as (${candidates(circles)}),
         told as (
      insert into notification (event_id, person_id, idea_id, kind, reason, rhythm)
      select distinct on (p.id)
             ${happened.id}::bigint,
             p.id,
             i.id,
             c.kind,
             c.reason,
             coalesce(m.rhythm, ${JSON.stringify(defaultRhythms)}::jsonb ->> c.kind)
        from candidate c
        join person p on p.id = c.person_id
        join idea i on i.id = ${ideaId}::uuid
        left join mail_preference m on m.person_id = p.id and m.kind = c.kind
       where p.status = 'active'
         and p.id is distinct from ${happened.actorId}::uuid
         and ${ideaVisibleToPersonSql}
       order by p.id, c.place
          on conflict (person_id, event_id) do nothing
      returning id, person_id, rhythm
    )
    ${sendSql("mail", mails)}`;
}
