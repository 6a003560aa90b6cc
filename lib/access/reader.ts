import type { Locale } from "../platform/i18n/locales";
import { type Translate, translator } from "../platform/i18n/translate";
import type { Actor } from "./actor";
import { sessionActor } from "./session";
import { visitorLocale } from "./visitor";

/**
 * Whoever is reading, for what is drawn around a page. Nobody when that cannot be told now: the page's own door says so,
 * and in what way it went wrong.
 */
export const knownReader = (): Promise<Actor | null> => sessionActor().catch(() => null);

/** The language of whoever is reading: their profile's, or the one they chose or their browser asks for. */
export async function readerLocale(): Promise<Locale> {
  return (await knownReader())?.locale ?? visitorLocale();
}

/** The portal's texts in the language of whoever is reading. */
export const readerTranslate = async (): Promise<Translate> => translator(await readerLocale());
