import fc from "fast-check";
import { type Information, solve, standardErrors } from "@/lib/comparisons/information";
import type { Preference } from "@/lib/comparisons/pair-graph";
import { type Strength, strengthsOf } from "@/lib/comparisons/strength";

/** Numbers from 0 to 1 that are the same in every run. */
function chances(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 1_664_525 + 1_013_904_223) % 2 ** 32;
    return state / 2 ** 32;
  };
}

const idOf = (n: number) => `idea ${String(n).padStart(4, "0")}`;
const numberOf = (id: string) => Number(id.slice(-4));

/** Ideas whose true strengths lie evenly from -2 to 2, compared by people who prefer the stronger one as often as the model says. */
function simulated({ ideas, comparisons, seed = 1 }: { ideas: number; comparisons: number; seed?: number }) {
  const chance = chances(seed);
  const truths = Array.from({ length: ideas }, (_, n) => (4 * n) / (ideas - 1) - 2);
  const rows: Preference[] = [];
  while (rows.length < comparisons) {
    const [a, b] = [Math.floor(chance() * ideas), Math.floor(chance() * ideas)];
    if (a === b) continue;
    const isAhead = chance() < 1 / (1 + Math.exp((truths[b] ?? 0) - (truths[a] ?? 0)));
    rows.push(isAhead ? { winnerId: idOf(a), loserId: idOf(b) } : { winnerId: idOf(b), loserId: idOf(a) });
  }
  return { truths, rows };
}

const won = (winner: number, loser: number, times = 1): Preference[] =>
  Array.from({ length: times }, () => ({ winnerId: idOf(winner), loserId: idOf(loser) }));
const strengthOf = (all: Strength[], n: number) => all.find(({ ideaId }) => ideaId === idOf(n)) as Strength;

/** Preferences among a few ideas, of any kind: unbeaten ones, strangers to each other, contradictions. */
const preferences = fc.array(
  fc
    .tuple(fc.nat(7), fc.nat(7))
    .filter(([a, b]) => a !== b)
    .map(([a, b]) => ({ winnerId: idOf(a), loserId: idOf(b) })),
  { maxLength: 60 },
);

it("finds the strengths that ideas really have", async () => {
  const { truths, rows } = simulated({ ideas: 40, comparisons: 8_000 });

  const found = await strengthsOf(rows);

  const misses = found.map(({ ideaId, strength }) => Math.abs(strength - (truths[numberOf(ideaId)] ?? 0)));
  expect(found).toHaveLength(40);
  expect(Math.max(...misses)).toBeLessThan(0.5);
});

it("says how far it may be off: about nine of ten true strengths lie within 1.645 standard errors", async () => {
  const within = await Promise.all(
    [1, 2, 3, 4, 5].map(async (seed) => {
      const { truths, rows } = simulated({ ideas: 100, comparisons: 1_500, seed });
      const found = await strengthsOf(rows);
      return found.map((one) => Math.abs(one.strength - (truths[numberOf(one.ideaId)] ?? 0)) < 1.645 * one.error);
    }),
  );

  const share = within.flat().filter(Boolean).length / within.flat().length;
  expect(share).toBeGreaterThan(0.85);
  expect(share).toBeLessThan(0.95);
});

it("has the average idea at 0", () =>
  fc.assert(
    fc.asyncProperty(preferences, async (rows) => {
      const sum = (await strengthsOf(rows)).reduce((total, { strength }) => total + strength, 0);
      expect(sum).toBeCloseTo(0, 5);
    }),
  ));

it("does not depend on the order in which people answered, to the last digit", () =>
  fc.assert(
    fc.asyncProperty(preferences, fc.integer({ min: 1, max: 2 ** 31 }), async (rows, seed) => {
      const chance = chances(seed);
      const shuffled = rows
        .map((row) => ({ row, at: chance() }))
        .sort((a, b) => a.at - b.at)
        .map(({ row }) => row);

      expect(await strengthsOf(shuffled)).toEqual(await strengthsOf(rows));
    }),
  ));

it("turns around when everybody had preferred the other one", () =>
  fc.assert(
    fc.asyncProperty(preferences, async (rows) => {
      const turned = rows.map(({ winnerId, loserId }) => ({ winnerId: loserId, loserId: winnerId }));
      const [found, opposite] = [await strengthsOf(rows), await strengthsOf(turned)];

      found.forEach(({ strength, error }, i) => {
        expect(opposite[i]?.strength).toBeCloseTo(-strength, 5);
        expect(opposite[i]?.error).toBeCloseTo(error, 5);
      });
    }),
  ));

