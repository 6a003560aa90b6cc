import { Temporal } from "temporal-polyfill";
import { freshAt } from "../insights/roll-ups";
import { now } from "../platform/clock";
import { db, Prisma } from "../platform/db/client";
import { sendSql } from "../platform/jobs";
import { canMail } from "../platform/mail";

/** When the working day begins for most. Chosen by us, like the hour of digests. */
const MORNING = "08:00";

const dayIn = (at: Date, timeZone: string) =>
  Temporal.Instant.fromEpochMilliseconds(at.getTime()).toZonedDateTimeISO(timeZone).toPlainDateTime();

/**
 * The month that letters tell of at a given moment: the last one that had ended at 8 o'clock on the first of the next,
 * where somebody lives, and has ended where the organisation is, whose months figures are about.
 *
 * @param timeZone the reader's, IANA name
 * @param countedIn the organisation's
 */
export function endedMonth(at: Date, timeZone: string, countedIn: string): string {
  const here = dayIn(at, timeZone);
  const first = here.with({ day: 1 }).withPlainTime(MORNING);
  const months = Temporal.PlainDateTime.compare(here, first) < 0 ? 2 : 1;
  const [read, counted] = [
    here.toPlainDate().toPlainYearMonth().subtract({ months }),
    dayIn(at, countedIn).toPlainDate().toPlainYearMonth().subtract({ months: 1 }),
  ];
  return (Temporal.PlainYearMonth.compare(read, counted) < 0 ? read : counted).toString();
}

const zoneOf = Prisma.sql`coalesce(p.time_zone, o.time_zone)`;

/** Those who lead, have a mailbox and want the letter. */
const readers = Prisma.sql`
  person p
    join person_role r on r.person_id = p.id and r.role = 'executive'
   cross join organisation o
   where p.status = 'active'
     and p.email is not null
     and not exists (
         select from mail_preference m where m.person_id = p.id and m.kind = 'letter' and m.rhythm = 'never')`;

/**
 * Orders the month's letter for everybody who leads and has not had it. However often it is asked, a month has one; after a
 * standstill there is one about the last month alone. None before anything was counted.
 */
export async function writeLetters(): Promise<void> {
  if (!(await canMail()) || !(await freshAt(db))) return;
  const zones = await db.$queryRaw<{ zone: string; countedIn: string }[]>`
    select distinct ${zoneOf} as zone, o.time_zone as "countedIn" from ${readers}`;
  for (const { zone, countedIn } of zones)
    await db.$executeRaw`
      with made as (
        insert into monthly_letter (person_id, month)
        select p.id, ${endedMonth(now(), zone, countedIn)} from ${readers} and ${zoneOf} = ${zone}
            on conflict do nothing
        returning id
      )
      ${sendSql("mail", Prisma.sql`select id, jsonb_build_object('letter', id) from made`)}`;
}
