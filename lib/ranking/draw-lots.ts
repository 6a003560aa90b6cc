import { db } from "../platform/db/client";
import { lotOf } from "./lots";

/** Ideas per statement: some ten milliseconds of work, so that nobody waits for its locks. */
const BATCH = 500;

type Outdated = { ideaId: string; merit: number; hopeful: number };

/** What an idea can draw follows what is known of it: of so many at a time whose lot does not. */
async function renew(): Promise<number> {
  const outdated = await db.$queryRaw<Outdated[]>`
    select idea_id as "ideaId", merit, hopeful from idea_rank where lot_hope <> hopeful limit ${BATCH}::int`;
  const lots = outdated.map((rank) => ({ ...rank, ...lotOf(rank) }));
  await db.$executeRaw`
    update idea_rank r
       set lot_hope = l.hopeful,
           lot_middle = l.middle,
           lot_scale = l.scale
      from jsonb_to_recordset(${JSON.stringify(lots)}::jsonb)
        as l ("ideaId" uuid, hopeful float8, middle float8, scale float8)
     where r.idea_id = l."ideaId"`;
  return outdated.length;
}

/**
 * Draws the lots of a new day in the organisation's time zone. Until the next day the order `discover` stays as it is
 * for each reader, however ideas fare meanwhile: so it can be paged through, and be told again.
 */
export async function drawLots(): Promise<void> {
  const [due] = await db.$queryRaw<{ day: string }[]>`
    select day::text
      from (select (now() at time zone time_zone)::date as day from organisation) today
     where not exists (select from lot_day where drawn_on = day)`;
  if (!due) return;
  while ((await renew()) > 0);
  await db.$executeRaw`insert into lot_day (drawn_on) values (${due.day}::date) on conflict do nothing`;
}
