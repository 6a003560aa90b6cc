import { type Db, Prisma, transaction } from "../platform/db/client";
import { ideaScores } from "./idea-score";
import { stays } from "./stays";
import { personMonths, voiceSpans, voices } from "./voices";

/** Ideas and people that something happened to; ids. */
export type Touched = { ideas: string[]; people: string[] };

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

/** All of them; each may read what those before it have counted. */
const rollUps: RollUp[] = [ideaFacts, stays, ideaScores, personMonths, voices, voiceSpans];

/** More than this are counted anew as a whole: that is quicker, and holds nothing up for longer. Measured by us. */
const MOST = 5_000;

/** After these one cannot tell which ideas or people count differently now. */
const UPHEAVALS = ["import.finished", "demo.loaded", "unit.added", "calendar.changed", "criterion.changed"];

/** Counting a large organisation anew takes a while, and nobody waits for it. In milliseconds. */
const REBUILD_MS = 600_000;

type Mark = { uptoId: bigint; sealedId: bigint; isDue: boolean };

/** Where counting goes on, held until the transaction ends; nothing while somebody else is counting. */
async function takeMark(tx: Db): Promise<Mark | undefined> {
  const [mark] = await tx.$queryRaw<Mark[]>`
    select m.upto_id as "uptoId",
           c.upto_id as "sealedId",
           m.rebuilt_at is null or m.rebuilt_at < now() - interval '1 day' as "isDue"
      from insight_mark m, event_chain c
       for update of m skip locked`;
  return mark;
}

/** Who has read something for the first time in a month since it was last counted; from now on it is. */
async function takeReaders(tx: Db): Promise<string[]> {
  const due = await tx.$queryRaw<{ id: string }[]>`delete from reading_due returning person_id::text as id`;
  return due.map(({ id }) => id);
}

async function touchedBetween(tx: Db, { uptoId, sealedId }: Mark): Promise<Touched & { isUpheaval: boolean }> {
  const [touched] = await tx.$queryRaw<(Touched & { isUpheaval: boolean })[]>`
    with happened as materialized (
      select distinct e.type, e.actor_id, e.subject_id, e.payload from event e where e.id > ${uptoId} and e.id <= ${sealedId}
    ), idea_touched as materialized (
      select distinct i.id, i.author_id from happened h join idea i on i.id = h.subject_id
    )
    select array(select id::text from idea_touched) as ideas,
           array(select author_id::text from idea_touched where author_id is not null
                  union
                 select c.author_id::text
                   from happened h
                   join comment c on c.id = (h.payload ->> 'commentId')::uuid
                  where h.type = 'comment.deleted' and c.author_id is not null
                  union
                 select actor_id::text from happened where actor_id is not null
                  union
                 select subject_id::text from happened where type like 'person.%') as people,
           exists (select from happened where type = any (${UPHEAVALS}::text[])) as "isUpheaval"`;
  return touched ?? { ideas: [], people: [], isUpheaval: false };
}

async function rebuildAll(tx: Db): Promise<void> {
  await tx.$executeRaw(Prisma.sql`select set_config('statement_timeout', ${String(REBUILD_MS)}, true)`);
  await takeReaders(tx);
  for (const { rebuild } of rollUps) await rebuild(tx);
  await tx.$executeRaw`update insight_mark set rebuilt_at = now()`;
}

/** The log is read first and the data after it, so what is committed in between is counted now and once more later. */
const markCounted = (tx: Db, uptoId: bigint) =>
  tx.$executeRaw`update insight_mark set upto_id = ${uptoId}, counted_at = now()`;

/** Counts all figures of the organisation anew from what they are figures of, or waits until whoever does so is done. */
export async function rebuildInsights(): Promise<void> {
  await transaction(async (tx) => {
    await tx.$executeRaw(Prisma.sql`select set_config('lock_timeout', ${String(REBUILD_MS)}, true)`);
    await tx.$executeRaw`select from insight_mark for update`;
    const [chain] = await tx.$queryRaw<{ uptoId: bigint }[]>`select upto_id as "uptoId" from event_chain`;
    await rebuildAll(tx);
    await markCounted(tx, chain?.uptoId ?? 0n);
  }, REBUILD_MS);
}

/**
 * Brings the figures of the organisation up to date with what the event log says has happened. Once a day, and after an
 * import or a change of how the organisation is divided, all of them are counted anew.
 */
export async function refreshInsights(): Promise<void> {
  await transaction(async (tx) => {
    const mark = await takeMark(tx);
    if (!mark) return;
    if (mark.isDue) await rebuildAll(tx);
    else {
      const readers = await takeReaders(tx);
      const { isUpheaval, ideas, people } = await touchedBetween(tx, mark);
      const touched = { ideas, people: [...new Set([...people, ...readers])] };
      if (isUpheaval || touched.ideas.length > MOST || touched.people.length > MOST) await rebuildAll(tx);
      else if (touched.ideas.length + touched.people.length > 0)
        for (const { refresh } of rollUps) await refresh(tx, touched);
    }
    await markCounted(tx, mark.sealedId);
  }, REBUILD_MS);
}

/** Up to which instant figures count everything; null before they were counted at all. */
export async function freshAt(tx: Db): Promise<Date | null> {
  const [mark] = await tx.$queryRaw<{ countedAt: Date | null }[]>`select counted_at as "countedAt" from insight_mark`;
  return mark?.countedAt ?? null;
}
