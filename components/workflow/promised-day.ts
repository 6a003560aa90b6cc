import type { Format } from "@/lib/platform/i18n/translate";

/** The last day of a promise: it ends when that day is over, and so at the beginning of the next. */
export const promisedDay = (dueAt: Date, format: Format): string =>
  format.dateTime(new Date(dueAt.getTime() - 1), { weekday: "long", day: "numeric", month: "long" });

/** A day in words. */
export const dayOf = (at: Date, format: Format): string => format.dateTime(at, { day: "numeric", month: "long" });
