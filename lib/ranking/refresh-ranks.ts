import { type Db, db, Prisma, transaction } from "../platform/db/client";
import { type Standings, standingsOf } from "./evidence";
import { currentFit, type Fit } from "./fit";
import { type Lot, lotOf } from "./lots";
import { type SupportRate, supportRate } from "./support-rate";

/** Ideas that changed are looked for among all, so of very many it is cheaper to look for many at once. */
const CHANGED = 5_000;

/** Ideas whose evidence is read at once: with very many votes and sightings some seconds of work where others work, too. */
const READ = 1_000;

/** Ideas written at once: some ten milliseconds of work, so that nobody waits for its locks. */
const WRITTEN = 500;

/** So long sightings of an idea are gathered before it is ranked anew. */
const REST_S = 60;

/** Per call, so that a flood of changes, such as an import, is worked off bit by bit. */
const MOST_BATCHES = 10;

/** Works until fewer than a batch were left. */
async function inBatches(size: number, refresh: () => Promise<number>): Promise<number> {
  let total = 0;
  for (let batch = 0; batch < MOST_BATCHES; batch++) {
    const count = await refresh();
    total += count;
    if (count < size) break;
  }
  return total;
}

/**
 * Brings the orders of ideas up to date with the votes, comments, supporters and comparisons that came since they were
 * last looked at, and all of them after a new fit. The counters change with every vote and are never indexed; only this
 * writes the indexed ranks. The same evidence gives the same rank, whenever and however often it is computed.
 *
 * `trending` is forward decay (Cormode, Shkapenyuk, Srivastava, Xu: Forward Decay: A Practical Time Decay Model for
 * Streaming Systems, ICDE 2009, https://doi.org/10.1109/ICDE.2009.65): log2 of the sum of 2^(t/H) over the submission
 * itself and every vote, t being the time of each and H the half-life. Weights grow with the time of a vote instead of
 * shrinking with its age, so that the order between two ideas never changes by waiting, and nothing has to be computed
 * anew as time passes. One more means twice the support, or support that is H younger. The unit is half-lives since 1970.
 * Supporters from where an idea was imported count at the time of its submission, since their own is not known.
 * Comments do not count: one person can write many, and a quarrel is not support.
 *
 * `merit` is told by lib/ranking/support-rate.ts.
 *
 * @returns how many ideas were brought up to date
 */
export async function refreshRanks(): Promise<number> {
  const fit = await currentFit();
  return inBatches(CHANGED, async () => {
    const changed = await db.$queryRaw<{ id: string }[]>`
      select i.id
        from (select t.idea_id
                from idea_tally t
                left join idea_rank r on r.idea_id = t.idea_id
               where r.changes is distinct from t.changes
                  or r.fit is distinct from ${fit.id}::int) changed
        join idea i on i.id = changed.idea_id
       where i.status <> 'draft'
       limit ${CHANGED}::int`;
    return rank(
      db,
      changed.map(({ id }) => id),
      fit,
    );
  });
}

/**
 * Brings the orders up to date with what people saw: less often than with what they said, since a sighting moves an idea
 * far less than a vote, and comes far more often. Not at the same time as `refreshRanks`: whichever read first and wrote last
 * would bring older figures back.
 *
 * @param restS for how many seconds sightings of an idea are gathered first
 * @returns how many ideas were brought up to date
 */
export async function refreshExposed(restS = REST_S): Promise<number> {
  const fit = await currentFit();
  // Whoever sees an idea meanwhile waits to put it on the list again, so that no sighting is left out.
  return inBatches(WRITTEN, () =>
    transaction(async (tx) => {
      const due = await tx.$queryRaw<{ id: string }[]>`
        delete from exposure_due
         where idea_id in (select idea_id
                             from exposure_due
                            where since <= now() - make_interval(secs => ${restS}::int)
                            order by since
                            limit ${WRITTEN}::int
                              for update skip locked)
        returning idea_id as id`;
      return rank(
        tx,
        due.map(({ id }) => id),
        fit,
      );
    }),
  );
}

async function rank(tx: Db, ideaIds: string[], fit: Fit): Promise<number> {
  let count = 0;
  for (let first = 0; first < ideaIds.length; first += READ)
    count += await rankBatch(tx, ideaIds.slice(first, first + READ), fit);
  return count;
}

async function rankBatch(tx: Db, ideaIds: string[], fit: Fit): Promise<number> {
  const rows = (await standingsOf(tx, ideaIds, fit)).map(({ evidence, ...standing }) => {
    const rate = supportRate(evidence, fit.prior);
    const { seen, supporters: supportersSeen } = evidence;
    return { ...standing, ...rate, ...lotOf(rate), seen, supportersSeen, fit: fit.id };
  });
  for (let first = 0; first < rows.length; first += WRITTEN) await write(tx, rows.slice(first, first + WRITTEN));
  return rows.length;
}

type Rank = Omit<Standings, "evidence"> &
  SupportRate &
  Lot & { seen: number; supportersSeen: number; fit: number | null };

/** Until then nobody has read the order `discover`: its lots are drawn by the clock, not by every change. */
const isFirstFit = Prisma.sql`idea_rank.fit is null and excluded.fit is not null`;

const write = (tx: Db, ranks: Rank[]) => tx.$executeRaw`
  insert into idea_rank (idea_id, votes, comments, trending, changes, merit, expected, hopeful, sightings, seen,
                         supporters_seen, lot_hope, lot_middle, lot_scale, fit)
  select "ideaId", votes, comments, trending, changes, merit, expected, hopeful, sightings, seen,
         "supportersSeen", hopeful, middle, scale, fit
    from jsonb_to_recordset(${JSON.stringify(ranks)}::jsonb)
      as ("ideaId" uuid, votes int, comments int, trending float8, changes int, merit float8, expected float8,
          hopeful float8, sightings int, seen float8, "supportersSeen" int, middle float8, scale float8, fit int)
   order by "ideaId"
      on conflict (idea_id) do update
     set votes = excluded.votes,
         comments = excluded.comments,
         trending = excluded.trending,
         changes = excluded.changes,
         merit = excluded.merit,
         expected = excluded.expected,
         hopeful = excluded.hopeful,
         sightings = excluded.sightings,
         seen = excluded.seen,
         supporters_seen = excluded.supporters_seen,
         lot_hope = case when ${isFirstFit} then excluded.lot_hope else idea_rank.lot_hope end,
         lot_middle = case when ${isFirstFit} then excluded.lot_middle else idea_rank.lot_middle end,
         lot_scale = case when ${isFirstFit} then excluded.lot_scale else idea_rank.lot_scale end,
         fit = excluded.fit`;
