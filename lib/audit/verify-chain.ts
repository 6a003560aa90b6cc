import { db, Prisma } from "../platform/db/client";
import { fingerprints, GENESIS, sealHash } from "./chain";

/** How many seals are read at once: with all their events about as many as PostgreSQL fingerprints in a second. */
const AT_ONCE = 100n;

/** What can be wrong with the chain: the link that does not hold, and in what way. */
export const faults = [
  "seal_missing",
  "seal_unlinked",
  "events_missing",
  "events_added",
  "events_changed",
  "end_lost",
  "events_before",
] as const;

/** The first link that does not hold: a seal, and the events it covers. */
export type Fault = {
  kind: (typeof faults)[number];
  seal: bigint;
  afterId: bigint;
  uptoId: bigint;
};

/** What checking the chain came to. `events` and `hash` count as far as it holds; `unsealed` events are newer than it. */
export type Verdict = {
  fault: Fault | null;
  seals: bigint;
  events: bigint;
  uptoId: bigint;
  sealedAt: Date | null;
  hash: string;
  unsealed: bigint;
};

type Link = {
  number: bigint;
  afterId: bigint;
  uptoId: bigint;
  events: number;
  sealedAt: Date;
  previous: string;
  hash: string;
  found: bigint;
  computed: string;
};

const linksAfter = (number: bigint) => db.$queryRaw<Link[]>`
  select s.number,
         s.after_id as "afterId",
         s.upto_id as "uptoId",
         s.events,
         s.sealed_at as "sealedAt",
         encode(s.previous, 'hex') as previous,
         encode(s.hash, 'hex') as hash,
         l.found,
         encode(${sealHash(Prisma.sql`l.fingerprints`)}, 'hex') as computed
    from event_seal s
   cross join lateral (
          select count(*) as found, ${fingerprints} as fingerprints
            from event e
           where e.id > s.after_id
             and e.id <= s.upto_id
         ) l
   where s.number > ${number}
     and s.number <= (select min(n.number) from event_seal n where n.number > ${number}) + ${AT_ONCE - 1n}
   order by s.number`;

/** What is wrong with a link, beside what the chain was before it. */
function faultOf(link: Link, before: Verdict): Fault | null {
  const wrong = (kind: Fault["kind"]): Fault => ({
    kind,
    seal: link.number,
    afterId: link.afterId,
    uptoId: link.uptoId,
  });
  if (link.number !== before.seals + 1n) {
    return { kind: "seal_missing", seal: before.seals + 1n, afterId: before.uptoId, uptoId: link.afterId };
  }
  if (link.previous !== before.hash || link.afterId !== before.uptoId) return wrong("seal_unlinked");
  if (link.found < link.events) return wrong("events_missing");
  if (link.found > link.events) return wrong("events_added");
  return link.computed === link.hash ? null : wrong("events_changed");
}

/** What is wrong at the ends: a last seal that is gone, an event that was put before the first. */
async function faultAtEnds(verdict: Verdict): Promise<Fault | null> {
  const [chain] = await db.$queryRaw<{ seals: bigint; uptoId: bigint; hash: string }[]>`
    select c.seals, c.upto_id as "uptoId", encode(c.hash, 'hex') as hash from event_chain c`;
  const end = { seal: verdict.seals + 1n, afterId: verdict.uptoId, uptoId: chain?.uptoId ?? 0n };
  // Since the last link was read, another seal may have come.
  const isAtEnd = chain && chain.seals >= verdict.seals && (await hashAt(chain.seals)) === chain.hash;
  if (!isAtEnd) return { kind: "end_lost", ...end };
  const [first] = await db.$queryRaw<{ id: bigint | null }[]>`select min(id) as id from event`;
  return first?.id != null && first.id <= 0n
    ? { kind: "events_before", seal: 1n, afterId: first.id - 1n, uptoId: 0n }
    : null;
}

async function hashAt(seal: bigint): Promise<string> {
  if (seal === 0n) return GENESIS;
  const [row] = await db.$queryRaw<{ hash: string }[]>`
    select encode(s.hash, 'hex') as hash from event_seal s where s.number = ${seal}`;
  return row?.hash ?? "";
}

async function countAfter(uptoId: bigint): Promise<bigint> {
  const [row] = await db.$queryRaw<{ n: bigint }[]>`select count(*) as n from event where id > ${uptoId}`;
  return row?.n ?? 0n;
}

/**
 * Checks the chain of seals from the first to the last, and every sealed event with it. Reads the log once, a piece at a
 * time, and stops at the first link that does not hold.
 *
 * @param heard is told the hash of each seal that holds
 */
export async function verifyChain(heard: (hash: string, verdict: Verdict) => void = () => {}): Promise<Verdict> {
  const verdict: Verdict = {
    fault: null,
    seals: 0n,
    events: 0n,
    uptoId: 0n,
    sealedAt: null,
    hash: GENESIS,
    unsealed: 0n,
  };
  for (let links = await linksAfter(0n); links.length > 0; links = await linksAfter(verdict.seals)) {
    for (const link of links) {
      verdict.fault = faultOf(link, verdict);
      if (verdict.fault) return verdict;
      const { number: seals, uptoId, sealedAt, hash } = link;
      Object.assign(verdict, { seals, uptoId, sealedAt, hash, events: verdict.events + BigInt(link.events) });
      heard(hash, verdict);
    }
  }
  verdict.fault = await faultAtEnds(verdict);
  verdict.unsealed = await countAfter(verdict.uptoId);
  return verdict;
}
