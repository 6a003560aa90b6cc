import type { Format } from "./format";
import type { Locale } from "./locales";
import { sayIn, type Translate } from "./say";
import { textsIn } from "./texts";

export { type Format, formatter } from "./format";
export type { MessageValues, Translate } from "./say";

/** The translator for code that runs on the server: pages, mails, problems of the API. */
export const translator = (locale: Locale): Translate => sayIn(locale, textsIn(locale));

/** What a component on the server needs to say something: the reader's texts, dates and numbers, and what "ago" is. */
export type Voice = { t: Translate; format: Format; now: Date };
