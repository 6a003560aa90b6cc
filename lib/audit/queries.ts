import type { Actor } from "../access/actor";
import { authorize } from "../access/authorize";
import { visibleIdeasSql } from "../access/visibility";
import { db, Prisma } from "../platform/db/client";
import { GENESIS } from "./chain";
import { namesIn } from "./names";
import type { AuditFilter, ChainState, LoggedEvent, Named } from "./schema";

const PAGE = 50;

/** More people of one name than anybody looks for. */
const MOST_PEOPLE = 200;

const isId = (text: string) => /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(text);
const literally = (text: string) => text.replace(/[\\%_]/g, "\\$&");

/**
 * The people meant by a filter. Asked beforehand, because PostgreSQL finds the events of people it knows by their index,
 * and those of people it has yet to find by reading the log.
 */
async function peopleMeant(text: string | undefined): Promise<string[] | null> {
  if (text === undefined) return null;
  if (isId(text)) return [text];
  const people = await db.$queryRaw<{ id: string }[]>`
    select p.id
      from person p
     where unaccent(p.name) ilike unaccent(${`%${literally(text)}%`}) or p.email = ${text}::citext
     order by p.id
     limit ${MOST_PEOPLE}`;
  return people.map(({ id }) => id);
}

const day = (date: string, zone: string, later: number) =>
  Prisma.sql`((${date}::date + ${later}::int)::timestamp at time zone ${zone}::text)`;

/** The conditions of a filter; null when nothing can fulfil them. */
async function conditionsOf(actor: Actor, filter: AuditFilter): Promise<Prisma.Sql | null> {
  const { person, about, type, via, from, to, before } = filter;
  const people = await peopleMeant(person);
  if (people?.length === 0) return null;
  const conditions = [
    people && Prisma.sql`e.actor_id = any(${people}::uuid[])`,
    about && Prisma.sql`e.subject_id = ${about}::uuid`,
    type && Prisma.sql`e.type = ${type}`,
    via && Prisma.sql`e.via = ${via}`,
    via && via !== "web" && Prisma.sql`e.via <> 'web'`,
    from && Prisma.sql`e.at >= ${day(from, actor.timeZone, 0)}`,
    to && Prisma.sql`e.at < ${day(to, actor.timeZone, 1)}`,
    before && Prisma.sql`(e.at, e.id) < (${before.at.toISOString()}::timestamptz, ${before.id}::bigint)`,
  ].filter((condition) => typeof condition === "object" && condition !== null);
  return conditions.length > 0 ? Prisma.join(conditions, " and ") : Prisma.sql`true`;
}

/** What an event happened to, of the things that have a name; a draft is nobody's business but its author's. */
const subjectSql = (actor: Actor) => Prisma.sql`
  left join lateral (
       select i.title as name, 'idea' as kind from idea i where i.id = e."subjectId" and ${visibleIdeasSql(actor)}
        union all
       select p.name, 'person' from person p where p.id = e."subjectId"
        union all
       select d.name, 'other' from department d where d.id = e."subjectId"
        union all
       select l.name, 'other' from place l where l.id = e."subjectId"
        union all
       select c.name::text, 'other' from category c where c.id = e."subjectId"
        union all
       select g.name::text, 'other' from reviewer_group g where g.id = e."subjectId"
        union all
       select y.title, 'other' from delivery y where y.id = e."subjectId"
       limit 1
  ) subject on true`;

type Row = Omit<LoggedEvent, "subject" | "names"> & { subjectName: string | null; subjectKind: Named["kind"] | null };

async function eventsWhere(actor: Actor, conditions: Prisma.Sql, limit: number): Promise<LoggedEvent[]> {
  const rows = await db.$queryRaw<Row[]>`
    select e.*, a.name as actor, subject.name as "subjectName", subject.kind as "subjectKind"
      from (
           select e.id,
                  e.at,
                  e.type,
                  e.via,
                  e.actor_id as "actorId",
                  e.subject_id as "subjectId",
                  e.payload
             from event e
            where ${conditions}
            order by e.at desc, e.id desc
            limit ${limit}
         ) e
      left join person a on a.id = e."actorId"
      ${subjectSql(actor)}
     order by e.at desc, e.id desc`;
  const names = await namesIn(
    actor,
    rows.map(({ payload }) => payload),
  );
  return rows.map(({ subjectName, subjectKind, ...row }) => ({
    ...row,
    subject: subjectName && subjectKind ? { id: row.subjectId, name: subjectName, kind: subjectKind } : null,
    names,
  }));
}

/** Where the page after an event begins, as an address has it. */
const placeOf = ({ at, id }: LoggedEvent) => `${at.getTime()}.${id}`;

/**
 * What happened in the whole portal, newest first, 50 at a time; the same speed on every page.
 *
 * @returns `next` is the place from which to go on, when there is more
 * @throws Failure `forbidden`
 */
export async function listEvents(
  actor: Actor,
  filter: AuditFilter,
): Promise<{ events: LoggedEvent[]; next: string | null }> {
  authorize(actor, "audit.read");
  const conditions = await conditionsOf(actor, filter);
  const events = conditions ? await eventsWhere(actor, conditions, PAGE + 1) : [];
  const last = events.length > PAGE ? events[PAGE - 1] : undefined;
  return { events: events.slice(0, PAGE), next: last ? placeOf(last) : null };
}

/** The same, all of it, a piece at a time as it is read. Who may is asked before the first. */
export async function* eachEvent(actor: Actor, filter: AuditFilter, piece = 1_000): AsyncGenerator<LoggedEvent[]> {
  let before = filter.before;
  for (;;) {
    const conditions = await conditionsOf(actor, { ...filter, before });
    const events = conditions ? await eventsWhere(actor, conditions, piece) : [];
    if (events.length > 0) yield events;
    const last = events.at(-1);
    if (!last || events.length < piece) return;
    before = last;
  }
}

/** Where the chain of seals stands, and what came of checking it last. */
export async function findChainState(actor: Actor): Promise<ChainState> {
  authorize(actor, "audit.read");
  const [state] = await db.$queryRaw<(Omit<ChainState, "check"> & { check: ChainState["check"] })[]>`
    select c.seals::float8 as seals,
           encode(c.hash, 'hex') as hash,
           (select s.sealed_at from event_seal s where s.number = c.seals) as "sealedAt",
           (select json_build_object('checkedAt', k.checked_at, 'seals', k.seals, 'events', k.events,
                                     'fault', k.fault, 'faultSeal', k.fault_seal)
              from chain_check k
             order by k.checked_at desc
             limit 1) as check
      from event_chain c`;
  if (!state) return { seals: 0, hash: GENESIS, sealedAt: null, check: null };
  const { check } = state;
  return { ...state, check: check && { ...check, checkedAt: new Date(check.checkedAt) } };
}
