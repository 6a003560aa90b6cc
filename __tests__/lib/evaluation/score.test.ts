import fc from "fast-check";
import { parts } from "@/lib/evaluation/schema";
import { type Counted, scoreOf, spreadOf, type Weighted } from "@/lib/evaluation/score";

const criterion = fc.record({ part: fc.constantFrom(...parts), weight: fc.integer({ min: 0, max: 10 }) });

/** Some reviewers' marks for everything that a scorecard asks. */
const evaluated = fc
  .tuple(fc.array(criterion, { minLength: 1, maxLength: 8 }), fc.integer({ min: 1, max: 6 }))
  .chain(([asked, reviewers]) =>
    fc
      .array(fc.integer({ min: 1, max: 5 }), {
        minLength: asked.length * reviewers,
        maxLength: asked.length * reviewers,
      })
      .map((values) => {
        const criteria = asked.map((one, index): Weighted => ({ ...one, id: `c${index}` }));
        const marks = values.map(
          (value, index): Counted => ({
            reviewerId: `r${Math.floor(index / asked.length)}`,
            criterionId: `c${index % asked.length}`,
            value,
          }),
        );
        return { criteria, marks };
      }),
  );

/** The same to nine digits: sums of fractions leave dust. */
const rounded = (value: unknown) =>
  JSON.parse(JSON.stringify(value, (_, part) => (typeof part === "number" ? Number(part.toFixed(9)) : part)));

const always = <T>(things: fc.Arbitrary<T>, holds: (thing: T) => void) =>
  fc.assert(fc.property(things, holds), { numRuns: 500 });

it("is the same when all weights are multiplied by the same number", () => {
  always(fc.tuple(evaluated, fc.integer({ min: 2, max: 50 })), ([{ criteria, marks }, factor]) => {
    const scaled = criteria.map((one) => ({ ...one, weight: one.weight * factor }));

    expect(rounded(scoreOf(marks, scaled))).toEqual(rounded(scoreOf(marks, criteria)));
  });
});

it("is not moved by the marks of a criterion without weight", () => {
  always(fc.tuple(evaluated, fc.integer({ min: 1, max: 5 })), ([{ criteria, marks }, value]) => {
    const without = criteria.map((one, index) => (index === 0 ? { ...one, weight: 0 } : one));
    const moved = marks.map((mark) => (mark.criterionId === "c0" ? { ...mark, value } : mark));
    const [before, after] = [scoreOf(marks, without), scoreOf(moved, without)];

    expect(rounded({ ...before, criteria: [] })).toEqual(rounded({ ...after, criteria: [] }));
  });
});

it("has no spread where all say the same, and no disagreement", () => {
  always(evaluated, ({ criteria, marks }) => {
    const agreed = marks.map((mark) => ({ ...mark, value: 1 + (Number(mark.criterionId.slice(1)) % 5) }));
    const score = scoreOf(agreed, criteria);
    const many = new Set(marks.map(({ reviewerId }) => reviewerId)).size > 1;

    if (score) expect([score.spread, score.isDisputed]).toEqual([many ? 0 : null, false]);
  });
});

it("lies between the lowest and the highest mark that counts, and the best reviewer is nowhere below it", () => {
  always(evaluated, ({ criteria, marks }) => {
    const counting = new Set(criteria.filter(({ weight }) => weight > 0).map(({ id }) => id));
    const values = marks.filter(({ criterionId }) => counting.has(criterionId)).map(({ value }) => value);
    const score = scoreOf(marks, criteria);

    if (values.length === 0) return expect(score).toBeNull();
    expect(score?.mean).toBeGreaterThanOrEqual(Math.min(...values) - 1e-9);
    expect(score?.mean).toBeLessThanOrEqual(Math.max(...values) + 1e-9);
    expect(score?.best).toBeGreaterThanOrEqual((score?.mean ?? 0) - 1e-9);
  });
});

it("does not depend on the order in which reviewers or criteria come", () => {
  always(evaluated, ({ criteria, marks }) => {
    const turned = scoreOf(marks.toReversed(), criteria.toReversed());
    const score = scoreOf(marks, criteria);

    expect(rounded({ ...turned, criteria: [] })).toEqual(rounded({ ...score, criteria: [] }));
  });
});

it("rises when a mark that counts rises", () => {
  always(evaluated, ({ criteria, marks }) => {
    const index = marks.findIndex(
      ({ criterionId, value }) => value < 5 && criteria.some(({ id, weight }) => id === criterionId && weight > 0),
    );
    if (index < 0) return;
    const raised = marks.with(index, { ...(marks[index] as Counted), value: 5 });

    expect(scoreOf(raised, criteria)?.mean).toBeGreaterThan(scoreOf(marks, criteria)?.mean ?? 0);
  });
});

const asked: Weighted[] = [
  { id: "benefit", part: "value", weight: 3 },
  { id: "cost", part: "cost", weight: 1 },
];
const by = (reviewerId: string, benefit: number, cost: number): Counted[] => [
  { reviewerId, criterionId: "benefit", value: benefit },
  { reviewerId, criterionId: "cost", value: cost },
];

it("is what one works out by hand", () => {
  const score = scoreOf([...by("ada", 4, 2), ...by("bea", 5, 1), ...by("cleo", 2, 2)], asked);

  // (3·4 + 2) ÷ 4 = 3.5, (3·5 + 1) ÷ 4 = 4, (3·2 + 2) ÷ 4 = 2; their mean is 19 ÷ 6.
  expect(score?.reviewers).toEqual({ ada: 3.5, bea: 4, cleo: 2 });
  expect(score?.mean).toBeCloseTo(19 / 6, 10);
  expect(score?.spread).toBeCloseTo(Math.sqrt(13 / 12), 10);
  expect(score?.best).toBe(4);
  expect(score?.parts.value?.mean).toBeCloseTo(11 / 3, 10);
  expect(score?.parts.risk).toBeNull();
});

it("measures the spread by the sample standard deviation", () => {
  expect(spreadOf([2, 4, 4, 4, 5, 5, 7, 9])).toBeCloseTo(Math.sqrt(32 / 7), 12);
  expect([spreadOf([3]), spreadOf([])]).toEqual([null, null]);
});

it("tells of disagreement when means lie a step apart, or marks for one criterion three", () => {
  expect(scoreOf([...by("ada", 3, 3), ...by("bea", 4, 4), ...by("cleo", 5, 5)], asked)?.isDisputed).toBe(true);
  expect(scoreOf([...by("ada", 3, 3), ...by("bea", 4, 3)], asked)?.isDisputed).toBe(false);
  // The whole evens out: (3·3 + 4) ÷ 4 and (3·3 + 1) ÷ 4 are 0.75 apart.
  const even = scoreOf([...by("ada", 3, 4), ...by("bea", 3, 1)], asked);
  expect([even?.isDisputed, even?.criteria.map(({ isDisputed }) => isDisputed)]).toEqual([true, [false, true]]);
  const ignored = asked.map((one) => ({ ...one, weight: one.id === "cost" ? 0 : one.weight }));
  expect(scoreOf([...by("ada", 3, 4), ...by("bea", 3, 1)], ignored)?.isDisputed).toBe(false);
});
