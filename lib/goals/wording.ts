import { type Locale, locales } from "../platform/i18n/locales";
import type { Goal } from "./schema";

type Row = { id: string; retiredAt: Date | null; wordings: { locale: string; name: string; about: string }[] };

/** What is read of a goal wherever one is shown. */
export const worded = {
  select: { id: true, retiredAt: true, wordings: { select: { locale: true, name: true, about: true } } },
} as const;

/** A goal in the reader's language, or in the first of the portal's that it was written in. */
export function inWords(locale: Locale, { id, retiredAt, wordings }: Row): Goal {
  const said = [locale, ...locales]
    .map((wanted) => wordings.find((wording) => wording.locale === wanted))
    .find((wording) => wording !== undefined);
  return { id, name: said?.name ?? "", about: said?.about ?? "", isRetired: retiredAt !== null };
}
