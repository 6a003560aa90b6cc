import fc from "fast-check";
import { lastInstant, postponed, promiseEnd, type WorkingDays, workingDaysBetween } from "@/lib/settings/working-days";

const calendar = (timeZone: string, holidays: string[] = [], weekdays = [1, 2, 3, 4, 5]): WorkingDays => ({
  timeZone,
  weekdays,
  holidays: new Set(holidays),
});

const seenIn = (timeZone: string, at: Date, how: Intl.DateTimeFormatOptions) =>
  new Intl.DateTimeFormat("sv-SE", { timeZone, ...how }).format(at);
const dayIn = (timeZone: string, at: Date) => seenIn(timeZone, at, { dateStyle: "short" });

const end = (days: WorkingDays, from: string, count: number) => promiseEnd(days, new Date(from), count).toISOString();

describe("a promise ends when its last working day is over", () => {
  it("whatever the time of day at which it is given", () => {
    const madrid = calendar("Europe/Madrid");

    // A Tuesday, from its first to its last moment; the promise holds until Wednesday is over.
    expect(end(madrid, "2026-11-23T23:00:00.000Z", 1)).toBe("2026-11-25T23:00:00.000Z");
    expect(end(madrid, "2026-11-24T22:59:59.999Z", 1)).toBe("2026-11-25T23:00:00.000Z");
    expect(end(madrid, "2026-11-24T23:00:00.000Z", 1)).toBe("2026-11-26T23:00:00.000Z");
  });

  it("weekends and holidays do not count", () => {
    const madrid = calendar("Europe/Madrid", ["2026-12-08", "2026-12-25"]);

    expect(end(madrid, "2026-12-04T10:00:00Z", 1)).toBe("2026-12-07T23:00:00.000Z");
    expect(end(madrid, "2026-12-04T10:00:00Z", 3)).toBe("2026-12-10T23:00:00.000Z");
    expect(end(madrid, "2026-12-05T10:00:00Z", 1)).toBe("2026-12-07T23:00:00.000Z");
  });

  it("a holiday on a weekend takes nothing away", () => {
    expect(end(calendar("Europe/Madrid", ["2026-12-06"]), "2026-12-04T10:00:00Z", 1)).toBe("2026-12-07T23:00:00.000Z");
  });

  it("on the other days of the week where others are worked", () => {
    const sundayToThursday = calendar("Asia/Riyadh", [], [7, 1, 2, 3, 4]);

    expect(end(sundayToThursday, "2026-11-26T09:00:00Z", 1)).toBe("2026-11-29T21:00:00.000Z");
  });

  it("across the end of a year", () => {
    const madrid = calendar("Europe/Madrid", ["2026-12-25", "2027-01-01", "2027-01-06"]);

    expect(end(madrid, "2026-12-31T12:00:00Z", 1)).toBe("2027-01-04T23:00:00.000Z");
    expect(end(madrid, "2026-12-24T12:00:00Z", 8)).toBe("2027-01-08T23:00:00.000Z");
  });

  it("is a day earlier or later where the clock says so at the same instant", () => {
    const at = "2026-11-24T23:30:00Z";

    expect(end(calendar("Europe/Madrid"), at, 1)).toBe("2026-11-26T23:00:00.000Z");
    expect(end(calendar("Atlantic/Canary"), at, 1)).toBe("2026-11-26T00:00:00.000Z");
    expect(end(calendar("America/Santiago"), at, 1)).toBe("2026-11-26T03:00:00.000Z");
  });
});

describe("where the clocks are set", () => {
  it.each([
    // [zone, given, the end as the zone's own clock shows it]
    ["Europe/Madrid", "2026-03-27T12:00:00Z", "2026-03-30T22:00:00.000Z"],
    ["Europe/Madrid", "2026-10-23T12:00:00Z", "2026-10-26T23:00:00.000Z"],
    ["Atlantic/Canary", "2026-03-27T12:00:00Z", "2026-03-30T23:00:00.000Z"],
    ["Atlantic/Canary", "2026-10-23T12:00:00Z", "2026-10-27T00:00:00.000Z"],
    ["America/Santiago", "2027-04-02T12:00:00Z", "2027-04-06T04:00:00.000Z"],
    ["America/Santiago", "2026-09-04T12:00:00Z", "2026-09-08T03:00:00.000Z"],
  ])("in %s, given at %s, a working day over that weekend ends at local midnight, %s", (timeZone, given, expected) => {
    expect(end(calendar(timeZone), given, 1)).toBe(expected);
    expect(seenIn(timeZone, new Date(expected), { timeStyle: "medium" })).toBe("00:00:00");
  });

  it("ends at one o'clock where that midnight does not exist", () => {
    // In Santiago, Sunday 2027-09-05 begins at 01:00. Saturdays are worked here, so that a promise ends with one.
    const saturdays = calendar("America/Santiago", [], [1, 2, 3, 4, 5, 6]);
    const over = promiseEnd(saturdays, new Date("2027-09-03T15:00:00Z"), 1);

    expect(over.toISOString()).toBe("2027-09-05T04:00:00.000Z");
    expect(seenIn("America/Santiago", over, { timeStyle: "medium" })).toBe("01:00:00");
    expect(dayIn("America/Santiago", lastInstant(over))).toBe("2027-09-04");
  });

  it("takes the hour that comes twice for the same day, both times", () => {
    // In Santiago, 23:00 to 24:00 of Saturday 2027-04-03 comes twice, before and after the clocks are set back.
    const saturdays = calendar("America/Santiago", [], [1, 2, 3, 4, 5, 6]);
    const [first, second] = [new Date("2027-04-04T02:30:00Z"), new Date("2027-04-04T03:30:00Z")];
    const clock = (at: Date) => seenIn("America/Santiago", at, { dateStyle: "short", timeStyle: "short" });

    expect([clock(first), clock(second)]).toEqual(["2027-04-03 23:30", "2027-04-03 23:30"]);
    expect(promiseEnd(saturdays, first, 1)).toEqual(promiseEnd(saturdays, second, 1));
    expect(workingDaysBetween(saturdays, first, second)).toBe(0);
    expect(end(saturdays, "2027-04-02T15:00:00Z", 1)).toBe("2027-04-04T04:00:00.000Z");
  });

  it("ends at the first of two midnights", () => {
    // In Havana the clocks go from 01:00 back to 00:00 of Sunday 2026-11-01: midnight comes twice.
    const saturdays = calendar("America/Havana", [], [1, 2, 3, 4, 5, 6]);

    expect(end(saturdays, "2026-10-30T15:00:00Z", 1)).toBe("2026-11-01T04:00:00.000Z");
  });
});

