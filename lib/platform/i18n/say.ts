import type { CompiledMessage } from "icu-minify/format";
import formatMessage from "icu-minify/format";
import { dateTimes, numbers, plurals } from "./kept";
import type { Locale } from "./locales";
import type { MessageKey, MessageModule } from "./messages";

/** What can be put into a text's placeholders. */
export type MessageValues = Record<string, string | number | Date>;

/** Says a text of the portal in one language. */
export type Translate = (key: MessageKey, values?: MessageValues) => string;

/** Texts by module and name, taken apart already, so that saying one costs next to nothing. */
export type Texts = Partial<Record<MessageModule, Record<string, CompiledMessage>>>;

const formatters = { getDateTimeFormat: dateTimes, getNumberFormat: numbers, getPluralRules: plurals };

/** The translator into `locale` for some texts; a text that is not among them is said by its name. */
export const sayIn =
  (locale: Locale, texts: Texts): Translate =>
  (key, values) => {
    const dot = key.indexOf(".");
    const text = texts[key.slice(0, dot) as MessageModule]?.[key.slice(dot + 1)];
    const options = { formatters } as Parameters<typeof formatMessage>[3];
    return text === undefined ? key : (formatMessage(text, locale, values, options) as string);
  };
