import type { Format } from "@/lib/platform/i18n/translate";

const RELATIVE_UNTIL_MS = 30 * 24 * 60 * 60 * 1000;

/**
 * When something happened: "3 days ago" while that says something, the date after a month (chosen by us, because
 * nobody counts back further); the exact moment as tooltip.
 *
 * @param format the page's `formatter(locale, timeZone)`, or `useFormatter()` in the browser
 * @param now what "ago" counts from: the same instant on the server and in the browser
 */
export function Time({ at, now, format }: { at: Date; now: Date; format: Format }) {
  const isRecent = Math.abs(now.getTime() - at.getTime()) < RELATIVE_UNTIL_MS;
  return (
    <time dateTime={at.toISOString()} title={format.dateTime(at, { dateStyle: "full", timeStyle: "short" })}>
      {isRecent ? format.relativeTime(at, now) : format.dateTime(at, { dateStyle: "medium" })}
    </time>
  );
}
