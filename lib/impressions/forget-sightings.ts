import { db } from "../platform/db/client";

/** So many days after its last day a sighting is forgotten, unless the person votes for the idea. Chosen by us. */
export const KEPT_DAYS = 90;

/** Pages of the table per statement, each some eighty rows: a few milliseconds, so that nobody waits for its locks. */
const PAGES = 100;

/**
 * Forgets who saw what long ago: an idea that comes before somebody's eyes again after that long counts as seen anew,
 * which is its second chance. For as long as people support an idea it stays known that they saw it first. Counts stay.
 *
 * It walks through the table as it lies on the disk, a stretch per statement; whatever ends it, the next time goes on.
 *
 * @returns how many sightings were forgotten
 */
export async function forgetSightings(): Promise<number> {
  const [size] = await db.$queryRaw<{ pages: number }[]>`
    select (pg_relation_size('impression') / current_setting('block_size')::int)::int as pages`;
  let forgotten = 0;
  for (let page = 0; page < (size?.pages ?? 0); page += PAGES) forgotten += await forgetStretch(page);
  return forgotten;
}

const forgetStretch = (page: number): Promise<number> => db.$executeRaw`
  delete from impression m
   where m.ctid >= format('(%s,0)', ${page}::int)::tid
     and m.ctid < format('(%s,0)', ${page + PAGES}::int)::tid
     and m.last_on < current_date - ${KEPT_DAYS}::int
     and not exists (select from vote v where v.idea_id = m.idea_id and v.voter_id = m.person_id)`;
