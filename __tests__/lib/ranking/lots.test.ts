import fc from "fast-check";
import { drawn, lotOf } from "@/lib/ranking/lots";
import { defaultPrior, supportRate } from "@/lib/ranking/support-rate";

const nothing = { seen: 0, supporters: 0, direct: 0, imported: 0, comparisons: 0, strength: 0 };
const lotAfter = (seen: number, supporters: number) =>
  lotOf(supportRate({ ...nothing, seen, supporters }, defaultPrior));
const share = (logOdds: number) => 1 / (1 + Math.exp(-logOdds));

it("draws in the upper half of what an idea may well have, and rarely far from it", () => {
  const rate = supportRate({ ...nothing, seen: 40, supporters: 12 }, defaultPrior);
  const lot = lotOf(rate);

  expect(share(drawn(lot, 0.5))).toBeGreaterThan(rate.expected);
  expect(share(drawn(lot, 0.5))).toBeLessThan(rate.hopeful);
  expect(share(drawn(lot, 0.02))).toBeGreaterThan(rate.merit);
  expect(share(drawn(lot, 0.98)) - rate.hopeful).toBeLessThan(rate.hopeful - rate.merit);
});

it("draws from less and less the more is known", () => {
  const counts = fc.tuple(fc.integer({ min: 1, max: 40 }), fc.integer({ min: 2, max: 6 }));
  fc.assert(
    fc.property(counts, ([supporters, times]) => {
      const few = lotAfter(supporters * 4, supporters);

      expect(lotAfter(supporters * 4 * times, supporters * times).scale).toBeLessThan(few.scale);
    }),
  );
});

it("lets an idea that nobody has seen yet draw above one that a hundred have seen and few support", () => {
  const [unseen, known] = [lotAfter(0, 0), lotAfter(100, 12)];

  expect(drawn(unseen, 0.8)).toBeGreaterThan(drawn(known, 0.8));
});
