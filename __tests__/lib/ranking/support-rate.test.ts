import fc from "fast-check";
import { defaultPrior, type Evidence, supportRate } from "@/lib/ranking/support-rate";

const evidence = fc.record<Evidence>({
  seen: fc.double({ min: 0, max: 5000, noNaN: true }),
  supporters: fc.integer({ min: 0, max: 2000 }),
  direct: fc.integer({ min: 0, max: 5000 }),
  imported: fc.double({ min: 0, max: 1, noNaN: true }),
  comparisons: fc.integer({ min: 0, max: 500 }),
  strength: fc.double({ min: -4, max: 4, noNaN: true }),
});

const prior = fc.record({
  alpha: fc.double({ min: 0.1, max: 60, noNaN: true }),
  beta: fc.double({ min: 0.5, max: 140, noNaN: true }),
});

const always = (holds: (known: Evidence, before: { alpha: number; beta: number }, more: number) => void) =>
  fc.assert(fc.property(evidence, prior, fc.integer({ min: 1, max: 500 }), holds), { numRuns: 300 });

/** Quantiles are found by trial and error, to some eight digits. */
const DUST = 1e-7;

it.each(["supporters", "direct", "imported", "strength"] as const)(
  "never falls when %s grows and all else stays",
  (what) => {
    always((known, before, more) => {
      const grown = {
        ...known,
        [what]: what === "imported" ? Math.min(known.imported + more / 500, 1) : known[what] + more,
      };
      const [less, rate] = [supportRate(known, before), supportRate(grown, before)];

      expect(rate.merit).toBeGreaterThanOrEqual(less.merit - DUST);
      expect(rate.expected).toBeGreaterThanOrEqual(less.expected - DUST);
      expect(rate.hopeful).toBeGreaterThanOrEqual(less.hopeful - DUST);
    });
  },
);

it("never rises when more people see an idea and nobody supports it for that", () => {
  always((known, before, more) => {
    const seen = supportRate({ ...known, seen: known.seen + more }, before);

    expect(seen.merit).toBeLessThanOrEqual(supportRate(known, before).merit + DUST);
  });
});

it("gets surer with evidence: the same share of more people leaves less in doubt", () => {
  const counts = fc.tuple(
    fc.integer({ min: 1, max: 50 }),
    fc.integer({ min: 2, max: 9 }),
    fc.integer({ min: 2, max: 20 }),
  );
  const none = { direct: 0, imported: 0, comparisons: 0, strength: 0 };
  fc.assert(
    fc.property(counts, ([supporters, per, times]) => {
      // A prior with this very mean, so that nothing but the amount of evidence differs.
      const before = { alpha: 10 / per, beta: 10 - 10 / per };
      const widthAt = (factor: number) => {
        const rate = supportRate({ ...none, seen: supporters * per * factor, supporters: supporters * factor }, before);
        expect(rate.expected).toBeCloseTo(1 / per, 9);
        return rate.hopeful - rate.merit;
      };

      expect(widthAt(times)).toBeLessThan(widthAt(1));
    }),
  );
});

it("is a share of people, its ends around what to expect or near to it", () => {
  always((known, before) => {
    const { merit, expected, hopeful } = supportRate(known, before);

    expect(merit).toBeGreaterThanOrEqual(0);
    expect(hopeful).toBeLessThanOrEqual(1);
    expect(merit).toBeLessThanOrEqual(hopeful + DUST);
    expect(merit).toBeLessThanOrEqual(expected + DUST);
  });
});

it("lets no number of votes by link lift an idea to more than twice what is usual", () => {
  const usual = defaultPrior.alpha / (defaultPrior.alpha + defaultPrior.beta);
  const none = { seen: 0, supporters: 0, imported: 0, comparisons: 0, strength: 0 };
  const { expected } = supportRate({ ...none, direct: 1_000_000 }, defaultPrior);

  expect(expected).toBeGreaterThan(usual);
  expect(expected).toBeLessThan(2 * usual);
});
