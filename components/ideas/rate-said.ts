import type { SupportRate } from "@/lib/ideas/schema";
import type { Format } from "@/lib/platform/i18n/format";
import type { Translate } from "@/lib/platform/i18n/translate";

const share = (format: Format, of: number) => format.number(of, { style: "percent", maximumFractionDigits: 0 });

/** How sure one can be of an idea's support, in a sentence with its figures. */
export function rateSaid(rate: SupportRate | null, t: Translate, format: Format): string {
  if (!rate) return t("ranking.notRanked");
  const { seen, supporters } = rate;
  const range = { low: share(format, rate.low), high: share(format, rate.high) };
  if (seen === null || supporters === null) return t("ranking.hardlySeen", range);
  return t("ranking.seen", { ...range, seen, supporters });
}

/** Between what the support of those who see it lies: "12–54 %". */
export const rateRange = ({ low, high }: SupportRate, format: Format): string =>
  `${format.number(Math.round(low * 100))}–${share(format, high)}`;
