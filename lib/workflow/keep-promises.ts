import { now } from "../platform/clock";
import { type Db, Prisma, transaction } from "../platform/db/client";
import { type Doer, type EventType, record } from "../platform/events";
import { type PromiseCalendar, promiseCalendar } from "../settings/calendar";
import { promiseEnd } from "../settings/working-days";
import { givePromisesAnOwner } from "./adopt-ideas";
import { reviewEscalated, reviewReminded } from "./events";

/** How many ideas are told of in one transaction, so that none takes long. */
const AT_ONCE = 100;

/** More than this wait for the next round, so that whoever comes to many that are late is not flooded at one stroke. */
const PER_ROUND = 1_000;

const clock: Doer = { id: null, via: "job" };

type Notice = { ideaId: string; promise: "answer" | "decision"; dueAt: Date; to: string[] };

/** Whoever is told besides an idea's owner, or where nobody could be. */
const contacts = Prisma.sql`
  select pr.person_id
    from organisation o
    join person_role pr on pr.role = any (o.escalates_to)
    join person p on p.id = pr.person_id and p.status = 'active'`;

const owner = Prisma.sql`select p.id from person p where p.id = n.owner_id and p.status = 'active'`;

const group = Prisma.sql`
  select m.person_id
    from reviewer_group_member m
    join person p on p.id = m.person_id and p.status = 'active'
   where m.group_id = n.group_id`;

/** Its owner; where it has none, its group; where that is empty too, those who have to know of what is late. */
const responsible = Prisma.sql`
  case when exists (${owner}) then array(${owner})
       when exists (${group}) then array(${group})
       else array(${contacts})
  end`;

const everybody = Prisma.sql`array(${owner} union ${contacts})`;

/**
 * Notes for some of the promises that end after one instant and until another that somebody is told of them, each once:
 * the key of the notice decides, however many try at the same moment. A review that somebody is busy with is left for
 * the next time, so that nobody is told of what is being answered.
 */
const notice = (tx: Db, kind: "reminded" | "escalated", after: Date, until: Date, to: Prisma.Sql): Promise<Notice[]> =>
  tx.$queryRaw<Notice[]>`
    with due as (
      select r.idea_id, p.promise, p.due_at
        from review r
       cross join lateral (values ('answer', r.answer_due_at, r.answered_at is null),
                                  ('decision', r.decision_due_at, true)) as p (promise, due_at, is_open)
       where r.due_at <= ${until}
         and p.is_open
         and p.due_at > ${after}
         and p.due_at <= ${until}
         and not exists (
               select from promise_notice n
                where (n.idea_id, n.promise, n.kind, n.due_at) = (r.idea_id, p.promise, ${kind}, p.due_at))
       order by r.due_at, r.idea_id
       limit ${AT_ONCE}
         for no key update of r skip locked
    ),
    noted as (
      insert into promise_notice (idea_id, promise, kind, due_at)
      select idea_id, promise, ${kind}, due_at from due
          on conflict do nothing
      returning idea_id, promise, due_at
    )
    select n.idea_id as "ideaId",
           n.promise,
           n.due_at as "dueAt",
           ${to} as "to"
      from (select noted.*, r.owner_id, r.group_id from noted join review r using (idea_id)) n`;

/** Tells of promises that end in a span of time, a few in each transaction: a process that dies has told of whole ones. */
async function tellAll(
  event: EventType<typeof reviewReminded.payload>,
  find: (tx: Db) => Promise<Notice[]>,
  before = 0,
): Promise<number> {
  const told = await transaction(async (tx) => {
    const notices = await find(tx);
    for (const { ideaId, promise, dueAt, to } of notices)
      await record(tx, clock, event, ideaId, { promise, dueAt: dueAt.toISOString(), to });
    return notices.length;
  });
  const all = before + told;
  return told < AT_ONCE || all >= PER_ROUND ? all : tellAll(event, find, all);
}

/** Reminds of every promise that ends today or on the next working day. */
const remind = (at: Date, calendar: PromiseCalendar) =>
  tellAll(reviewReminded, (tx) => notice(tx, "reminded", at, promiseEnd(calendar, at, 1), responsible));

/** Passes on every promise that was not kept: to whoever answers for the idea, and to those who have to know. */
const escalate = (at: Date) => tellAll(reviewEscalated, (tx) => notice(tx, "escalated", new Date(0), at, everybody));

/**
 * Sees to it that promises are kept: ideas whose owner is gone get another, promises that end soon are called to mind,
 * and those that were broken are passed on. Each date is told of once, whoever runs this, however often.
 *
 * @returns how many were told of
 */
export async function keepPromises(): Promise<{ reminded: number; escalated: number }> {
  const at = now();
  await givePromisesAnOwner();
  return { escalated: await escalate(at), reminded: await remind(at, await promiseCalendar()) };
}
