import { globSync, readFileSync } from "node:fs";
import { dirname, join, normalize } from "node:path";

/** Left to right: a file imports only from its own layer or one further left. */
const layers = [
  "platform",
  "access",
  "people",
  "settings",
  "campaigns",
  "ideas",
  "comments",
  "votes",
  "impressions",
  "comparisons",
  "workflow",
  "evaluation",
  "search",
  "duplicates",
  "delivery",
  "goals",
  "ranking",
  "desk",
  "announcements",
  "ambassadors",
  "insights",
  "audit",
  "integrations",
  "transfer",
  "notifications",
  "reactions",
  "api",
  "schedule",
  "worker",
];

const sources = globSync("{app,components,lib}/**/*.{ts,tsx}").filter((path) => !path.includes("/generated/"));

/** What a file imports of ours, as paths from the root without their extension. */
function importsOf(path: string): string[] {
  const found = readFileSync(path, "utf8").matchAll(/(?:from|import)\s*\(?\s*"([^"]+)"/g);
  return [...found].flatMap(([, name = ""]) => {
    if (name.startsWith("@/")) return [name.slice(2)];
    return name.startsWith(".") ? [normalize(join(dirname(path), name))] : [];
  });
}

const layerOf = (path: string) =>
  path.startsWith("lib/") ? layers.indexOf((path.split("/")[1] ?? "").replace(/\.\w+$/, "")) : -1;
const offences = (isWrong: (from: string, to: string) => boolean, of = sources): string[] =>
  of.flatMap((from) =>
    importsOf(from)
      .filter((to) => isWrong(from, to))
      .map((to) => `${from} → ${to}`),
  );

it("calls go down: no module imports from one to its right", () => {
  const lib = sources.filter((path) => path.startsWith("lib/"));

  expect(lib.filter((path) => layerOf(path) < 0)).toEqual([]);
  expect(offences((from, to) => to.startsWith("lib/") && layerOf(to) > layerOf(from), lib)).toEqual([]);
});

it("nobody imports a page", () => {
  expect(offences((from, to) => to.startsWith("app/") && !from.startsWith("app/"))).toEqual([]);
});

it("lib knows nothing of what is drawn", () => {
  expect(offences((from, to) => from.startsWith("lib/") && to.startsWith("components/"))).toEqual([]);
});

it("only lib sees the database", () => {
  expect(
    offences((from, to) => to.startsWith("lib/platform/db") && !from.startsWith("lib/") && !to.endsWith("is-ready")),
  ).toEqual([]);
});

it("shared parts know no idea and no vote", () => {
  const foreign = (to: string) => !/^(components\/ui\/|lib\/platform\/)/.test(to);

  expect(offences((from, to) => from.startsWith("components/ui/") && foreign(to))).toEqual([]);
});

it("components fetch nothing: of lib they see schemas, actions, states, orders, kinds, what figures are, permissions' types and the platform", () => {
  const allowed =
    /^(components\/|lib\/platform\/|lib\/\w+\/((?:\w+-)?schema|actions|states|orders|kinds)$|lib\/insights\/(section|cell-text|flow-layout|glossary|list-path|named-units)$)/;

  expect(offences((from, to) => from.startsWith("components/") && !allowed.test(to))).toEqual([]);
});

it("only access makes actors", () => {
  expect(
    sources.filter((path) => !path.startsWith("lib/access/") && /\bmint\(/.test(readFileSync(path, "utf8"))),
  ).toEqual([]);
});

it("only rules.ts looks at roles", () => {
  const looking = sources.filter((path) => /\.roles\.has\(/.test(readFileSync(path, "utf8")));

  expect(looking).toEqual(["lib/access/rules.ts"]);
});

it("only env.ts reads the environment", () => {
  const reading = [...sources, "proxy.ts"].filter((path) => /process\.env/.test(readFileSync(path, "utf8")));

  expect(reading).toEqual(["lib/platform/env.ts"]);
});

it("SQL is never put together from strings", () => {
  const unsafe = sources.filter((path) => /\$(query|execute)RawUnsafe|Prisma\.raw\(/.test(readFileSync(path, "utf8")));

  expect(unsafe).toEqual([]);
});

it("no file is a barrel or a drawer for everything", () => {
  const banned = /(^|\/)(index|utils?|helpers?|misc|common|constants|types|services?|managers?)\.tsx?$/;

  expect(sources.filter((path) => banned.test(path))).toEqual([]);
});
