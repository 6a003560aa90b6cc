import { type Locale, locales } from "../platform/i18n/locales";
import type { Criterion, Part } from "./schema";

type Row = {
  id: string;
  part: string;
  weight: number;
  retiredAt: Date | null;
  wordings: { locale: string; name: string; help: string; labels: string[] }[];
};

/** What is read of a criterion wherever one is shown. */
export const worded = {
  select: {
    id: true,
    part: true,
    weight: true,
    retiredAt: true,
    wordings: { select: { locale: true, name: true, help: true, labels: true } },
  },
} as const;

/** A criterion in the reader's language, or in the first of the portal's that it was written in. */
export function inWords(locale: Locale, { wordings, part, retiredAt, ...row }: Row): Criterion {
  const said = [locale, ...locales]
    .map((wanted) => wordings.find((wording) => wording.locale === wanted))
    .find((wording) => wording !== undefined);
  return {
    ...row,
    part: part as Part,
    name: said?.name ?? "",
    help: said?.help ?? "",
    labels: said && said.labels.length > 0 ? said.labels : null,
    isRetired: retiredAt !== null,
  };
}
