"use server";

import { z } from "zod";
import { answerAction, buttonAction, formAction, visitorButtonAction } from "../access/action";
import { addHolidays, changeCalendar, removeHoliday } from "./calendar";
import { chooseLocale, chooseTheme, createToken, endAllSessions, endSession, revokeToken } from "./commands";
import {
  calendarInput,
  holidayLines,
  holidayRef,
  localeChoice,
  newHoliday,
  newUnit,
  sessionRef,
  themeChoice,
  tokenInput,
  tokenRef,
  unitName,
} from "./schema";
import { addUnit, renameUnit } from "./units";

export const chooseLocaleButton = visitorButtonAction(localeChoice, chooseLocale);
export const chooseThemeButton = visitorButtonAction(themeChoice, chooseTheme);
export const createTokenForm = answerAction(tokenInput, createToken);
export const revokeTokenButton = buttonAction(tokenRef, revokeToken);
export const endSessionButton = buttonAction(sessionRef, endSession);
export const endAllSessionsButton = buttonAction(z.strictObject({}), endAllSessions, "/sign-in");
export const addUnitForm = formAction(newUnit, addUnit, () => "/admin/organisation");
export const renameUnitForm = formAction(unitName, renameUnit, () => "/admin/organisation");
export const changeCalendarForm = formAction(calendarInput, changeCalendar, () => "/admin/calendar?saved=yes");
export const addHolidayForm = formAction(newHoliday, addHolidays, () => "/admin/calendar");
export const addHolidaysForm = formAction(holidayLines, addHolidays, () => "/admin/calendar");
export const removeHolidayButton = buttonAction(holidayRef, removeHoliday);
