import { now } from "../platform/clock";
import { type Db, Prisma, transaction } from "../platform/db/client";
import { ideaScores } from "./idea-score";
import { stays } from "./stays";
import { heads, personMonths, voiceIdeas, voiceSpans, voices } from "./voices";

/** Ideas that something happened to; ids. */
export type Touched = { ideas: string[] };

/** One set of figures kept beside the data they are counted from. Rebuilding must give the same as refreshing, row by row. */
export type RollUp = {
  name: string;
  refresh: (tx: Db, touched: Touched) => Promise<unknown>;
  rebuild: (tx: Db) => Promise<unknown>;
};

const ideaFacts: RollUp = {
  name: "ideas",
  refresh: (tx, { ideas }) => tx.$executeRaw`select refresh_idea_facts(${ideas}::uuid[])`,
  rebuild: (tx) => tx.$executeRaw`select rebuild_idea_facts()`,
};

/** What is counted as things happen; each may read what those before it have counted. */
const rollUps: RollUp[] = [ideaFacts, stays, ideaScores];

/** What is counted of people: all of it, and only when a month is over (docs/decisions/figures-about-five.md). */
const monthly = [voices, personMonths, voiceSpans, voiceIdeas];

/** More than this are counted anew as a whole: that is quicker, and holds nothing up for longer. Measured by us. */
const MOST = 5_000;

/** With these a past comes along, of people too. */
const ARRIVALS = ["import.finished", "demo.loaded"];

/** After these one cannot tell which ideas count differently now. */
const UPHEAVALS = [...ARRIVALS, "unit.added", "calendar.changed", "criterion.changed"];

/** Counting a large organisation anew takes a while, and nobody waits for it. In milliseconds. */
const REBUILD_MS = 600_000;

type Mark = { uptoId: bigint; sealedId: bigint; isDue: boolean; isMonthOver: boolean };

/** The first day of the month that it is, where the organisation is. */
const monthNow = () =>
  Prisma.sql`(select date_trunc('month', ${now()}::timestamptz at time zone time_zone)::date from organisation)`;

/** Where counting goes on, held until the transaction ends; nothing while somebody else is counting. */
async function takeMark(tx: Db): Promise<Mark | undefined> {
  const [mark] = await tx.$queryRaw<Mark[]>`
    select m.upto_id as "uptoId",
           c.upto_id as "sealedId",
           m.rebuilt_at is null or m.rebuilt_at < now() - interval '1 day' as "isDue",
           coalesce(m.people_until, '-infinity') < ${monthNow()} as "isMonthOver"
      from insight_mark m, event_chain c
       for update of m skip locked`;
  return mark;
}

async function touchedBetween(tx: Db, { uptoId, sealedId }: Mark) {
  const [touched] = await tx.$queryRaw<(Touched & { isUpheaval: boolean; isArrival: boolean })[]>`
    with happened as materialized (
      select distinct e.type, e.subject_id from event e where e.id > ${uptoId} and e.id <= ${sealedId}
    )
    select array(select distinct i.id::text from happened h join idea i on i.id = h.subject_id) as ideas,
           exists (select from happened where type = any (${UPHEAVALS}::text[])) as "isUpheaval",
           exists (select from happened where type = any (${ARRIVALS}::text[])) as "isArrival"`;
  return touched ?? { ideas: [], isUpheaval: false, isArrival: false };
}

async function rebuildAll(tx: Db, withPeople: boolean | undefined): Promise<void> {
  await tx.$executeRaw(Prisma.sql`select set_config('statement_timeout', ${String(REBUILD_MS)}, true)`);
  for (const { rebuild } of rollUps) await rebuild(tx);
  if (withPeople) {
    await tx.$executeRaw`update insight_mark set people_until = greatest(people_until, ${monthNow()})`;
    for (const rebuild of monthly) await rebuild(tx);
  }
  // Where authors count may just have been settled anew.
  await heads(tx);
  await tx.$executeRaw`update insight_mark set rebuilt_at = now()`;
}

/** The log is read first and the data after it, so what is committed in between is counted now and once more later. */
const markCounted = (tx: Db, uptoId: bigint) =>
  tx.$executeRaw`update insight_mark set upto_id = ${uptoId}, counted_at = now()`;

/**
 * Counts all figures of the organisation anew from what they are figures of, or waits until whoever does so is done. What
 * people did stays as it was counted when the last month was over, unless it is asked for.
 */
export async function rebuildInsights({ withPeople = false } = {}): Promise<void> {
  await transaction(async (tx) => {
    await tx.$executeRaw(Prisma.sql`select set_config('lock_timeout', ${String(REBUILD_MS)}, true)`);
    await tx.$executeRaw`select from insight_mark for update`;
    const mark = await takeMark(tx);
    if (!mark) return;
    await rebuildAll(tx, withPeople || mark.isMonthOver);
    await markCounted(tx, mark.sealedId);
  }, REBUILD_MS);
}

/**
 * Brings the figures of the organisation up to date with what the event log says has happened. Once a day, and after an
 * import or a change of how the organisation is divided, all of them are counted anew; what people did once a month is over.
 */
export async function refreshInsights(): Promise<void> {
  await transaction(async (tx) => {
    const mark = await takeMark(tx);
    if (!mark) return;
    const { ideas, isUpheaval, isArrival } = await touchedBetween(tx, mark);
    if (mark.isDue || mark.isMonthOver || isUpheaval || ideas.length > MOST)
      await rebuildAll(tx, mark.isMonthOver || isArrival);
    else if (ideas.length > 0) for (const { refresh } of rollUps) await refresh(tx, { ideas });
    await markCounted(tx, mark.sealedId);
  }, REBUILD_MS);
}

/** Up to which instant figures count everything; null before they were counted at all. */
export async function freshAt(tx: Db): Promise<Date | null> {
  const [mark] = await tx.$queryRaw<{ countedAt: Date | null }[]>`select counted_at as "countedAt" from insight_mark`;
  return mark?.countedAt ?? null;
}
