import { holds, textOf, textsOf } from "@/lib/transfer/cell";

const cells = { zona: "Zona Sur 2: Covaresa", empty: "", answer: { summary: "Yes" }, ids: [1, 2, 2], n: 7 };

it("finds columns, nested ones and numbers, and nothing where there is nothing", () => {
  expect(
    ["zona", "answer.summary", "n", "answer.none", "__proto__", "constructor"].map((name) => textOf(cells, name)),
  ).toEqual(["Zona Sur 2: Covaresa", "Yes", "7", "", "", ""]);
});

it("takes the first that is not empty, joins, transforms and translates", () => {
  expect(textOf(cells, { first: ["empty", "zona"], transform: ["beforeColon"] })).toBe("Zona Sur 2");
  expect(textOf(cells, { join: ["n", "empty", "n"], with: "/" })).toBe("7/7");
  expect(textOf(cells, { column: "n", map: { "7": "seven" } })).toBe("seven");
  expect(textOf(cells, { column: "empty", map: { "": "none", "*": "some" } })).toBe("none");
  expect(textOf(cells, { column: "n", map: { "": "none", "*": "some" } })).toBe("some");
});

it("reads lists from JSON and from split texts, each entry once", () => {
  expect(textsOf(cells, { of: "ids" })).toEqual(["1", "2"]);
  expect(textsOf({ tags: " a | b || a " }, { of: "tags", split: "|" })).toEqual(["a", "b"]);
});

it("knows whether a condition holds", () => {
  expect(holds(cells, { column: "zona" })).toBe(true);
  expect(holds(cells, { column: "empty" })).toBe(false);
  expect(holds(cells, { column: "n", in: ["6"] })).toBe(false);
});
