import type { Locale } from "./locales";
import { type Format, sayIn, type Translate } from "./say";
import { textsIn } from "./texts";

export { type Format, formatter, type MessageValues, type Translate } from "./say";

/** The translator for code that runs on the server: pages, mails, problems of the API. */
export const translator = (locale: Locale): Translate => sayIn(locale, textsIn(locale));

/** What a component on the server needs to say something: the reader's texts, dates and numbers, and what "ago" is. */
export type Voice = { t: Translate; format: Format; now: Date };
