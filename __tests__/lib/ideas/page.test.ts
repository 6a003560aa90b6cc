import { findIdea, listChoices } from "@/lib/ideas/queries";
import { db } from "@/lib/platform/db/client";
import { givenIdea, hire } from "../../support/database";

it("tells both sides of a merge", async () => {
  const [survivor, duplicate] = [
    await givenIdea({ title: "Racks at the gate" }),
    await givenIdea({ title: "Bicycle racks", status: "merged" }),
  ];
  await db.merge.create({ data: { duplicateId: duplicate.id, survivorId: survivor.id } });
  const reader = await hire();

  expect((await findIdea(reader, duplicate.id)).mergedInto).toEqual({ id: survivor.id, title: "Racks at the gate" });
  expect((await findIdea(reader, survivor.id)).duplicates).toEqual([
    { id: duplicate.id, title: "Bicycle racks", comments: 0 },
  ]);
});

it("can be said as JSON, with money in cents", async () => {
  const { id: ideaId } = await givenIdea();
  await db.costEstimate.create({ data: { ideaId, amountMinor: 9_007_199_254_740_991n, currency: "EUR" } });

  const idea = JSON.parse(JSON.stringify(await findIdea(await hire(), ideaId)));

  expect(idea.estimate).toEqual({ amountMinor: 9_007_199_254_740_991, currency: "EUR" });
});

it("offers a tree with every branch below what it hangs on", async () => {
  const spain = await db.place.create({ data: { name: "Spain", kind: "country" } });
  await db.place.create({ data: { name: "Chile", kind: "country" } });
  await db.place.create({ data: { name: "Avila", kind: "site", parentId: spain.id } });

  const { places } = await listChoices(await hire());

  expect(places.map(({ name, depth }) => [name, depth])).toEqual([
    ["Chile", 0],
    ["Spain", 0],
    ["Avila", 1],
  ]);
});
