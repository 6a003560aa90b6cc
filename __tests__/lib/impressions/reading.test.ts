import { forgetSightings } from "@/lib/impressions/forget-sightings";
import { db } from "@/lib/platform/db/client";
import { givenIdea, hire } from "../../support/database";
import { see } from "../../support/sightings";

const readingsOf = async (personId: string) =>
  (await db.reading.findMany({ where: { personId } })).map(({ month }) => month.toISOString().slice(0, 10));

const thisMonth = () =>
  `${new Intl.DateTimeFormat("sv-SE", { timeZone: "America/Santiago", year: "numeric", month: "2-digit" }).format()}-01`;

it("that somebody read something in a month is remembered once, whatever and however much it was", async () => {
  const ana = await hire();
  const [first, second] = [await givenIdea(), await givenIdea()];
  await see(ana, first.id);
  await see(ana, first.id, second.id);

  expect(await readingsOf(ana.id)).toEqual([thisMonth()]);
});

it("an own idea is read too, though it is no evidence of anything", async () => {
  const ana = await hire();
  await see(ana, (await givenIdea({ author: ana })).id);

  expect(await readingsOf(ana.id)).toHaveLength(1);
});

it("what somebody may not see is not read", async () => {
  const ana = await hire();
  await see(ana, (await givenIdea({ status: "draft" })).id);

  expect(await readingsOf(ana.id)).toEqual([]);
});

it("a month stays when what was seen in it is forgotten", async () => {
  const ana = await hire();
  await see(ana, (await givenIdea()).id);
  await db.$executeRaw`update impression set seen_on = seen_on - 200, last_on = last_on - 200 where person_id = ${ana.id}::uuid`;
  await forgetSightings();

  expect(await db.impression.count({ where: { personId: ana.id } })).toBe(0);
  expect(await readingsOf(ana.id)).toHaveLength(1);
});
