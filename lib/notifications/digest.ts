import { Temporal } from "temporal-polyfill";
import { now } from "../platform/clock";
import { db, Prisma } from "../platform/db/client";
import { sendSql } from "../platform/jobs";
import { canMail } from "../platform/mail";

/** How often digests come. */
export type DigestRhythm = "daily" | "weekly";

/** When the working day begins for most, so that it is read with the first coffee. Chosen by us. */
const MORNING = "08:00";
const MONDAY = 1;

/**
 * The morning that digests are for at a given moment: the last 8 o'clock there was where somebody lives, on a Monday for
 * weekly ones. Counted on the wall clock, so that it stays 8 o'clock when clocks are set forward or back.
 *
 * @param timeZone IANA name
 */
export function lastMorning(at: Date, timeZone: string, rhythm: DigestRhythm): Date {
  const here = Temporal.Instant.fromEpochMilliseconds(at.getTime()).toZonedDateTimeISO(timeZone);
  const morningOf = (day: Temporal.PlainDate) => day.toZonedDateTime({ timeZone, plainTime: MORNING });
  let day = here.toPlainDate();
  while (Temporal.ZonedDateTime.compare(morningOf(day), here) > 0 || (rhythm === "weekly" && day.dayOfWeek !== MONDAY))
    day = day.subtract({ days: 1 });
  return new Date(morningOf(day).epochMilliseconds);
}

const zoneOf = Prisma.sql`coalesce(p.time_zone, o.time_zone)`;

/** What waits for a digest of that rhythm, with the person it is for; queries call the line `n`. */
const waiting = (rhythm: DigestRhythm) => Prisma.sql`
  notification n
    join person p on p.id = n.person_id and p.status = 'active' and p.email is not null
   cross join organisation o
   where n.rhythm = ${rhythm}
     and n.digest_id is null
     and n.read_at is null`;

/** People whose digests one statement makes: a morning of tens of thousands is many short ones. */
const AT_ONCE = 500;

/** One statement: whoever has news from before that morning gets a digest with them, and its mail is ordered. */
async function gather(rhythm: DigestRhythm, timeZone: string): Promise<number> {
  const dueAt = lastMorning(now(), timeZone, rhythm);
  return db.$executeRaw`
    with reader as (
      select distinct n.person_id
        from ${waiting(rhythm)}
         and n.created_at < ${dueAt}
         and ${zoneOf} = ${timeZone}
         and not exists (
             select from digest d where d.person_id = n.person_id and d.rhythm = ${rhythm} and d.due_at = ${dueAt})
       limit ${AT_ONCE}
    ), ready as (
      select n.id, n.person_id
        from notification n
       where n.person_id in (select person_id from reader)
         and n.rhythm = ${rhythm}
         and n.digest_id is null
         and n.read_at is null
         and n.created_at < ${dueAt}
         for update of n skip locked
    ), made as (
      insert into digest (person_id, rhythm, due_at)
      select distinct person_id, ${rhythm}, ${dueAt}::timestamptz from ready
          on conflict do nothing
      returning id, person_id
    ), filed as (
      update notification n
         set digest_id = made.id
        from ready
        join made on made.person_id = ready.person_id
       where n.id = ready.id
    )
    ${sendSql("mail", Prisma.sql`select made.id, jsonb_build_object('digest', made.id) from made`)}`;
}

/**
 * Gathers the news of everybody whose morning has come into one mail each, and orders those. Asked every minute; however
 * often, a morning has one digest, and none that is empty. After a standstill one digest tells of all that time.
 */
export async function gatherDigests(): Promise<void> {
  if (!(await canMail())) return;
  for (const rhythm of ["daily", "weekly"] as const) {
    const zones = await db.$queryRaw<{ zone: string }[]>`select distinct ${zoneOf} as zone from ${waiting(rhythm)}`;
    for (const { zone } of zones) while ((await gather(rhythm, zone)) > 0);
  }
}
