import { hire } from "@/__tests__/support/database";
import type { Actor } from "@/lib/access/actor";
import { rankedResults } from "@/lib/evaluation/ranked-results";
import { type Results, resultsInput } from "@/lib/evaluation/schema";
import { everybodyLeaves, givenEvaluation, handIn, reviewer } from "./evaluating";

let chief: Actor;
let [valued, cheap, loved]: string[] = [];

beforeAll(async () => {
  await everybodyLeaves();
  chief = await hire({ roles: ["executive"] });
  const [ada, bea] = [await reviewer("Ada"), await reviewer("Bea")];
  // Value counts 7 of 12 to begin with, cost 3, risk 2.
  valued = await givenEvaluation([ada, bea]);
  cheap = await givenEvaluation([ada, bea]);
  loved = await givenEvaluation([ada, bea]);
  for (const who of [ada, bea]) {
    await handIn(who, valued, [5, 5, 5, 1, 1, 3]);
    await handIn(who, cheap, [3, 3, 3, 5, 5, 3]);
  }
  await handIn(ada, loved, 5);
  await handIn(bea, loved, 1);
});

const names = ({ results }: Results) =>
  results.map(({ ideaId }) => (ideaId === valued ? "valued" : ideaId === cheap ? "cheap" : "loved"));
const ask = (input: object = {}) => rankedResults(chief, resultsInput.parse(input));

it("puts what reviewers value most first, by the scorecard's weights", async () => {
  const listed = await ask();

  expect(names(listed)).toEqual(["valued", "cheap", "loved"]);
  // (7·5 + 3·1 + 2·3) ÷ 12 = 44 ÷ 12, (7·3 + 3·5 + 2·3) ÷ 12 = 42 ÷ 12.
  expect(listed.results.map(({ score }) => score.mean)).toEqual([44 / 12, 42 / 12, 3]);
  expect(listed.results[2]?.score.isDisputed).toBe(true);
});

it("follows when weights are moved, without touching a mark", async () => {
  const { criteria } = await ask();
  const cost = criteria.filter(({ part }) => part === "cost").map(({ id }) => id);
  const moved = await ask({ criterion: cost, weight: ["10", "10"] });

  expect(names(moved)).toEqual(["cheap", "loved", "valued"]);
  expect(moved.criteria.map(({ weight }) => weight)).toEqual([3, 2, 2, 10, 10, 2]);
  expect(names(await ask())).toEqual(["valued", "cheap", "loved"]);
});

it("leaves out what has no weight, and lists nothing where nothing counts", async () => {
  const { criteria } = await ask();
  const all = criteria.map(({ id }) => id);
  const onlyRisk = criteria.map(({ part }) => (part === "risk" ? 1 : 0));

  expect((await ask({ criterion: all, weight: onlyRisk })).results.map(({ score }) => score.mean)).toEqual([3, 3, 3]);
  expect((await ask({ criterion: all, weight: all.map(() => 0) })).results).toEqual([]);
});

it("has an order by the best that one reviewer gave, and one by how far they are apart", async () => {
  expect(names(await ask({ order: "best" }))).toEqual(["loved", "valued", "cheap"]);
  expect(names(await ask({ order: "spread" }))[0]).toBe("loved");
});

it("is ordered as the scores beside it say, whatever the weights", async () => {
  const { criteria } = await ask();
  for (let round = 0; round < 20; round++) {
    const weight = criteria.map((_, index) => (round * 7 + index * 5 + ((round * index) % 3)) % 11);
    const { results } = await ask({ criterion: criteria.map(({ id }) => id), weight });
    const means = results.map(({ score }) => score.mean);

    expect(means).toEqual(means.toSorted((a, b) => b - a));
  }
});

it.each([{ weight: ["99"], criterion: ["not-an-id"] }, { order: "price", page: "-1" }, { weight: "3" }])(
  "takes an address that makes no sense for none: %j",
  async (input) => {
    expect(names(await ask(input))).toEqual(["valued", "cheap", "loved"]);
  },
);
