import { globSync, readFileSync } from "node:fs";

/** Statements that name the table of who has seen what; the bench's people are made up, and so is what they saw. */
const naming = globSync("{app,components,lib,scripts}/**/*.{ts,tsx}").filter(
  (path) =>
    !path.includes("/generated/") &&
    !path.startsWith("scripts/bench/") &&
    /\b(from|join|into|update) impression\b|\bdb\.impression\b/.test(readFileSync(path, "utf8")),
);

it("who has seen what is asked only where sightings are kept, and where they are counted", () => {
  expect(naming.filter((path) => !/^lib\/(impressions|ranking)\//.test(path))).toEqual([]);
});
