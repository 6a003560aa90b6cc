import { cookies } from "next/headers";
import type { z } from "zod";
import { sessionActor } from "../access/session";
import { db } from "../platform/db/client";
import { localeCookie } from "../platform/i18n/locales";
import { themeCookie } from "../platform/theme";
import type { localeChoice, themeChoice } from "./schema";

const YEAR_S = 365 * 24 * 60 * 60;
const keep = { maxAge: YEAR_S, path: "/", sameSite: "lax" } as const;

/** Speaks another language from here on: in this browser, and for somebody signed in wherever they sign in. */
export async function chooseLocale(_visitor: null, { locale }: z.output<typeof localeChoice>): Promise<void> {
  (await cookies()).set(localeCookie, locale, keep);
  const actor = await sessionActor();
  if (actor) await db.person.update({ where: { id: actor.id }, data: { locale } });
}

/** Looks different from here on, in this browser. */
export async function chooseTheme(_visitor: null, { theme }: z.output<typeof themeChoice>): Promise<void> {
  (await cookies()).set(themeCookie, theme, keep);
}
