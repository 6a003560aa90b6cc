import fc from "fast-check";
import { fitPrior } from "@/lib/ranking/prior";
import { stream } from "../../../scripts/simulate/chance";
import { some } from "../../support/chance";

/** A draw from Beta(α, β) with whole numbers: which of α + β − 1 equal draws comes α-th. */
function rate(random: () => number, alpha: number, beta: number): number {
  const draws = Array.from({ length: alpha + beta - 1 }, random).sort((a, b) => a - b);
  return draws[alpha - 1] ?? 0;
}

const site = (alpha: number, beta: number, { ideas = 1500, seed = 1, factor = 1 } = {}) => {
  const random = stream(seed);
  return Array.from({ length: ideas }, () => {
    const seen = 10 + Math.floor(90 * random());
    return { seen: seen * factor, supporters: some(random, seen, rate(random, alpha, beta)) };
  });
};

it.each([
  [2, 8],
  [1, 19],
  [5, 5],
])("finds again that ideas differ like Beta(%d, %d)", (alpha, beta) => {
  const found = fitPrior(site(alpha, beta));

  expect(Math.abs((found?.alpha ?? 0) / alpha - 1)).toBeLessThan(0.15);
  expect(Math.abs((found?.beta ?? 0) / beta - 1)).toBeLessThan(0.15);
});

it("is not misled where luck decides who is shown again", () => {
  const random = stream(4);
  const counts = Array.from({ length: 3000 }, () => {
    const worth = rate(random, 2, 8);
    const first = some(random, 10, worth);
    return first < 2 ? { seen: 10, supporters: first } : { seen: 90, supporters: first + some(random, 80, worth) };
  });
  const found = fitPrior(counts) ?? { alpha: 0, beta: 0 };

  expect(found.alpha / (found.alpha + found.beta)).toBeCloseTo(0.2, 2);
});

it("says nothing of few ideas, of ideas that few saw, or where all are as good as each other at nothing", () => {
  expect(fitPrior(site(2, 8, { ideas: 49 }))).toBeNull();
  expect(fitPrior(site(2, 8).map(({ supporters }) => ({ seen: 9, supporters: Math.min(supporters, 9) })))).toBeNull();
  expect(fitPrior(site(2, 8).map(({ seen }) => ({ seen, supporters: 0 })))).toBeNull();
  expect(fitPrior(site(2, 8).map(({ seen }) => ({ seen, supporters: seen })))).toBeNull();
});

it("never counts for more than two hundred people", () => {
  const alike = site(2, 8).map(() => ({ seen: 100, supporters: 20 }));
  const found = fitPrior(alike) ?? { alpha: 0, beta: 0 };

  expect(found.alpha + found.beta).toBeCloseTo(200, 6);
  expect(found.alpha).toBeCloseTo(40, 3);
});

it("is finite and does not depend on the order, whatever it is told, fractions and too many supporters too", () => {
  const count = fc.record({
    seen: fc.double({ min: 0, max: 1000, noNaN: true }),
    supporters: fc.integer({ min: 0, max: 1200 }),
  });
  fc.assert(
    fc.property(fc.array(count, { minLength: 60, maxLength: 200 }), (counts) => {
      const found = fitPrior(counts);

      expect(fitPrior([...counts].reverse())).toEqual(found);
      for (const value of found ? [found.alpha, found.beta] : []) {
        expect(Number.isFinite(value)).toBe(true);
        expect(value).toBeGreaterThan(0);
      }
    }),
    { numRuns: 40 },
  );
});
