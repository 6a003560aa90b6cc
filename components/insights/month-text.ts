import type { Format } from "@/lib/platform/i18n/translate";

/** A month such as "2026-03", as its language writes it. */
export const monthText = (month: string, format: Format): string =>
  format.dateTime(new Date(`${month}-15T12:00:00Z`), { month: "long", year: "numeric" });
