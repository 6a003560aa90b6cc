import { db, Prisma } from "../platform/db/client";
import { fingerprints, sealHash } from "./chain";

/** How many events one seal covers at most: where something was changed is known as closely as this. */
const MOST = 1_000;

/** The highest number in the log at some moment, and who was writing to the log then. */
type Mark = { uptoId: bigint; writers: string[] };

const held = globalThis as typeof globalThis & { tormentaSealMark?: Mark };

/**
 * Everybody who writes to the log holds this lock from before their event gets its number until they commit. So once
 * those who held it are gone, no number below the mark can turn up any more.
 */
const writersSql = Prisma.sql`
  select l.virtualtransaction as writer
    from pg_locks l
   where l.locktype = 'relation'
     and l.relation = 'event'::regclass
     and l.database = (select d.oid from pg_database d where d.datname = current_database())
     and l.mode = 'RowExclusiveLock'`;

const writersNow = async (): Promise<string[]> =>
  (await db.$queryRaw<{ writer: string }[]>(writersSql)).map(({ writer }) => writer);

/** Two statements on purpose: whoever has a number below the mark has the lock when it is looked at, or has committed. */
async function takeMark(): Promise<Mark> {
  const [newest] = await db.$queryRaw<{ id: bigint | null }[]>`select max(id) as id from event`;
  return { uptoId: newest?.id ?? 0n, writers: await writersNow() };
}

async function isSettled({ writers }: Mark): Promise<boolean> {
  if (writers.length === 0) return true;
  const now = new Set(await writersNow());
  return !writers.some((writer) => now.has(writer));
}

/** One seal, unless another process is sealing or there is nothing to seal. Answers how many events it covers. */
async function sealOnce(uptoId: bigint): Promise<number> {
  const [seal] = await db.$queryRaw<{ events: number }[]>`
    with chain as (
      select c.seals, c.upto_id, c.hash from event_chain c for update skip locked
    ), batch as (
      select e.*
        from event e
       where e.id > (select upto_id from chain)
         and e.id <= ${uptoId}
       order by e.id
       limit ${MOST}
    ), s as (
      select chain.seals + 1 as number,
             chain.upto_id as after_id,
             max(e.id) as upto_id,
             count(*)::integer as events,
             now()::timestamptz(3) as sealed_at,
             chain.hash as previous,
             ${fingerprints} as fingerprints
        from chain, batch e
       group by chain.seals, chain.upto_id, chain.hash
    )
    insert into event_seal (number, after_id, upto_id, events, sealed_at, previous, hash)
    select s.number, s.after_id, s.upto_id, s.events, s.sealed_at, s.previous, ${sealHash(Prisma.sql`s.fingerprints`)}
      from s
    returning events`;
  return seal?.events ?? 0;
}

/**
 * Seals what was written to the event log since the last time, except what others may still be writing in between: that
 * comes with a later call. Writers never wait for it.
 *
 * @returns how many events were sealed
 */
export async function sealEvents(): Promise<number> {
  held.tormentaSealMark ??= await takeMark();
  const mark = held.tormentaSealMark;
  if (!(await isSettled(mark))) return 0;
  held.tormentaSealMark = undefined;

  let sealed = 0;
  for (let now = MOST; now === MOST; sealed += now) now = await sealOnce(mark.uptoId);
  return sealed;
}
