import fc from "fast-check";
import { type Amount, gapsOf, smallestUnits, writtenOut } from "@/lib/delivery/amounts";
import { benefitKinds, isMoneyKind } from "@/lib/delivery/kinds";
import { digitsOf } from "@/lib/platform/currencies";

const currency = fc.constantFrom("EUR", "CLP", "BRL", "KWD");
const amount = fc.bigInt({ min: 0n, max: 1_000_000_000_000_000n });
const line: fc.Arbitrary<Amount> = fc
  .record({ kind: fc.constantFrom(...benefitKinds), year: fc.constantFrom(2025, 2026), amount, currency })
  .map(({ kind, currency: inCurrency, ...rest }) => ({
    ...rest,
    kind,
    currency: isMoneyKind(kind) ? inCurrency : null,
    unit: isMoneyKind(kind) ? null : "hours",
  }));
const came = fc.tuple(line, fc.boolean()).map(([one, isConfirmed]) => ({ ...one, isConfirmed }));

it("what is written is read, and what is read is written, to the last unit", () => {
  fc.assert(
    fc.property(amount, currency, (units, inCurrency) => {
      expect(smallestUnits(writtenOut(units, inCurrency), inCurrency)).toBe(units);
    }),
  );
});

it("a comma and a point are the same, and decimals may be left out", () => {
  expect(["12,5", "12.5", "12.50"].map((text) => smallestUnits(text, "EUR"))).toEqual([1250n, 1250n, 1250n]);
  expect(smallestUnits("12", "KWD")).toBe(12_000n);
  expect(() => smallestUnits("1.250", "EUR")).toThrow("checkFields");
});

it("currencies never mix: taking one away leaves every line of the others as it is", () => {
  fc.assert(
    fc.property(fc.array(line), fc.array(came), currency, (expected, outcomes, gone) => {
      const stays = ({ currency: of }: { currency: string | null }) => of !== gone;
      expect(gapsOf(expected.filter(stays), outcomes.filter(stays))).toEqual(gapsOf(expected, outcomes).filter(stays));
    }),
  );
});

it("nothing is lost and nothing is added: the lines of a kind sum up to what was stated", () => {
  fc.assert(
    fc.property(fc.array(line), fc.array(came), (expected, outcomes) => {
      const gaps = gapsOf(expected, outcomes).filter(({ kind }) => kind !== null);
      const sum = (amounts: (bigint | null)[]) => amounts.reduce<bigint>((all, one) => all + (one ?? 0n), 0n);
      expect(sum(gaps.map((gap) => gap.expected))).toBe(sum(expected.map((one) => one.amount)));
      expect(sum(gaps.map((gap) => gap.came))).toBe(sum(outcomes.map((one) => one.amount)));
      expect(sum(gaps.map((gap) => gap.confirmed))).toBe(
        sum(outcomes.filter(({ isConfirmed }) => isConfirmed).map((one) => one.amount)),
      );
    }),
  );
});

it("money of a year comes to what was saved, avoided and earned less what it cost", () => {
  const euro = (kind: Amount["kind"], of: bigint): Amount => ({
    ...{ year: 2026, kind, amount: of, currency: "EUR", unit: null },
  });
  const gaps = gapsOf([euro("saved", 900n), euro("earned", 50n), euro("cost", 300n)], []);

  expect(gaps.at(-1)).toMatchObject({ kind: null, currency: "EUR", expected: 650n, came: null });
  expect(digitsOf("EUR")).toBe(2);
});