describe("the working days between two instants", () => {
  const madrid = calendar("Europe/Madrid", ["2026-12-08"]);
  const between = (from: string, to: string) => workingDaysBetween(madrid, new Date(from), new Date(to));

  it("are those that began after the first and until the second", () => {
    expect(between("2026-12-07T09:00:00Z", "2026-12-07T18:00:00Z")).toBe(0);
    expect(between("2026-12-03T09:00:00Z", "2026-12-04T08:00:00Z")).toBe(1);
    expect(between("2026-12-04T09:00:00Z", "2026-12-09T08:00:00Z")).toBe(2);
  });

  it("are none backwards", () => {
    expect(between("2026-12-09T09:00:00Z", "2026-12-04T09:00:00Z")).toBe(0);
  });
});

const zones = ["America/Santiago", "Europe/Madrid", "Atlantic/Canary", "America/Havana", "America/Sao_Paulo"];
const instants = fc.date({
  min: new Date("2025-12-01T00:00:00Z"),
  max: new Date("2028-02-01T00:00:00Z"),
  noInvalidDate: true,
});
const dates = instants.map((at) => at.toISOString().slice(0, 10));
const calendars = fc.record({
  timeZone: fc.constantFrom(...zones),
  weekdays: fc.uniqueArray(fc.integer({ min: 1, max: 7 }), { minLength: 1 }),
  holidays: fc.array(dates, { maxLength: 60 }).map((days) => new Set(days)),
});
const counts = fc.integer({ min: 1, max: 40 });

describe("in any calendar", () => {
  it("the last day of a promise is a working day, and exactly the promised number of them lie before it", () => {
    fc.assert(
      fc.property(calendars, instants, counts, (days, from, count) => {
        const over = promiseEnd(days, from, count);
        const last = dayIn(days.timeZone, lastInstant(over));

        expect(dayIn(days.timeZone, over)).not.toBe(last);
        expect(days.holidays.has(last)).toBe(false);
        expect(days.weekdays).toContain(((new Date(`${last}T12:00:00Z`).getUTCDay() + 6) % 7) + 1);
        expect(workingDaysBetween(days, from, lastInstant(over))).toBe(count);
        expect(workingDaysBetween(days, from, over)).toBeLessThanOrEqual(count + 1);
      }),
    );
  });

  it("a later start or a longer promise never ends earlier", () => {
    fc.assert(
      fc.property(calendars, instants, instants, counts, (days, a, b, count) => {
        const [from, later] = a < b ? [a, b] : [b, a];

        expect(promiseEnd(days, from, count).getTime()).toBeLessThanOrEqual(promiseEnd(days, later, count).getTime());
        expect(promiseEnd(days, from, count).getTime()).toBeLessThan(promiseEnd(days, from, count + 1).getTime());
      }),
    );
  });

  it("the days between add up, wherever the time is cut", () => {
    fc.assert(
      fc.property(calendars, fc.tuple(instants, instants, instants), (days, three) => {
        const [a, b, c] = three.toSorted((x, y) => x.getTime() - y.getTime()) as [Date, Date, Date];

        expect(workingDaysBetween(days, a, c)).toBe(workingDaysBetween(days, a, b) + workingDaysBetween(days, b, c));
      }),
    );
  });

  it("two interruptions postpone as much as one that is as long as both", () => {
    fc.assert(
      fc.property(calendars, instants, counts, fc.nat(20), fc.nat(20), (days, from, count, first, second) => {
        const dueAt = promiseEnd(days, from, count);

        expect(postponed(days, postponed(days, dueAt, first), second)).toEqual(postponed(days, dueAt, first + second));
        expect(postponed(days, dueAt, first)).toEqual(promiseEnd(days, from, count + first));
      }),
    );
  });
});
