import fc from "fast-check";
import { bandOf, bands } from "@/lib/impressions/bands";
import { type Cell, defaultCurve, fitPositions } from "@/lib/ranking/position-bias";
import { stream } from "../../../scripts/simulate/chance";
import { some } from "../../support/chance";

/** A log of ideas of different worth, each seen in all bands or in some, under a curve that we know. */
function log(curve: number[], { ideas = 400, people = 60, seed = 1 } = {}): Cell[] {
  const random = stream(seed);
  return Array.from({ length: ideas }, (_, index) => {
    const worth = 0.05 + 0.4 * random();
    return curve.map((attention, place) => {
      const there = Math.floor(random() * people);
      return {
        idea: `idea ${index}`,
        band: place + 1,
        people: there,
        supporters: some(random, there, worth * attention),
      };
    });
  }).flat();
}

const farthest = (one: readonly number[], other: readonly number[]) =>
  Math.max(...one.map((value, index) => Math.abs(value - (other[index] ?? 0))));

const steep = [1, 0.71, 0.58, 0.47, 0.35, 0.26, 0.18];
const flat = [1, 1, 1, 1, 1, 1, 1];

it("tells seven bands of a list apart", () => {
  const all = [1, 2, 3, 4, 5, 6, 10, 11, 20, 21, 1000];

  expect(all.map(bandOf)).toEqual([1, 2, 3, 4, 4, 5, 5, 6, 6, 7, 7]);
  expect(defaultCurve).toHaveLength(bands);
});

it.each([
  ["steep", steep],
  ["mild", [...defaultCurve]],
  ["flat", flat],
])("finds a %s curve again from who saw what where", (_, curve) => {
  const fitted = fitPositions(log(curve));

  expect(farthest(fitted ?? [], curve)).toBeLessThan(0.08);
});

it("is not fooled where the lucky are put at the top", () => {
  const random = stream(3);
  const cells = Array.from({ length: 600 }, (_, index) => {
    const worth = 0.1 + 0.2 * random();
    const below = some(random, 12, worth * 0.6);
    const top = below >= 2 ? some(random, 30, worth) : some(random, 30, worth * 0.8);
    return [
      { idea: `${index}`, band: 5, people: 12, supporters: below },
      { idea: `${index}`, band: below >= 2 ? 1 : 2, people: 30, supporters: top },
      { idea: `${index}`, band: 3, people: 30, supporters: some(random, 30, worth * 0.7) },
    ];
  }).flat();
  // A fourth band, so that there are enough of them.
  const ideas = cells.map((cell) => ({ ...cell, band: cell.band === 3 && Number(cell.idea) % 2 ? 4 : cell.band }));

  expect(farthest(fitPositions(ideas)?.slice(0, 5) ?? [], [1, 0.8, 0.7, 0.7, 0.6])).toBeLessThan(0.08);
});

it("says nothing while there is little", () => {
  expect(fitPositions([])).toBeNull();
  expect(fitPositions(log(steep, { ideas: 20 }))).toBeNull();
  expect(fitPositions(log(steep, { people: 2 }))).toBeNull();
});

it("says nothing where every idea has its own place", () => {
  const own = log(steep, { people: 500 }).filter(({ idea, band }) => Number(idea.slice(5)) % bands === band - 1);

  expect(own.every(({ people, supporters }) => people >= supporters) && own.length > 350).toBe(true);
  expect(fitPositions(own)).toBeNull();
});

it("goes on as the default does where too few look", () => {
  const fitted = fitPositions(log(steep).filter(({ band }) => band < 6)) ?? [];

  expect((fitted[5] ?? 0) / (fitted[4] ?? 0)).toBeCloseTo((defaultCurve[5] ?? 0) / (defaultCurve[4] ?? 0), 5);
});

it("does not depend on the order in which it is told", () => {
  const cells = log(steep, { seed: 5 });
  const random = stream(9);
  const shuffled = cells.map((cell) => ({ cell, at: random() })).sort((a, b) => a.at - b.at);

  expect(fitPositions(shuffled.map(({ cell }) => cell))).toEqual(fitPositions(cells));
});

it("is a curve that never rises, begins with one and stays above nothing, whatever it is told", () => {
  const cell = fc.record({
    idea: fc.integer({ min: 1, max: 60 }).map(String),
    band: fc.integer({ min: -1, max: 9 }),
    people: fc.oneof(fc.integer({ min: -5, max: 2000 }), fc.double({ min: 0, max: 2000, noNaN: true })),
    supporters: fc.integer({ min: -5, max: 3000 }),
  });
  let curves = 0;
  fc.assert(
    fc.property(fc.array(cell, { minLength: 300, maxLength: 600 }), (cells) => {
      const curve = fitPositions(cells);
      if (!curve) return;
      curves++;
      expect(curve).toHaveLength(bands);
      expect(curve[0]).toBe(1);
      for (let band = 1; band < bands; band++) {
        expect(curve[band]).toBeGreaterThan(0);
        expect(curve[band]).toBeLessThanOrEqual(curve[band - 1] ?? 0);
      }
    }),
    { numRuns: 60 },
  );
  expect(curves).toBeGreaterThan(0);
});
