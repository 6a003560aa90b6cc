import { z } from "zod";
import { defineEvent } from "../platform/events";
import { unitKinds } from "./schema";

const kind = z.enum(unitKinds);

/** The organisation got a new department, place or category. */
export const unitAdded = defineEvent({
  type: "unit.added",
  payload: z.object({ kind, name: z.string() }),
  webhook: false,
});

/** A department, place or category is called differently from now on. */
export const unitRenamed = defineEvent({
  type: "unit.renamed",
  payload: z.object({ kind, from: z.string(), to: z.string() }),
  webhook: false,
});

const promises = z.object({
  timeZone: z.string(),
  workingWeekdays: z.array(z.number()),
  answerDays: z.number(),
  decisionDays: z.number(),
  escalatesTo: z.array(z.string()),
});

/** The organisation counts its days differently from now on, or promises something else. */
export const calendarChanged = defineEvent({
  type: "calendar.changed",
  payload: z.object({ from: promises, to: promises }),
  webhook: false,
});

const holiday = z.object({ day: z.string(), name: z.string() });

/** Nobody works on one more day. */
export const holidayAdded = defineEvent({ type: "holiday.added", payload: holiday, webhook: false });

/** A day is worked again. */
export const holidayRemoved = defineEvent({ type: "holiday.removed", payload: holiday, webhook: false });
