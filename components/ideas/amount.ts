import type { Format } from "@/lib/platform/i18n/translate";

/** A sum of money the way the reader's language writes it, with as many decimals as the currency has. */
export function amountOf({ amountMinor, currency }: { amountMinor: number; currency: string }, format: Format): string {
  const style = { style: "currency", currency, trailingZeroDisplay: "stripIfInteger" } as const;
  const decimals = new Intl.NumberFormat("en", style).resolvedOptions().maximumFractionDigits ?? 2;
  return format.number(amountMinor / 10 ** decimals, style);
}
