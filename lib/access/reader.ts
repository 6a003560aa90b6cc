import type { Locale } from "../platform/i18n/locales";
import { type Translate, translator } from "../platform/i18n/translate";
import { sessionActor } from "./session";
import { visitorLocale } from "./visitor";

/** The language of whoever is reading: their profile's, or the one they chose or their browser asks for. */
export async function readerLocale(): Promise<Locale> {
  return (await sessionActor())?.locale ?? visitorLocale();
}

/** The portal's texts in the language of whoever is reading. */
export const readerTranslate = async (): Promise<Translate> => translator(await readerLocale());
