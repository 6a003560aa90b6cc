"use server";

import { z } from "zod";
import { answerAction, buttonAction, visitorButtonAction } from "../access/action";
import { chooseLocale, chooseTheme, createToken, endAllSessions, endSession, revokeToken } from "./commands";
import { localeChoice, sessionRef, themeChoice, tokenInput, tokenRef } from "./schema";

export const chooseLocaleButton = visitorButtonAction(localeChoice, chooseLocale);
export const chooseThemeButton = visitorButtonAction(themeChoice, chooseTheme);
export const createTokenForm = answerAction(tokenInput, createToken);
export const revokeTokenButton = buttonAction(tokenRef, revokeToken);
export const endSessionButton = buttonAction(sessionRef, endSession);
export const endAllSessionsButton = buttonAction(z.strictObject({}), endAllSessions, "/sign-in");