it("keeps an idea finite that was never beaten, or never preferred", async () => {
  const found = await strengthsOf(won(1, 2, 1_000));

  expect(strengthOf(found, 1).strength).toBeGreaterThan(1);
  expect(strengthOf(found, 1).strength).toBeLessThan(5);
  expect(strengthOf(found, 2).strength).toBeCloseTo(-strengthOf(found, 1).strength, 6);
});

it("rises with every preference, and the one that was passed over falls", () =>
  fc.assert(
    fc.asyncProperty(preferences, fc.tuple(fc.nat(7), fc.nat(7)), async (rows, [a, b]) => {
      fc.pre(a !== b);
      const known = [...rows, ...won(a, b), ...won(b, a)];
      const [before, after] = [await strengthsOf(known), await strengthsOf([...known, ...won(a, b)])];

      expect(strengthOf(after, a).strength).toBeGreaterThan(strengthOf(before, a).strength);
      expect(strengthOf(after, b).strength).toBeLessThan(strengthOf(before, b).strength);
    }),
  ));

it("is surer the more often an idea was compared, and never less sure than before anybody was asked", () =>
  fc.assert(
    fc.asyncProperty(fc.integer({ min: 1, max: 30 }), async (times) => {
      const even = (n: number) => [...won(1, 2, n), ...won(2, 1, n)];
      const [before, after] = [await strengthsOf(even(times)), await strengthsOf(even(times + 1))];

      expect(strengthOf(after, 1).error).toBeLessThan(strengthOf(before, 1).error);
      expect(strengthOf(before, 1).error).toBeLessThan(1);
    }),
  ));

it("puts groups of ideas that never met on one scale, each around the average", async () => {
  const found = await strengthsOf([...won(1, 2, 5), ...won(3, 4, 5)]);

  expect(strengthOf(found, 3).strength).toBeCloseTo(strengthOf(found, 1).strength, 8);
});

it("counts in how many comparisons an idea was, and knows nothing of the others", async () => {
  const found = await strengthsOf([...won(1, 2, 2), ...won(2, 3)]);

  expect(found.map(({ ideaId, comparisons }) => [ideaId, comparisons])).toEqual([
    [idOf(1), 2],
    [idOf(2), 3],
    [idOf(3), 1],
  ]);
  expect(await strengthsOf([])).toEqual([]);
});

/** The inverse of the information, by solving for every column. */
const variancesOf = (information: Information) =>
  Array.from({ length: information.size }, (_, i) => {
    const unit = new Float64Array(information.size);
    unit[i] = 1;
    return solve(information, unit)[i] ?? 0;
  });

/** All in one: each with the next, and `more` pairs besides. */
function linksAmong(size: number, more: number, seed: number): Information {
  const chance = chances(seed);
  const any = (below: number) => Math.floor(chance() * below);
  const pairs = new Map(Array.from({ length: size - 1 }, (_, n) => [`${n} ${n + 1}`, [n, n + 1]]));
  for (let i = 0; i < more; i++) {
    const [a, b] = [any(size), any(size)].sort((x, y) => x - y) as [number, number];
    if (a !== b) pairs.set(`${a} ${b}`, [a, b]);
  }
  const ends = [...pairs.values()];
  const [one, other] = [0, 1].map((end) => Int32Array.from(ends, (pair) => pair[end] ?? 0)) as [Int32Array, Int32Array];
  return { size, prior: 1, links: { one, other, weight: Float64Array.from(ends, () => 0.05 + 2 * chance()) } };
}

it("the standard errors are exact where comparisons form no circle", () => {
  const chain: Information = {
    size: 4,
    prior: 1,
    links: {
      one: Int32Array.of(0, 1, 1),
      other: Int32Array.of(1, 2, 3),
      weight: Float64Array.of(0.5, 2, 7),
    },
  };

  const exact = variancesOf(chain).map((variance) => expect.closeTo(Math.sqrt(variance), 3));

  expect([...standardErrors(chain)]).toEqual(exact);
});

it("where they do, the errors lie between those against all ideas there could be and those against the compared ones", () =>
  fc.assert(
    fc.property(fc.integer({ min: 2, max: 20 }), fc.integer({ min: 1, max: 150 }), fc.nat(), (size, count, seed) => {
      const information = linksAmong(size, count, seed);
      const exact = variancesOf(information);

      standardErrors(information).forEach((error, i) => {
        expect(error ** 2).toBeLessThan((exact[i] ?? 0) * 1.001);
        expect(error ** 2).toBeGreaterThan(((exact[i] ?? 0) - 1 / size) * 0.999);
      });
    }),
    { numRuns: 200, seed: 1 },
  ));
