import fc from "fast-check";
import { keptBack, type Part } from "@/lib/insights/kept-back";

const tellsOfFew = ({ doers }: { doers: number }) => doers > 0 && doers < 5;

const flat = (counts: number[]): Part[] =>
  counts.map((doers, at) => ({ key: String(at), within: null, people: 100 - at, doers }));

it("keeps a second figure back where the first would follow from the total", () => {
  expect([...keptBack(flat([20, 3, 9]), tellsOfFew)].sort()).toEqual(["1", "2"]);
});

it("keeps as many back as it takes for all of them together to be about five", () => {
  const kept = keptBack(flat([20, 1, 2, 12]), tellsOfFew);

  expect([...kept].sort()).toEqual(["1", "2", "3"]);
});

it("keeps nothing back where nobody would be told of", () => {
  expect([...keptBack(flat([20, 0, 7]), tellsOfFew)]).toEqual([]);
});

it("keeps back what is part of something that is kept back", () => {
  const parts: Part[] = [
    { key: "whole", within: null, people: 60, doers: 30 },
    { key: "small", within: "whole", people: 20, doers: 3 },
    { key: "beside", within: "whole", people: 40, doers: 27 },
    { key: "part", within: "beside", people: 40, doers: 27 },
  ];

  expect([...keptBack(parts, tellsOfFew)].sort()).toEqual(["beside", "part", "small"]);
});

it("what is kept back of a whole is never about one to four together", () => {
  fc.assert(
    fc.property(fc.array(fc.nat({ max: 30 }), { minLength: 1, maxLength: 8 }), (counts) => {
      const kept = [...keptBack(flat(counts), tellsOfFew)].map((key) => counts[Number(key)] ?? 0);
      const together = kept.reduce((sum, one) => sum + one, 0);
      const total = counts.reduce((sum, one) => sum + one, 0);
      expect(kept.length === 0 || together >= 5 || together === total).toBe(true);
    }),
  );
});
