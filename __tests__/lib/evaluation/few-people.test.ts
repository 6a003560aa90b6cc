import fc from "fast-check";
import { reportOf } from "@/lib/evaluation/distance-report";
import { keptBack } from "@/lib/evaluation/few-people";
import { type distances, FEWEST_PEOPLE } from "@/lib/evaluation/schema";

const cells = fc.array(fc.record({ people: fc.integer({ min: 0, max: 12 }) }), { minLength: 1, maxLength: 5 });

it("tells no figure about fewer than five people", () => {
  fc.assert(
    fc.property(cells, (row) => {
      const hidden = keptBack(row);

      expect(row.filter(({ people }, index) => !hidden[index] && people > 0 && people < FEWEST_PEOPLE)).toEqual([]);
    }),
  );
});

it("leaves nothing about fewer than five people to be had by taking what is told away from the total", () => {
  fc.assert(
    fc.property(cells, (row) => {
      const hidden = keptBack(row);
      const rest = row.filter((_, index) => hidden[index]);
      const isToldOfMany = row.some(({ people }) => people >= FEWEST_PEOPLE);

      if (rest.length > 0 && isToldOfMany)
        expect(Math.max(...rest.map(({ people }) => people))).toBeGreaterThanOrEqual(5);
    }),
  );
});

it("keeps back nothing where all stand on enough people, and tells of nobody as it is", () => {
  expect(keptBack([{ people: 5 }, { people: 9 }, { people: 0 }])).toEqual([false, false, false]);
  expect(keptBack([{ people: 4 }, { people: 9 }, { people: 6 }])).toEqual([true, false, true]);
});

/** Marks by `reviewers` people for the ideas of `authors` people, each pair with so many that sum up to that. */
const pairs = (distance: (typeof distances)[number], reviewers: number, authors: number, marks = 2, sum = 6) =>
  Array.from({ length: reviewers * authors }, (_, index) => ({
    distance,
    reviewerId: `${distance} r${index % reviewers}`,
    authorId: `${distance} a${Math.floor(index / reviewers)}`,
    marks,
    sum,
  }));

it("reports marks and their mean by distance, and all together", () => {
  const report = reportOf([...pairs("other", 5, 5), ...pairs("branch", 5, 6, 1, 5)]);

  expect(report.figures).toEqual([
    { distance: "team", marks: 0, mean: null },
    { distance: "branch", marks: 30, mean: 5 },
    { distance: "other", marks: 50, mean: 3 },
    { distance: "unknown", marks: 0, mean: null },
  ]);
  expect(report.total).toEqual({ marks: 80, mean: 3.75 });
});

it.each([
  ["reviewers", 4, 20],
  ["authors", 20, 4],
])(
  "reports nothing of marks with fewer than five %s behind them, nor the next smallest beside them",
  (_, one, other) => {
    const report = reportOf([...pairs("team", one, other), ...pairs("branch", 6, 6), ...pairs("other", 9, 9)]);

    expect(report.figures.map((figure) => ("hidden" in figure ? figure.distance : null))).toEqual([
      "team",
      "branch",
      null,
      null,
    ]);
    expect(report.total).not.toBeNull();
  },
);

it("reports no total either where there are fewer than five people in all", () => {
  expect(reportOf(pairs("other", 4, 30)).total).toBeNull();
});
