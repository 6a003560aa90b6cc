import fc from "fast-check";
import type { Unit } from "@/lib/insights/few";
import { settle } from "@/lib/insights/voices";
import { solvedFor } from "./solved";

type Somebody = { department: Unit; place: Unit; level: number; band: number };

/** A tree of so many units, each below an earlier one or at the top. */
const tree = (name: string, most: number) =>
  fc
    .array(fc.nat({ max: 20 }), { minLength: 1, maxLength: most })
    .map(
      (picks) =>
        new Map(picks.map((pick, n) => [`${name}${n}`, n === 0 || pick > n ? null : `${name}${pick % n}`] as const)),
    );

/** A company in which places, levels and departments go together as they do in life: few in most of what can be crossed. */
const company = fc
  .record({ departments: tree("d", 9), places: tree("p", 5) })
  .chain(({ departments, places }) =>
    fc.record({
      departments: fc.constant(new Map<string, Unit>(departments)),
      places: fc.constant(new Map<string, Unit>(places)),
      people: fc.array(
        fc.record({
          department: fc.oneof({ weight: 9, arbitrary: fc.constantFrom(...departments.keys()) }, fc.constant(null)),
          strays: fc.nat({ max: 11 }).map((n) => n === 0),
          place: fc.constantFrom(...places.keys()),
          level: fc.oneof({ weight: 6, arbitrary: fc.constant(1) }, fc.integer({ min: 2, max: 4 })),
          band: fc.integer({ min: 1, max: 3 }),
        }),
        { minLength: 5, maxLength: 70 },
      ),
    }),
  )
  .map(({ people, ...trees }) => ({
    ...trees,
    people: people.map(({ strays, ...one }): Somebody => {
      const home = [...trees.places.keys()][Number(one.department?.slice(1) ?? 0) % trees.places.size] ?? null;
      return { ...one, place: strays ? one.place : home };
    }),
  }));

type Company = { departments: Map<string, Unit>; places: Map<string, Unit>; people: Somebody[] };

/** Who is in each group of which something is told: everybody, each unit with all below it, each level, each band. */
function toldGroups({ departments, places, people }: Company): number[][] {
  const counts = settle(
    people.map((one) => ({ ...one, people: 1 })),
    { departments, places },
  );
  const members = new Map<string, number[]>([["everybody", people.map((_, n) => n)]]);
  const join = (key: string, n: number) => members.set(key, [...(members.get(key) ?? []), n]);
  for (const [n, { department, place, level, band }] of counts.entries()) {
    for (const [parents, own] of [
      [departments, department],
      [places, place],
    ] as const) {
      join(`only ${parents === departments ? "d" : "p"} ${own}`, n);
      for (let unit: Unit = own; unit !== null; unit = parents.get(unit) ?? null) join(unit, n);
    }
    join(`level ${level}`, n);
    join(`band ${band}`, n);
  }
  return [...members.values()];
}

const runs = { numRuns: Number(process.env.FUZZ_RUNS ?? 300) };

it("no sum and no difference of groups that are told of is one to four people", () => {
  fc.assert(
    fc.property(company, (those) => {
      expect(solvedFor(toldGroups(those), those.people.length)).toEqual([]);
    }),
    runs,
  );
});

it("every group that is told of has five people or more", () => {
  fc.assert(
    fc.property(company, (those) => {
      expect(Math.min(...toldGroups(those).map(({ length }) => length))).toBeGreaterThanOrEqual(5);
    }),
    runs,
  );
});
