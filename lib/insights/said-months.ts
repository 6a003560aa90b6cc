import type { Actor } from "../access/actor";
import { formatter } from "../platform/i18n/translate";
import type { Scope } from "./scope";
import type { Said } from "./section";

type Reader = Pick<Actor, "locale">;

/** A month such as "2026-03" as sentences say it: "March 2026". */
export const sayMonth = ({ locale }: Reader, month: string): string =>
  formatter(locale, "UTC").dateTime(new Date(`${month}-01`), { month: "long", year: "numeric" });

/** A day such as "2026-03-14" as sentences say it: "14 March 2026". */
export const sayDay = ({ locale }: Reader, day: string): string =>
  formatter(locale, "UTC").dateTime(new Date(day), { day: "numeric", month: "long", year: "numeric" });

/** The first and the last month that figures are about, ready for a sentence. */
export const sayPeriod = (reader: Reader, { months }: Pick<Scope, "months">): { from: string; to: string } => ({
  from: sayMonth(reader, months[0] ?? ""),
  to: sayMonth(reader, months.at(-1) ?? ""),
});

/** Up to which month people are told of: they are counted when a month is over. */
export const sayClosed = (reader: Reader, { months }: Scope): Said =>
  months.length > 0
    ? { key: "participation.closed", values: { until: sayMonth(reader, months.at(-1) ?? "") } }
    : { key: "participation.notClosed" };
