import { createFormatter, createTranslator } from "use-intl/core";
import type { Locale } from "./locales";
import { type MessageKey, messages } from "./messages";

/** What can be put into a text's placeholders. */
export type MessageValues = Record<string, string | number | Date>;

/** Says a text of the portal in one language. */
export type Translate = (key: MessageKey, values?: MessageValues) => string;

/** The translator for code that runs on the server: pages, mails, problems of the API. */
export function translator(locale: Locale): Translate {
  // The library would like to check placeholders per key; one shared type for all doors is worth more to us.
  return createTranslator({ locale, messages: messages[locale] }) as unknown as Translate;
}

/**
 * Dates, numbers and "three days ago" the way `locale` writes them.
 *
 * @param timeZone an IANA name, such as `America/Santiago`; instants are shown as seen there
 */
export const formatter = (locale: Locale, timeZone: string): Format => createFormatter({ locale, timeZone });

/** Says dates and numbers the way one language writes them: `formatter()`, or `useFormatter()` in the browser. */
export type Format = ReturnType<typeof createFormatter>;

/** What a component on the server needs to say something: the reader's texts, dates and numbers, and what "ago" is. */
export type Voice = { t: Translate; format: Format; now: Date };
