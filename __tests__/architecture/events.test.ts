import { globSync, readFileSync } from "node:fs";
import { toldTypes } from "@/lib/audit/tell";
import { declaredEvents } from "@/lib/platform/events";
import { reactions } from "@/lib/reactions";

const declaring = globSync("lib/**/*.ts").filter(
  (path) => path !== "lib/platform/events.ts" && readFileSync(path, "utf8").includes("defineEvent("),
);

beforeAll(() => Promise.all(declaring.map((path) => import(`../../${path}`))));

it("a module declares its events in events.ts", () => {
  expect(declaring.filter((path) => !/^lib\/\w+\/events\.ts$/.test(path))).toEqual([]);
});

it("every event has a name of its own", () => {
  const declarations = declaring.flatMap((path) => readFileSync(path, "utf8").match(/= defineEvent\(/g) ?? []);

  expect(declaredEvents()).toHaveLength(declarations.length);
});

it("every event is named after a thing and what happened to it, in the past tense", () => {
  const past = /^[a-z]+\.(\w*ed|begun|cast|withdrawn|signedIn|setUp)$/i;

  expect(declaredEvents().filter(({ type }) => !past.test(type))).toEqual([]);
});

it("an event is followed exactly when the table of reactions says what follows from it", () => {
  const followed = declaredEvents().filter((event) => event.followed);

  expect(followed.map(({ type }) => type).sort()).toEqual([...new Set(reactions.map(({ on }) => on.type))].sort());
});

it("what follows from one event has different names", () => {
  const names = reactions.map(({ on, name }) => `${on.type} ${name}`);

  expect(new Set(names).size).toBe(names.length);
});

it("administrators can read of every event in their language", () => {
  const wordless = declaredEvents().filter(({ type }) => !toldTypes.includes(type));

  expect(wordless.map(({ type }) => type)).toEqual([]);
});

it("there is no sentence about events that never happen", () => {
  const types = declaredEvents().map(({ type }) => type);

  expect(toldTypes.filter((type) => !types.includes(type))).toEqual([]);
});
