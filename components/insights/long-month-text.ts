import type { Format } from "@/lib/platform/i18n/translate";

/** A month as a heading writes it: "March 2026". */
export const longMonthText = (month: string, format: Format): string =>
  format.dateTime(new Date(`${month}-15T12:00:00Z`), { month: "long", year: "numeric" });
