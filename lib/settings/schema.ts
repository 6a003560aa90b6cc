import { z } from "zod";
import { properName, type Scope, scopes, timeZones } from "../access/schema";
import { optionalId } from "../platform/blank";
import type { Role } from "../platform/db/generated/enums";
import { locales } from "../platform/i18n/locales";
import { message } from "../platform/parse";
import { themes } from "../platform/theme";
import { ticked } from "../platform/ticked";
import { typedText } from "../platform/typed-text";
import { wholeNumber } from "../platform/whole-number";

/** One of the portal's languages, chosen by a reader. */
export const localeChoice = z.strictObject({ locale: z.enum(locales) });

/** How a reader wants the portal to look. */
export const themeChoice = z.strictObject({ theme: z.enum(themes) });

/** What a token may be for, as one choice. */
export const tokenUses = ["read", "write", "read,write"] as const;

/** For how many days a token may work; OWASP ASVS 10.3 leaves it open, a year is the longest here. */
export const tokenDays = [7, 30, 90, 365] as const;

/** A token that somebody wants for the own programs. */
export const tokenInput = z
  .strictObject({
    name: properName.max(100),
    use: z.enum(tokenUses),
    days: z.coerce.number().int().min(1).max(365),
  })
  .transform(({ use, ...rest }) => ({ ...rest, scopes: scopes.filter((scope) => use.split(",").includes(scope)) }));

/** Names one of the reader's own tokens. */
export const tokenRef = z.strictObject({ tokenId: z.uuid() });

/** Names one of the reader's own sessions. */
export const sessionRef = z.strictObject({ session: z.base64url().min(1).max(100) });

/** A token as its owner sees it. */
export type Token = { id: string; name: string; scopes: Scope[]; createdAt: Date; expiresAt: Date };

/** A browser in which a person is signed in, by its name if it has a known one. `isHere` marks the one that asks. */
export type OpenSession = { session: string; browser: string; createdAt: Date; lastSeenAt: Date; isHere: boolean };

/** An account at an identity provider that leads to the reader. */
export type Connection = { issuer: string; linkedAt: Date };

/** What the settings tell readers of themselves. */
export type Profile = { name: string; email: string | null; department: string | null; place: string | null };

/** What the organisation is divided into, and what ideas are filed under. */
export const unitKinds = ["department", "place", "category"] as const;

/** One of the kinds of units. */
export type UnitKind = (typeof unitKinds)[number];

/** What places can be. */
export const placeKinds = ["country", "site", "area"] as const;

/** A department, place or category. `depth` says how far down the tree it hangs, from 0. */
export type Unit = { id: string; name: string; depth: number };

/** A new department, place or category. */
export const newUnit = z.strictObject({
  kind: z.enum(unitKinds),
  name: properName,
  parentId: optionalId.default(null),
  placeKind: z.enum(placeKinds).default("site"),
});

/** Another name for a department, place or category. */
export const unitName = z.strictObject({ kind: z.enum(unitKinds), id: z.uuid(), name: properName });

/** The days of a week in ISO's order, as forms send them; the first is 1. */
export const weekdays = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"] as const;

/** Who can hear of late promises, besides an idea's owner, as one choice. */
export const escalations = ["administrator", "executive", "administrator,executive"] as const;

/** How an organisation counts its days, and what it promises in them. */
export type Calendar = {
  timeZone: string;
  workingWeekdays: number[];
  answerDays: number;
  decisionDays: number;
  escalatesTo: Role[];
};

const days = Object.fromEntries(weekdays.map((day) => [day, ticked])) as Record<
  (typeof weekdays)[number],
  typeof ticked
>;

/** Another way of counting days, or other promises. */
export const calendarInput = z
  .strictObject({
    ...days,
    timeZone: z.enum(timeZones),
    answerDays: wholeNumber(1, 60),
    decisionDays: wholeNumber(1, 250),
    escalatesTo: z.enum(escalations),
  })
  .transform(({ timeZone, answerDays, decisionDays, escalatesTo, ...boxes }) => ({
    timeZone,
    workingWeekdays: weekdays.flatMap((day, index) => (boxes[day] ? [index + 1] : [])),
    answerDays,
    decisionDays,
    escalatesTo: escalatesTo.split(",") as Role[],
  }))
  .refine(({ workingWeekdays }) => workingWeekdays.length > 0, {
    error: message("calendar.noWorkingDay"),
    path: ["weekdays"],
  })
  .refine(({ answerDays, decisionDays }) => answerDays <= decisionDays, {
    error: message("calendar.decisionBeforeAnswer"),
    path: ["decisionDays"],
  });

/** The calendar's page for administrators; `saved` after a change. */
export const calendarAddress = z.object({ saved: z.literal("yes").optional().catch(undefined) });

const LINE = /^(\d{4}-\d{2}-\d{2})[\s,;:]+(.+)$/;
const century = (day: string) => day >= "2000-01-01" && day <= "2100-12-31";

const holiday = z.strictObject({
  day: z.iso.date().refine(century, message("validation.malformed")),
  name: properName,
});

const readLine = (line: string) => {
  const [, day, name] = LINE.exec(line.trim()) ?? [];
  return { day, name };
};

/** Holidays, a line each: a date such as 2026-12-25, and its name. */
export const holidayLines = z.strictObject({
  lines: typedText()
    .min(1, message("validation.missing"))
    .max(20_000)
    .transform((text) => text.split("\n").filter((line) => line.trim() !== ""))
    .transform((lines) => lines.map((line) => holiday.safeParse(readLine(line)).data))
    .refine((lines) => !lines.includes(undefined), message("calendar.lineUnclear"))
    .transform((lines) => lines.filter((line) => line !== undefined)),
});

/** One holiday. */
export const newHoliday = holiday.transform((one) => ({ lines: [one] }));

/** Names a holiday. */
export const holidayRef = z.strictObject({ holidayId: z.uuid() });

/** A day on which nobody works; `day` is a date such as `2026-12-25`. */
export type Holiday = { id: string; day: string; name: string };
