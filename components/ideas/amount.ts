import { digitsOf } from "@/lib/platform/currencies";
import type { Format } from "@/lib/platform/i18n/translate";

/** A sum of money the way the reader's language writes it, with as many decimals as the currency has. */
export function amountOf({ amountMinor, currency }: { amountMinor: number; currency: string }, format: Format): string {
  const digits = digitsOf(currency);
  return format.number(amountMinor / 10 ** digits, {
    style: "currency",
    currency,
    minimumFractionDigits: digits,
    trailingZeroDisplay: "stripIfInteger",
  });
}
