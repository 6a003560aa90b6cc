import { dateTimes, numbers, relativeTimes } from "./kept";
import type { Locale } from "./locales";

/** Says dates and numbers the way one language writes them. */
export type Format = {
  number: (value: number, how?: Intl.NumberFormatOptions) => string;
  dateTime: (at: Date, how: Intl.DateTimeFormatOptions) => string;
  /** "3 days ago", in the largest unit that fits. */
  relativeTime: (at: Date, now: Date) => string;
};

const MINUTE_S = 60;
const HOUR_S = 60 * MINUTE_S;
const DAY_S = 24 * HOUR_S;
const WEEK_S = 7 * DAY_S;
const YEAR_S = 365 * DAY_S;
const MONTH_S = YEAR_S / 12;

/** The largest unit that `seconds` fill, and how long it is. */
const units: [unit: Intl.RelativeTimeFormatUnit, seconds: number][] = [
  ["year", YEAR_S],
  ["month", MONTH_S],
  ["week", WEEK_S],
  ["day", DAY_S],
  ["hour", HOUR_S],
  ["minute", MINUTE_S],
  ["second", 1],
];

function relativeTime(locale: Locale, at: Date, now: Date): string {
  const seconds = (at.getTime() - now.getTime()) / 1000;
  const [unit, length] = units.find(([, length]) => Math.abs(seconds) >= length) ?? ["second", 1];
  // "now" for less than a second; "1 day ago" rather than "yesterday", which it need not have been.
  const numeric = unit === "second" ? "auto" : "always";
  return relativeTimes(locale, { numeric }).format(Math.round(seconds / length), unit);
}

/**
 * Dates, numbers and "three days ago" the way `locale` writes them.
 *
 * @param timeZone an IANA name, such as `America/Santiago`; instants are shown as seen there
 */
export const formatter = (locale: Locale, timeZone: string): Format => ({
  number: (value, how) => numbers(locale, how).format(value),
  dateTime: (at, how) => dateTimes(locale, { timeZone, ...how }).format(at),
  relativeTime: (at, now) => relativeTime(locale, at, now),
});
