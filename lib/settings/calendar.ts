import type { z } from "zod";
import type { Actor } from "../access/actor";
import { authorize } from "../access/authorize";
import { now } from "../platform/clock";
import { type Db, db, transaction } from "../platform/db/client";
import { notFound } from "../platform/errors";
import { record } from "../platform/events";
import { calendarChanged, holidayAdded, holidayRemoved } from "./events";
import type { Calendar, calendarInput, Holiday, holidayLines, holidayRef } from "./schema";
import { lastInstant, promiseEnd, type WorkingDays } from "./working-days";

/** A calendar as promises are counted in it. */
export type PromiseCalendar = WorkingDays & Calendar;

const columns = {
  timeZone: true,
  workingWeekdays: true,
  answerDays: true,
  decisionDays: true,
  escalatesTo: true,
} as const;

const dateOf = (day: Date): string => day.toISOString().slice(0, 10);

/** The organisation's working days and promises, as they are at this moment. */
export async function promiseCalendar(tx: Db = db): Promise<PromiseCalendar> {
  const [calendar] = await tx.$queryRaw<(Calendar & { holidays: string[] })[]>`
    select time_zone as "timeZone",
           working_weekdays as "workingWeekdays",
           answer_days as "answerDays",
           decision_days as "decisionDays",
           escalates_to::text[] as "escalatesTo",
           array(select day::text from holiday) as holidays
      from organisation`;
  if (!calendar) throw notFound();
  return { ...calendar, weekdays: calendar.workingWeekdays, holidays: new Set(calendar.holidays) };
}

/** What the organisation promises for an idea that is submitted at `from`: when each promise ends. */
export const promisesFrom = (calendar: PromiseCalendar, from: Date): { answerDueAt: Date; decisionDueAt: Date } => ({
  answerDueAt: promiseEnd(calendar, from, calendar.answerDays),
  decisionDueAt: promiseEnd(calendar, from, calendar.decisionDays),
});

/** The calendar for those who may change it, with its holidays in order, and the last days of what is promised at this moment. */
export async function findCalendar(
  actor: Actor,
): Promise<{ calendar: Calendar; holidays: Holiday[]; answerBy: Date; decisionBy: Date }> {
  authorize(actor, "organisation.manage");
  const [calendar, holidays] = await Promise.all([promiseCalendar(), db.holiday.findMany({ orderBy: { day: "asc" } })]);
  const { timeZone, workingWeekdays, answerDays, decisionDays, escalatesTo } = calendar;
  const { answerDueAt, decisionDueAt } = promisesFrom(calendar, now());
  return {
    calendar: { timeZone, workingWeekdays, answerDays, decisionDays, escalatesTo },
    answerBy: lastInstant(answerDueAt),
    decisionBy: lastInstant(decisionDueAt),
    holidays: holidays.map(({ day, ...rest }) => ({ ...rest, day: dateOf(day) })),
  };
}

/** Counts days differently from now on, or promises something else. Promises that were given stay as they are. */
export async function changeCalendar(actor: Actor, to: z.output<typeof calendarInput>): Promise<void> {
  authorize(actor, "organisation.manage");
  await transaction(async (tx) => {
    await tx.$queryRaw`select from organisation for no key update`;
    const from = await tx.organisation.findFirstOrThrow({ select: columns });
    if (JSON.stringify(Object.entries(from).sort()) === JSON.stringify(Object.entries(to).sort())) return;
    await tx.organisation.updateMany({ data: to });
    await record(tx, actor, calendarChanged, actor.id, { from, to });
  });
}

/** Takes days off the calendar. A day that is off already stays as it is. */
export async function addHolidays(actor: Actor, { lines }: z.output<typeof holidayLines>): Promise<void> {
  authorize(actor, "organisation.manage");
  await transaction(async (tx) => {
    const added = await tx.holiday.createManyAndReturn({
      data: lines.map(({ day, name }) => ({ day: new Date(day), name })),
      skipDuplicates: true,
    });
    for (const { id, day, name } of added) await record(tx, actor, holidayAdded, id, { day: dateOf(day), name });
  });
}

/** Lets a day be worked again. */
export async function removeHoliday(actor: Actor, { holidayId }: z.output<typeof holidayRef>): Promise<void> {
  authorize(actor, "organisation.manage");
  await transaction(async (tx) => {
    const where = { id: holidayId };
    const holiday = await tx.holiday.findUnique({ where });
    if (!holiday) throw notFound();
    const { count } = await tx.holiday.deleteMany({ where });
    const { day, name } = holiday;
    if (count > 0) await record(tx, actor, holidayRemoved, holidayId, { day: dateOf(day), name });
  });
}
