import { Temporal } from "temporal-polyfill";

/** The days on which an organisation works, as seen in its time zone. */
export type WorkingDays = {
  /** IANA name, such as `America/Santiago`. */
  timeZone: string;
  /** ISO: 1 is Monday, 7 is Sunday. Never empty. */
  weekdays: readonly number[];
  /** Dates such as `2026-12-25` on which nobody works. */
  holidays: ReadonlySet<string>;
};

const dayOf = (at: Date, timeZone: string): Temporal.PlainDate =>
  Temporal.Instant.fromEpochMilliseconds(at.getTime()).toZonedDateTimeISO(timeZone).toPlainDate();

/** Not always midnight: where a day begins by setting the clocks forward, there is none. */
const startOf = (day: Temporal.PlainDate, timeZone: string): Date =>
  new Date(day.toZonedDateTime(timeZone).epochMilliseconds);

const isWorked = ({ weekdays, holidays }: WorkingDays, day: Temporal.PlainDate): boolean =>
  weekdays.includes(day.dayOfWeek) && !holidays.has(day.toString());

/**
 * The instant at which a promise of `days` working days ends: when the last of them is over. The day on which it is
 * given does not count, so a promise of one day given at any time on a Tuesday holds until Wednesday is over.
 *
 * @param days at least 1
 */
export function promiseEnd(calendar: WorkingDays, from: Date, days: number): Date {
  let day = dayOf(from, calendar.timeZone);
  for (let left = days; left > 0; ) {
    day = day.add({ days: 1 });
    if (isWorked(calendar, day)) left--;
  }
  return startOf(day.add({ days: 1 }), calendar.timeZone);
}

/** The last instant of a promise that ends at `dueAt`: on its last day, while `dueAt` itself begins the next. */
export const lastInstant = (dueAt: Date): Date => new Date(dueAt.getTime() - 1);

/** How many working days began after `from` and until `to`, both seen as days; 0 when `to` is not a later day. */
export function workingDaysBetween(calendar: WorkingDays, from: Date, to: Date): number {
  const last = dayOf(to, calendar.timeZone);
  let count = 0;
  let day = dayOf(from, calendar.timeZone);
  while (Temporal.PlainDate.compare(day, last) < 0) {
    day = day.add({ days: 1 });
    if (isWorked(calendar, day)) count++;
  }
  return count;
}

/** When a promise ends that was interrupted for `days` working days; without any, it stays exactly as it was. */
export const postponed = (calendar: WorkingDays, dueAt: Date, days: number): Date =>
  days === 0 ? dueAt : promiseEnd(calendar, lastInstant(dueAt), days);
