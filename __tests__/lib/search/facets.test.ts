import fc from "fast-check";
import type { Actor } from "@/lib/access/actor";
import { filterStates } from "@/lib/ideas/states";
import { db } from "@/lib/platform/db/client";
import { listIdeas } from "@/lib/ranking/list-ideas";
import { listAddress, listInput } from "@/lib/ranking/schema";
import { givenIdea, hire } from "../../support/database";

let ana: Actor;
let units: { categories: string[]; places: string[] };

const states = ["submitted", "accepted", "archived", "draft"] as const;
const languages = ["en", "es", "pt"] as const;

beforeAll(async () => {
  ana = await hire();
  const bea = await hire();
  const category = async (name: string) => (await db.category.create({ data: { name } })).id;
  const place = async (name: string, kind: "country" | "site", parentId?: string) =>
    (await db.place.create({ data: { name, kind, parentId: parentId ?? null } })).id;
  const chile = await place("Chile", "country");
  units = {
    categories: [await category("Mobility"), await category("Canteen")],
    places: [
      chile,
      await place("Arica", "site", chile),
      await place("Santiago", "site", chile),
      await place("Spain", "country"),
    ],
  };
  for (let n = 0; n < 60; n++)
    await givenIdea({
      title: `${n % 3 ? "Shared" : "Own"} bicycles número ${n}`,
      author: n % 7 ? bea : ana,
      status: states[n % 4],
      language: languages[n % 5 === 0 ? 2 : n % 2],
      ...(n % 4 !== 3 && { categoryId: units.categories[n % 2] }),
      ...(n % 6 !== 5 && { placeId: units.places[n % 4] }),
    });
});

const list = (asked: object) => listIdeas(ana, listInput.parse({ limit: "100", facets: "yes", ...asked }));

/** Everything that a list can be narrowed to, and how many ideas its counts say that would leave. */
async function promisesOf(asked: object): Promise<[narrowing: object, count: number][]> {
  const { facets } = await list(asked);
  const countOf = (counts: { count: number; value?: string; id?: string }[] | undefined, wanted: string | undefined) =>
    counts?.find(({ value, id }) => (value ?? id) === wanted)?.count ?? 0;
  return [
    ...filterStates.map((state): [object, number] => [{ state }, countOf(facets?.state, state)]),
    ...languages.map((language): [object, number] => [{ language }, countOf(facets?.language, language)]),
    ...units.categories.map((category): [object, number] => [{ category }, countOf(facets?.category, category)]),
    ...units.places.map((place): [object, number] => [{ place }, countOf(facets?.place, place)]),
  ];
}

it("every count is the length of the list that its choice leads to, whatever else is asked", async () => {
  const some = <T>(values: readonly T[]) => fc.option(fc.constantFrom(...values), { nil: undefined });
  const asked = fc.record({
    q: some(["bicycles", "shared", "bicycles -own", '"own bicycles"']),
    state: some(["submitted", "accepted", "archived"]),
    language: some(languages),
    category: fc.option(
      fc.nat(1).map((n) => units.categories[n]),
      { nil: undefined },
    ),
    place: fc.option(
      fc.nat(3).map((n) => units.places[n]),
      { nil: undefined },
    ),
    author: some(["me"]),
  });

  await fc.assert(
    fc.asyncProperty(asked, async (filters) => {
      for (const [narrowing, count] of await promisesOf(filters))
        expect([filters, narrowing, (await list({ ...filters, ...narrowing })).ideas.length]).toEqual([
          filters,
          narrowing,
          count,
        ]);
    }),
    { numRuns: 8 },
  );
}, 120_000);

it("what one may not see is not counted, and for nobody a draft", async () => {
  const { facets } = await list({ q: "bicycles" });

  expect(facets?.state.map(({ value }) => value).toSorted()).toEqual(["accepted", "archived", "submitted"]);
  expect(facets?.state.reduce((sum, { count }) => sum + count, 0)).toBe(45);
});

it("a place counts with all places below it", async () => {
  const { facets } = await list({ q: "bicycles" });
  const count = (name: string) => facets?.place.find((place) => place.name === name)?.count ?? 0;

  expect(count("Chile")).toBeGreaterThan(count("Arica") + count("Santiago"));
});

it("counts follow an idea when it is filed anew, moved or given away", async () => {
  const idea = await givenIdea({ title: "A zeppelin", language: "es", categoryId: units.categories[0]! });
  const kinds = async () => {
    const { facets } = await list({ q: "zeppelin" });
    return [facets?.state[0]?.value, facets?.category[0]?.name, facets?.place[0]?.name];
  };
  expect(await kinds()).toEqual(["submitted", "Mobility", undefined]);

  await db.idea.update({
    where: { id: idea.id },
    data: { categoryId: units.categories[1]!, placeId: units.places[3]! },
  });
  await db.idea.update({ where: { id: idea.id }, data: { status: "in_review", authorId: ana.id } });

  expect([await kinds(), (await list({ q: "zeppelin", author: "me" })).ideas.length]).toEqual([
    ["in_review", "Canteen", "Spain"],
    1,
  ]);
});

it("are counted for what the question most likely meant, and only when they are asked for", async () => {
  const mended = await list({ q: "bicycels" });

  expect([mended.mended?.isApplied, mended.facets?.state.length]).toEqual([true, 3]);
  expect((await listIdeas(ana, listAddress.parse({ q: "bicycles" }))).facets).toBeNull();
});

it("ideas are narrowed to those written in a language", async () => {
  const { ideas } = await list({ q: "bicycles", language: "pt" });

  expect(new Set(ideas.map(({ language }) => language))).toEqual(new Set(["pt"]));
});
