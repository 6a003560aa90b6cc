import fc from "fast-check";
import { noteSightings } from "@/lib/impressions/commands";
import { db } from "@/lib/platform/db/client";
import { givenIdea, hire } from "../../support/database";
import { seenIn, sighting } from "../../support/sightings";

const shuffled = <T>(items: T[]): T[] =>
  items
    .map((item) => ({ item, at: Math.random() }))
    .sort((a, b) => a.at - b.at)
    .map(({ item }) => item);

it("keeps every count when many people's batches, in every order and some of them twice, come at once", async () => {
  const ideas = await Promise.all(Array.from({ length: 12 }, () => givenIdea()));
  const people = await Promise.all(Array.from({ length: 25 }, () => hire()));
  const batches = people.flatMap((person) =>
    [0, 1].map(() => () => noteSightings(person, { sightings: shuffled(ideas).map(({ id }) => sighting(id)) })),
  );

  const outcomes = await Promise.allSettled(shuffled(batches).map((send) => send()));

  expect(outcomes.filter(({ status }) => status === "rejected")).toEqual([]);
  for (const { id } of ideas) expect([id, await seenIn(id)]).toEqual([id, { 1: people.length }]);
}, 30_000);

it("never has batches wait for each other in a circle, wherever in their lists the ideas stand", async () => {
  const people = await Promise.all(Array.from({ length: 12 }, () => hire()));
  for (let round = 0; round < 15; round++) {
    const ideas = await Promise.all(Array.from({ length: 10 }, () => givenIdea()));
    // Half of the counts are there already, so that each batch begins some and raises others.
    await noteSightings(await hire(), { sightings: ideas.map(({ id }, n) => sighting(id, { position: 1 + (n % 2) })) });
    await db.exposureDue.deleteMany();

    await Promise.all(
      people.map((person) =>
        noteSightings(person, {
          sightings: shuffled(ideas).map(({ id }, n) => sighting(id, { position: 1 + (n % 3) })),
        }),
      ),
    );

    for (const { id } of ideas) {
      const counts = Object.values(await seenIn(id));
      expect(counts.reduce((sum, count) => sum + count, 0)).toBe(people.length + 1);
    }
  }
}, 60_000);

const seenOnPage = fc.record({
  idea: fc.nat(2),
  place: fc.constant("page" as const),
  position: fc.constant(0),
  ago: fc.nat(60),
});
const seenInList = fc.record({
  idea: fc.nat(2),
  place: fc.constantFrom("list" as const, "home" as const, "search" as const, "similar" as const),
  order: fc.constantFrom("new", "merit"),
  position: fc.integer({ min: 1, max: 1000 }),
  ago: fc.nat(60),
});
const told = fc.array(
  fc.record({ who: fc.nat(2), batch: fc.array(fc.oneof(seenOnPage, seenInList), { minLength: 1, maxLength: 8 }) }),
  { minLength: 1, maxLength: 8 },
);

it("the counts are always those of the rows, whatever is told in whatever order", async () => {
  const people = [await hire(), await hire(), await hire()];

  await fc.assert(
    fc.asyncProperty(told, async (batches) => {
      const ideas = await Promise.all([givenIdea(), givenIdea({ author: people[0] }), givenIdea()]);
      const ids = ideas.map(({ id }) => id);
      for (const { who, batch } of batches) {
        const sightings = batch.map(({ idea, ...rest }) => ({ ideaId: ids[idea]!, ...rest }));
        await noteSightings(people[who]!, { sightings });
      }

      const rows = await db.$queryRaw<unknown[]>`
        select idea_id, band, count(*)::int as people from impression where idea_id = any (${ids}::uuid[])
         group by 1, 2 order by 1, 2`;
      const counts = await db.$queryRaw`
        select idea_id, band, sum(people)::int as people from exposure where idea_id = any (${ids}::uuid[])
         group by 1, 2 order by 1, 2`;
      expect(counts).toEqual(rows);
      expect(await db.impression.count({ where: { ideaId: ids[1]!, personId: people[0]!.id } })).toBe(0);
    }),
    { numRuns: 25 },
  );
}, 60_000);
