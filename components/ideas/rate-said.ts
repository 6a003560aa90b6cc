import type { SupportRate } from "@/lib/ideas/schema";
import type { Format } from "@/lib/platform/i18n/format";
import type { Translate } from "@/lib/platform/i18n/translate";

const share = (format: Format, of: number) => format.number(of, { style: "percent", maximumFractionDigits: 0 });

/** The figures of an idea's support, as a sentence needs them. */
export const rateFigures = ({ seen, supporters, low, high }: SupportRate, format: Format) => ({
  seen,
  supporters,
  low: share(format, low),
  high: share(format, high),
});

/** How sure one can be of an idea's support, in a sentence with its figures. */
export function rateSaid(rate: SupportRate | null, votes: number, t: Translate, format: Format): string {
  if (!rate) return t("ranking.hardlySeen", { votes });
  return t("ranking.seen", rateFigures(rate, format));
}

/** Between what the support of those who see it lies: "12–54 %". */
export const rateRange = ({ low, high }: SupportRate, format: Format): string =>
  `${format.number(Math.round(low * 100))}–${share(format, high)}`;
