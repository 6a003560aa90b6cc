import { forgetSightings, KEPT_DAYS } from "@/lib/impressions/forget-sightings";
import { rollUpExposure } from "@/lib/impressions/roll-up";
import { db } from "@/lib/platform/db/client";
import { castVote, withdrawVote } from "@/lib/votes/commands";
import { givenIdea, hire } from "../../support/database";
import { see, seenIn } from "../../support/sightings";

/** As if everything about an idea had been so many days ago. */
async function daysAgo(ideaId: string, days: number): Promise<void> {
  await db.$executeRaw`
    update impression set seen_on = seen_on - ${days}::int, last_on = last_on - ${days}::int where idea_id = ${ideaId}::uuid`;
  await db.$executeRaw`update exposure set seen_on = seen_on - ${days}::int where idea_id = ${ideaId}::uuid`;
}

const known = (ideaId: string) => db.impression.count({ where: { ideaId } });

it("forgets who saw an idea after ninety days, and still knows how many", async () => {
  const [old, young] = [await givenIdea(), await givenIdea()];
  for (const person of [await hire(), await hire()]) await see(person, old.id, young.id);
  await daysAgo(old.id, KEPT_DAYS + 1);
  await daysAgo(young.id, KEPT_DAYS);

  await forgetSightings();

  expect([await known(old.id), await known(young.id)]).toEqual([0, 2]);
  expect(await seenIn(old.id)).toEqual({ 1: 2 });
});

it("knows for as long as somebody supports an idea that they saw it first", async () => {
  const idea = await givenIdea();
  const ana = await hire();
  await see(ana, idea.id);
  await castVote(ana, { ideaId: idea.id });
  await daysAgo(idea.id, 400);

  await forgetSightings();
  expect(await known(idea.id)).toBe(1);
  await withdrawVote(ana, { ideaId: idea.id });
  await forgetSightings();

  expect(await known(idea.id)).toBe(0);
});

it("gives an idea a second chance with whoever has forgotten it", async () => {
  const idea = await givenIdea();
  const ana = await hire();
  await see(ana, idea.id);
  await daysAgo(idea.id, KEPT_DAYS + 1);
  await forgetSightings();

  await see(ana, idea.id);

  expect(await seenIn(idea.id)).toEqual({ 1: 2 });
});

it("adds up long past days by month, and no count is lost, however often it runs at once", async () => {
  const idea = await givenIdea();
  await db.$executeRaw`
    insert into exposure (idea_id, seen_on, band, people)
    select ${idea.id}::uuid, day::date, band, 3
      from generate_series(current_date - 400, current_date, interval '1 day') day, generate_series(0, 7) band`;
  const before = await seenIn(idea.id);

  await Promise.all([rollUpExposure(), rollUpExposure(), rollUpExposure()]);
  await rollUpExposure();

  expect(await seenIn(idea.id)).toEqual(before);
  const [left] = await db.$queryRaw<unknown[]>`
    select count(distinct seen_on)::int as days, count(*) filter (where seen_on >= current_date - 90)::int as recent
      from exposure
     where idea_id = ${idea.id}::uuid`;
  expect(left).toMatchObject({ recent: 91 * 8 });
  expect((left as { days: number }).days).toBeLessThan(91 + 13);
});

it("walks through all of a large table", async () => {
  const ana = await hire();
  const people = await Promise.all(Array.from({ length: 40 }, () => hire()));
  await db.$executeRaw`
    with new as (
      insert into idea (title, language, status, author_id, submitted_at)
      select 'One of many', 'en', 'submitted', ${ana.id}::uuid, now() from generate_series(1, 500)
      returning id
    )
    insert into impression (idea_id, person_id, place, position, band, seen_on, last_on)
    select new.id, person.id, 'list', 1, 1, current_date - 200, current_date - case when random() < 0.5 then 200 else 1 end
      from new, unnest(${people.map(({ id }) => id)}::uuid[]) person (id)`;
  const old = () => db.$queryRaw`select count(*)::int as n from impression where last_on < current_date - 90`;

  expect(await forgetSightings()).toBeGreaterThan(5_000);

  expect(await old()).toEqual([{ n: 0 }]);
}, 30_000);
