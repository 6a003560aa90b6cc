let offsetMs = 0;

/** The current instant. Everything in TypeScript asks here, so that tests can turn the clock; SQL asks `now()`. */
export const now = (): Date => new Date(Date.now() + offsetMs);

/** An instant `minutes` from now; negative for the past. */
export const minutesFromNow = (minutes: number): Date => new Date(now().getTime() + minutes * 60_000);

/** The day that it is in a time zone, such as "2026-03-14"; an IANA name says which. */
export const todayIn = (timeZone: string): string => new Intl.DateTimeFormat("sv-SE", { timeZone }).format(now());

/** Moves the clock for a test. */
export function turnClock(byMs: number): void {
  offsetMs += byMs;
}
