import { digitsOf } from "../platform/currencies";
import { Failure } from "../platform/errors";
import { type BenefitKind, type Gap, isMoneyKind } from "./kinds";

/** How many decimals anything has that is no money. Chosen by us: three would read like a mark between thousands. */
const UNIT_DIGITS = 2;

/** An amount of something, in the smallest unit of its currency or in hundredths of its unit. */
export type Amount = { year: number; kind: BenefitKind; amount: bigint; currency: string | null; unit: string | null };

/** How many decimals an amount has. */
export const decimalsOf = (currency: string | null): number => (currency === null ? UNIT_DIGITS : digitsOf(currency));

/**
 * What somebody wrote as an amount, in its smallest unit: exactly, or not at all.
 *
 * @throws Failure `invalid` at the field `amount`, where there are more decimals than the currency has
 */
export function smallestUnits(written: string, currency: string | null): bigint {
  const [whole = "0", decimals = ""] = written.split(/[.,]/);
  const digits = decimalsOf(currency);
  if (decimals.length > digits)
    throw new Failure("invalid", "validation.checkFields", { amount: "delivery.tooManyDecimals" });
  return BigInt(whole + decimals.padEnd(digits, "0"));
}

/** An amount as one writes it, such as in the field of a form. */
export function writtenOut(amount: bigint, currency: string | null): string {
  const digits = decimalsOf(currency);
  const text = amount.toString().padStart(digits + 1, "0");
  return digits === 0 ? text : `${text.slice(0, -digits)}.${text.slice(-digits)}`;
}

/** What an amount adds to a benefit: what it costs is taken off. */
const signed = ({ kind, amount }: Amount): bigint => (kind === "cost" ? -amount : amount);

type Came = Amount & { isConfirmed: boolean };

const lineOf = ({ year, kind, currency, unit }: Amount) =>
  `${year} ${currency ?? "~"} ${kind} ${unit?.toLowerCase() ?? ""}`;
const netOf = ({ year, currency }: Amount) => `${year} ${currency ?? "~"}`;
const added = (sum: bigint | null, amount: bigint): bigint => (sum ?? 0n) + amount;

/**
 * Forecast beside outcome: a line for each kind, currency or unit of each year, and after the money of each currency what it
 * comes to. Currencies and units are never added to each other.
 */
export function gapsOf(expected: Amount[], came: Came[]): Gap[] {
  const lines = new Map<string, Gap>();
  const note = (one: Amount, key: string, isNet: boolean, put: (gap: Gap, amount: bigint) => void) => {
    const { year, kind, currency, unit } = one;
    const gap = lines.get(key) ?? {
      ...{ year, kind: isNet ? null : kind, currency, unit },
      ...{ expected: null, came: null, confirmed: null },
    };
    lines.set(key, gap);
    put(gap, isNet ? signed(one) : one.amount);
  };
  const both = (one: Amount, put: (gap: Gap, amount: bigint) => void) => {
    note(one, lineOf(one), false, put);
    if (isMoneyKind(one.kind)) note(one, `${netOf(one)} ~`, true, put);
  };
  for (const one of expected)
    both(one, (gap, amount) => {
      gap.expected = added(gap.expected, amount);
    });
  for (const one of came)
    both(one, (gap, amount) => {
      gap.came = added(gap.came, amount);
      if (one.isConfirmed) gap.confirmed = added(gap.confirmed, amount);
    });
  return [...lines].sort(([one], [other]) => (one < other ? -1 : 1)).map(([, gap]) => gap);
}
