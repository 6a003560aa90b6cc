import type { Actor } from "../access/actor";
import { formatter } from "../platform/i18n/translate";

/** A share of 0 to 1 as whole per cent, as sentences for `actor` say it. */
export const saidShare = ({ locale, timeZone }: Actor, share: number): string =>
  formatter(locale, timeZone).number(share, { style: "percent", maximumFractionDigits: 0 });
