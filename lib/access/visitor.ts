import { cookies, headers } from "next/headers";
import { isLocale, type Locale, localeCookie, localeFromHeader } from "../platform/i18n/locales";
import { ownCookie } from "../platform/own-cookie";

/** The language of somebody we do not know yet: what they chose here before, or what their browser asks for. */
export async function visitorLocale(): Promise<Locale> {
  const chosen = (await cookies()).get(ownCookie(localeCookie))?.value;
  return isLocale(chosen) ? chosen : localeFromHeader((await headers()).get("accept-language"));
}
