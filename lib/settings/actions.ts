"use server";

import { visitorButtonAction } from "../access/action";
import { chooseLocale, chooseTheme } from "./commands";
import { localeChoice, themeChoice } from "./schema";

export const chooseLocaleButton = visitorButtonAction(localeChoice, chooseLocale);
export const chooseThemeButton = visitorButtonAction(themeChoice, chooseTheme);
