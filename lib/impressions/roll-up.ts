import { db } from "../platform/db/client";
import { KEPT_DAYS } from "./forget-sightings";

/** Days of ideas per statement: some ten milliseconds of work. */
const BATCH = 2_000;

/**
 * Adds up how many people saw an idea: days longer ago than sightings are kept become months, as their first day. What
 * was added up is written by the statement that takes the days away, so that no count is ever lost or doubled.
 *
 * @returns how many days of ideas were added up
 */
export async function rollUpExposure(): Promise<number> {
  let total = 0;
  for (;;) {
    const count = await rollUpBatch();
    total += count;
    if (count < BATCH) return total;
  }
}

async function rollUpBatch(): Promise<number> {
  const [{ count = 0 } = {}] = await db.$queryRaw<{ count: number }[]>`
    with old as materialized (
      select e.idea_id, e.seen_on, e.band
        from exposure e
       where e.seen_on < current_date - ${KEPT_DAYS}::int
         and e.seen_on <> date_trunc('month', e.seen_on)
       order by e.idea_id, e.seen_on, e.band
       limit ${BATCH}::int
         for update skip locked
    ), taken as (
      delete from exposure e
       using old o
       where (e.idea_id, e.seen_on, e.band) = (o.idea_id, o.seen_on, o.band)
      returning e.idea_id, date_trunc('month', e.seen_on)::date as month, e.band, e.people
    ), added as (
      insert into exposure (idea_id, seen_on, band, people)
      select t.idea_id, t.month, t.band, sum(t.people)::int
        from taken t
       group by t.idea_id, t.month, t.band
       order by t.idea_id, t.month, t.band
          on conflict (idea_id, seen_on, band) do update
         set people = exposure.people + excluded.people
    )
    select count(*)::int as count from old`;
  return count;
}
