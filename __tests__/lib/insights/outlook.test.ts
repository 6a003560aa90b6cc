import { daysWithin } from "@/lib/insights/days-within";
import { outlook } from "@/lib/insights/outlook";

const steady = (arrived: number, answered: number) => Array.from({ length: 13 }, () => ({ arrived, answered }));
const answers = ({ answered }: { answered: number }) => -answered;

it("half of the things took at most the median, as sorting them all would say", () => {
  const taken = [0, 1, 1, 4, 7, 7, 7, 30, 31, 400];
  const counts = [...new Set(taken)].map((days) => ({ days, stays: taken.filter((one) => one === days).length }));

  expect(daysWithin(0.5, counts)).toBe(taken[4]);
  expect(daysWithin(0.9, counts)).toBe(taken[8]);
});

it("what nobody knows the days of changes no median", () => {
  expect(
    daysWithin(0.5, [
      { days: null, stays: 90 },
      { days: 3, stays: 1 },
    ]),
  ).toBe(3);
  expect(daysWithin(0.5, [{ days: null, stays: 90 }])).toBeNull();
});

it("where every week is like the other there is no doubt", () => {
  expect(outlook(100, steady(0, 10), answers)).toEqual({ early: 10, likely: 10, late: 10 });
});

it("where weeks differ the range lies around what their mean says, and is wide", () => {
  const weeks = [0, 20, 5, 15, 10, 10, 2, 18, 10, 10, 30, 0, 0].map((answered) => ({ arrived: 0, answered }));
  const { early, likely, late } = outlook(200, weeks, answers);

  expect(likely).toBeGreaterThanOrEqual(17);
  expect(likely).toBeLessThanOrEqual(23);
  expect(early).toBeLessThan(likely);
  expect(late).toBeGreaterThan(likely);
});

it("a queue that new ideas fill faster than answers empty it is never empty", () => {
  const { likely } = outlook(50, steady(12, 10), ({ arrived, answered }) => arrived - answered);

  expect(likely).toBe(Number.POSITIVE_INFINITY);
});

it("nobody waiting is over at once, and nobody answering never", () => {
  expect(outlook(0, steady(1, 1), answers)).toEqual({ early: 0, likely: 0, late: 0 });
  expect(outlook(5, steady(1, 0), answers).early).toBe(Number.POSITIVE_INFINITY);
});

it("says the same when it is asked twice", () => {
  const weeks = [1, 5, 2, 9, 0].map((answered) => ({ arrived: 3, answered }));

  expect(outlook(60, weeks, answers)).toEqual(outlook(60, weeks, answers));
});
