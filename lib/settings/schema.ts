import { z } from "zod";
import { locales } from "../platform/i18n/locales";
import { themes } from "../platform/theme";

/** One of the portal's languages, chosen by a reader. */
export const localeChoice = z.strictObject({ locale: z.enum(locales) });

/** How a reader wants the portal to look. */
export const themeChoice = z.strictObject({ theme: z.enum(themes) });
