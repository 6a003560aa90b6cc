const formatters = new Map<string, Intl.DateTimeFormat>();

/** How far a zone is ahead of UTC at an instant, in milliseconds. */
function offsetAt(instant: number, timeZone: string): number {
  let formatter = formatters.get(timeZone);
  if (!formatter) {
    formatter = new Intl.DateTimeFormat("en-US", {
      timeZone,
      hourCycle: "h23",
      year: "numeric",
      month: "numeric",
      day: "numeric",
      hour: "numeric",
      minute: "numeric",
      second: "numeric",
    });
    formatters.set(timeZone, formatter);
  }
  const parts = Object.fromEntries(formatter.formatToParts(instant).map(({ type, value }) => [type, Number(value)]));
  const { year = 0, month = 1, day = 1, hour = 0, minute = 0, second = 0 } = parts;
  return Date.UTC(year, month - 1, day, hour, minute, second) - Math.floor(instant / 1000) * 1000;
}

const DAY_MS = 86_400_000;

/**
 * The instant at which clocks in a zone show a local time. One that they show twice is the first; one that they skip
 * is as much later as they skip.
 */
function fromLocal(local: number, timeZone: string): number {
  const before = offsetAt(local - DAY_MS, timeZone);
  const after = offsetAt(local + DAY_MS, timeZone);
  const right = [before, after].find((offset) => offsetAt(local - offset, timeZone) === offset);
  return local - (right ?? before);
}

const ISO = /^(\d{4})-(\d\d)-(\d\d)(?:[T ](\d\d):(\d\d)(?::(\d\d)(?:[.,](\d{1,9}))?)?\s*(Z|UTC|[+-]\d\d:?\d\d)?)?$/i;
const DAY_FIRST = /^(\d\d?)\/(\d\d?)\/(\d{4})$/;

function zoneOffset(text: string): number {
  if (/^(?:z|utc)$/i.test(text)) return 0;
  const minutes = Number(text.slice(1, 3)) * 60 + Number(text.slice(-2));
  return (text.startsWith("-") ? -minutes : minutes) * 60_000;
}

const isDay = (year: number, month: number, day: number): boolean => {
  const date = new Date(Date.UTC(year, month - 1, day));
  return date.getUTCMonth() === month - 1 && date.getUTCDate() === day && year >= 1900 && year <= 2200;
};

/** When something happened. `exact` is false for a date without a time, which is taken as noon there. */
export type Instant = { at: Date; exact: boolean };

/**
 * Reads `2012-10-03`, `2012-10-03 17:24:13`, `2012-10-03T17:24:13.5Z`, `2012-10-03 17:24 +0200` and `3/10/2012`
 * (day first).
 *
 * @param timeZone IANA zone of times that name none
 * @returns undefined for anything else, and for days that do not exist
 */
export function readInstant(text: string, timeZone: string): Instant | undefined {
  const [, d, m, y] = DAY_FIRST.exec(text.trim()) ?? [];
  const iso = y ? `${y}-${m?.padStart(2, "0")}-${d?.padStart(2, "0")}` : text.trim();
  const found = ISO.exec(iso);
  if (!found) return undefined;
  const [year = 0, month = 0, day = 0, hour = 12, minute = 0, second = 0] = found
    .slice(1, 7)
    .map((part) => (part === undefined ? undefined : Number(part)));
  if (!isDay(year, month, day) || hour > 23 || minute > 59 || second > 59) return undefined;
  const milliseconds = Number((found[7] ?? "").padEnd(3, "0").slice(0, 3));
  const local = Date.UTC(year, month - 1, day, hour, minute, second, milliseconds);
  const instant = found[8] ? local - zoneOffset(found[8]) : fromLocal(local, timeZone);
  return { at: new Date(instant), exact: found[4] !== undefined };
}
