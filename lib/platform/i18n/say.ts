import type { CompiledMessage } from "icu-minify/format";
import formatMessage from "icu-minify/format";
import { createFormatter } from "use-intl/core";
import type { Locale } from "./locales";
import type { MessageKey, MessageModule } from "./messages";

/** What can be put into a text's placeholders. */
export type MessageValues = Record<string, string | number | Date>;

/** Says a text of the portal in one language. */
export type Translate = (key: MessageKey, values?: MessageValues) => string;

/** Texts by module and name, taken apart already, so that saying one costs next to nothing. */
export type Texts = Partial<Record<MessageModule, Record<string, CompiledMessage>>>;

/** Says dates and numbers the way one language writes them. */
export type Format = ReturnType<typeof createFormatter>;

/** Making one of these takes longer than using it a hundred times. */
function kept<T>(make: (locale: string, options?: object) => T): (locale: string, options?: object) => T {
  const made = new Map<string, T>();
  return (locale, options) => {
    const key = locale + JSON.stringify(options);
    const one = made.get(key) ?? make(locale, options);
    made.set(key, one);
    return one;
  };
}

const formatters = {
  getDateTimeFormat: kept((locale, options) => new Intl.DateTimeFormat(locale, options)),
  getNumberFormat: kept((locale, options) => new Intl.NumberFormat(locale, options)),
  getPluralRules: kept((locale, options) => new Intl.PluralRules(locale, options)),
} as Parameters<typeof formatMessage>[3]["formatters"];

/** The translator into `locale` for some texts; a text that is not among them is said by its name. */
export const sayIn =
  (locale: Locale, texts: Texts): Translate =>
  (key, values) => {
    const dot = key.indexOf(".");
    const text = texts[key.slice(0, dot) as MessageModule]?.[key.slice(dot + 1)];
    return text === undefined ? key : (formatMessage(text, locale, values, { formatters }) as string);
  };

const made = new Map<string, Format>();

/**
 * Dates, numbers and "three days ago" the way `locale` writes them.
 *
 * @param timeZone an IANA name, such as `America/Santiago`; instants are shown as seen there
 */
export function formatter(locale: Locale, timeZone: string): Format {
  const key = `${locale} ${timeZone}`;
  const format = made.get(key) ?? createFormatter({ locale, timeZone });
  made.set(key, format);
  return format;
}
