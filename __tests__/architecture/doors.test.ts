import { existsSync, globSync, readFileSync } from "node:fs";
import { api } from "@/lib/api";
import { doors, type Who } from "./doors";

const read = (path: string) => readFileSync(path, "utf8");

if (!existsSync(".next/server/app-paths-manifest.json")) {
  throw new Error("This test reads what the build serves: run `npm run build` first, or `npm test`, which does.");
}
const json = <T>(path: string): T => JSON.parse(read(path));

/** What Next serves by itself. */
const own = ["/_global-error/page", "/_not-found/page", "/icon.svg/route"];

const served = Object.keys(json<Record<string, string>>(".next/server/app-paths-manifest.json")).filter(
  (path) => !own.includes(path),
);
const address = (path: string) => path.replace(/\/\([^/]+\)/g, "").replace(/\/(page|route)$/, "") || "/";
const source = (path: string) => [`app${path}.tsx`, `app${path}.ts`].find((file) => existsSync(file)) ?? path;
const methodsOf = (file: string) =>
  [
    ...read(file).matchAll(/^export (?:const|async function|function) (GET|HEAD|POST|PUT|PATCH|DELETE|OPTIONS)\b/gm),
  ].map(([, method]) => method);

type Reference = { filename: string; exportedName: string };
const actions = Object.values(
  json<{ node: Record<string, Reference> }>(".next/server/server-reference-manifest.json").node,
);

const found = [
  ...served.filter((path) => path.endsWith("/page")).map((path) => `page ${address(path)}`),
  ...served
    .filter((path) => path.endsWith("/route"))
    .flatMap((path) => methodsOf(source(path)).map((method) => `${method} ${address(path)}`)),
  ...actions.map(({ exportedName }) => `action ${exportedName}`),
];

it("everything the build serves has a row in the table of doors, and every row is served", () => {
  expect([...new Set(found)].sort()).toEqual(Object.keys(doors).sort());
});

const isOpen = (name: string) => (doors[name] as Who) === "visitor";

it("every page that is not for visitors goes through the page door", () => {
  const pages = served.filter((path) => path.endsWith("/page") && !isOpen(`page ${address(path)}`));

  expect(pages.filter((path) => !/export default page\(/.test(read(source(path))))).toEqual([]);
});

it("every route that is not for visitors goes through the endpoint door, that for files, or that for beacons", () => {
  const bare = served
    .filter((path) => path.endsWith("/route"))
    .flatMap((path) => methodsOf(source(path)).map((method) => ({ method, path })))
    .filter(({ method, path }) => !isOpen(`${method} ${address(path)}`))
    .filter(
      ({ method, path }) =>
        !new RegExp(`export const ${method} = (endpoint|download|beacon)\\(`).test(read(source(path))),
    );

  expect(bare).toEqual([]);
});

it("every row of the API's table is served by the route at its address, and every other endpoint has a row", () => {
  const routes = served
    .filter((path) => path.startsWith("/api/v1/") && path.endsWith("/route"))
    .flatMap((path) =>
      [...read(source(path)).matchAll(/^export const (\w+) = endpoint\((?:api\.(\w+))?/gm)].map(([, method, name]) => [
        name,
        `${method} ${address(path).replaceAll("[", "{").replaceAll("]", "}")}`,
      ]),
    );
  const rows = Object.entries(api).map(([name, { at }]) => [name, at]);

  expect(routes.toSorted()).toEqual(rows.toSorted());
});

it("every action goes through the web door, and only those for visitors through the visitors'", () => {
  const made = globSync("lib/**/actions.ts").flatMap((file) =>
    [...read(file).matchAll(/^export const (\w+) = (\w+)\(/gm)].map(([, name, door = ""]) => ({ name, door })),
  );
  const wrong = made.filter(
    ({ name, door }) =>
      !/^(visitor)?(action|\w+Action)$/i.test(door) || door.startsWith("visitor") !== isOpen(`action ${name}`),
  );

  expect(made.length).toBeGreaterThan(20);
  expect(wrong).toEqual([]);
});

it("server actions live in actions.ts alone, and it exports nothing else", () => {
  const inline = globSync("{app,components,lib}/**/*.{ts,tsx}").filter(
    (file) => /["']use server["']/.test(read(file)) && !file.endsWith("/actions.ts"),
  );
  const other = globSync("lib/**/actions.ts").filter((file) => /^export (?!const \w+ = \w+\()/m.test(read(file)));

  expect([...inline, ...other]).toEqual([]);
});
