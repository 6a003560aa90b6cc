import type { Actor } from "../access/actor";
import { authorize, can } from "../access/authorize";
import { visibleIdeasSql } from "../access/visibility";
import { todayIn } from "../platform/clock";
import { db, Prisma } from "../platform/db/client";
import { notFound } from "../platform/errors";
import { gapsOf } from "./amounts";
import { type DeliveryState, deliveryStates, type Gap } from "./kinds";
import { ownCurrency } from "./own-currency";
import type { Beginning, DeliveryCard, DeliveryInFull, DeliveryListInput, DeliveryPage } from "./schema";

/** As many deliveries as a page shows. */
const PAGE = 30;

const cardSql = (today: string) => Prisma.sql`
  d.id,
  d.title,
  json_build_object('id', o.id, 'name', o.name) as owner,
  d.starts_on::text as "startsOn",
  d.due_on::text as "dueOn",
  d.progress::int,
  d.state,
  d.state = 'open' and d.due_on < ${today}::date as "isLate",
  (select count(*)::int from delivery_idea i where i.delivery_id = d.id) as ideas,
  (select json_build_object('name', m.name, 'dueOn', m.due_on)
     from milestone m
    where m.delivery_id = d.id
      and m.done_on is null
      and d.state = 'open'
    order by m.due_on, m.id
    limit 1) as "nextMilestone"`;

const unitsBelow = (department: string) => Prisma.sql`
  with recursive below as (
    select ${department}::uuid as id
     union
    select c.id from department c join below b on c.parent_id = b.id
  )
  select id from below`;

const ofIdeas = (which: Prisma.Sql) => Prisma.sql`
  and exists (select
                from delivery_idea di
                join idea i on i.id = di.idea_id
               where di.delivery_id = d.id
                 and ${which})`;

const stateSql = (state: DeliveryListInput["state"], today: string) => {
  if (state === "late") return Prisma.sql`d.state = 'open' and d.due_on < ${today}::date`;
  return deliveryStates.includes(state as DeliveryState) ? Prisma.sql`d.state = ${state}` : Prisma.sql`true`;
};

/** Deliveries in one state, first those that are due first; page by page. */
export async function listDeliveries(actor: Actor, input: DeliveryListInput): Promise<DeliveryPage> {
  authorize(actor, "idea.read");
  const { state, owner, department, category, after } = input;
  const today = todayIn(actor.timeZone);
  const cards = await db.$queryRaw<DeliveryCard[]>`
    select ${cardSql(today)}
      from delivery d
      join person o on o.id = d.owner_id
     where ${stateSql(state, today)}
       ${owner ? Prisma.sql`and d.owner_id = ${owner}::uuid` : Prisma.empty}
       ${department ? ofIdeas(Prisma.sql`i.department_id in (${unitsBelow(department)})`) : Prisma.empty}
       ${category ? ofIdeas(Prisma.sql`i.category_id = ${category}::uuid`) : Prisma.empty}
       ${after ? Prisma.sql`and (d.due_on, d.id) > (select a.due_on, a.id from delivery a where a.id = ${after}::uuid)` : Prisma.empty}
     order by d.due_on, d.id
     limit ${PAGE + 1}`;
  const deliveries = cards.slice(0, PAGE);
  return { deliveries, next: cards.length > PAGE ? (deliveries.at(-1)?.id ?? null) : null };
}

/** The delivery that brings an idea about, or else the last one that was given up; null while none does or did. */
export async function deliveryOf(actor: Actor, ideaId: string): Promise<DeliveryCard | null> {
  authorize(actor, "idea.read");
  const [card] = await db.$queryRaw<DeliveryCard[]>`
    select ${cardSql(todayIn(actor.timeZone))}
      from delivery_idea di
      join delivery d on d.id = di.delivery_id
      join person o on o.id = d.owner_id
     where di.idea_id = ${ideaId}::uuid
     order by di.is_let_go, d.begun_at desc, d.id
     limit 1`;
  return card ?? null;
}

type Parts = Pick<DeliveryInFull, "version" | "workUrl" | "begunAt" | "endedAt" | "ideas" | "milestones">;

/**
 * A delivery, whole: its ideas, what is on the way, what was told, and for those who may know it what it brings.
 *
 * @throws Failure `not_found`
 */
export async function findDelivery(actor: Actor, { deliveryId }: { deliveryId: string }): Promise<DeliveryInFull> {
  authorize(actor, "idea.read");
  const [found] = await db.$queryRaw<(Omit<DeliveryCard, "ideas"> & Parts)[]>`
    select c.*,
           d.version,
           d.work_url as "workUrl",
           d.begun_at as "begunAt",
           d.ended_at as "endedAt",
           array(select json_build_object('id', i.id, 'title', i.title, 'status', i.status, 'language', i.language)
                   from delivery_idea di
                   join idea i on i.id = di.idea_id
                  where di.delivery_id = d.id
                    and ${visibleIdeasSql(actor)}
                  order by i.submitted_at, i.id) as ideas,
           array(select json_build_object('id', m.id, 'name', m.name, 'dueOn', m.due_on, 'doneOn', m.done_on)
                   from milestone m
                  where m.delivery_id = d.id
                  order by m.due_on, m.id) as milestones
      from delivery d
      join (select ${cardSql(todayIn(actor.timeZone))} from delivery d join person o on o.id = d.owner_id) c on c.id = d.id
     where d.id = ${deliveryId}::uuid`;
  if (!found) throw notFound();
  const mayRead = can(actor, "benefit.read", { authorId: found.owner.id });
  const [updates, benefits] = await Promise.all([updatesOf(deliveryId), mayRead ? benefitsOf(deliveryId) : null]);
  return { ...found, updates, benefits };
}

const updatesOf = (deliveryId: string) => db.$queryRaw<DeliveryInFull["updates"]>`
  select u.id,
         case when p.id is not null then json_build_object('id', p.id, 'name', p.name) end as author,
         u.progress::int,
         u.body,
         u.at
    from delivery_update u
    left join person p on p.id = u.author_id
   where u.delivery_id = ${deliveryId}::uuid
   order by u.at desc, u.id
   limit 50`;

type Benefits = NonNullable<DeliveryInFull["benefits"]>;

const lineSql = Prisma.sql`
  f.id,
  f.year::int,
  f.kind,
  f.amount::text,
  f.currency,
  f.unit::text,
  case when p.id is not null then json_build_object('id', p.id, 'name', p.name) end as "statedBy",
  f.stated_at as "statedAt"`;

async function benefitsOf(deliveryId: string): Promise<Benefits> {
  const [forecasts, outcomes] = await Promise.all([
    db.$queryRaw<Benefits["forecasts"]>`
      select ${lineSql}, f.note
        from forecast f
        left join person p on p.id = f.stated_by_id
       where f.delivery_id = ${deliveryId}::uuid
       order by f.year, f.kind, f.currency, f.unit`,
    db.$queryRaw<Benefits["outcomes"]>`
      select ${lineSql},
             f.evidence,
             f.version,
             f.was_confirmed as "wasConfirmed",
             case when c.id is not null then json_build_object('id', c.id, 'name', c.name) end as "confirmedBy",
             f.confirmed_at as "confirmedAt"
        from outcome f
        join person p on p.id = f.stated_by_id
        left join person c on c.id = f.confirmed_by_id
       where f.delivery_id = ${deliveryId}::uuid
       order by f.year, f.kind, f.currency, f.unit`,
  ]);
  return { forecasts, outcomes };
}

/**
 * An idea whose delivery is to begin, and who could see to it: whoever answers for it, its author, the colleagues of its
 * department, and the reviewers.
 *
 * @throws Failure `not_found`, `forbidden`
 */
export async function findBeginning(actor: Actor, { ideaId }: { ideaId: string }): Promise<Beginning> {
  authorize(actor, "delivery.begin");
  const [idea] = await db.$queryRaw<(Beginning["idea"] & { authorId: string | null; ownerId: string | null })[]>`
    select i.id, i.title, i.language, i.author_id as "authorId", r.owner_id as "ownerId"
      from idea i
      left join review r on r.idea_id = i.id
     where i.id = ${ideaId}::uuid
       and i.status in ('accepted', 'in_progress', 'implemented')
       and ${visibleIdeasSql(actor)}
       and not exists (select
                         from delivery_idea di
                         join delivery d on d.id = di.delivery_id and d.state <> 'stopped'
                        where di.idea_id = i.id)`;
  if (!idea) throw notFound();
  authorize(actor, "idea.review", idea);
  const { ownerId, authorId: _, ...rest } = idea;
  return { idea: rest, owners: await ownersFor([ideaId], actor.id), ownerId: ownerId ?? actor.id };
}

/** Who could see to the delivery of some ideas, by name. */
export const ownersFor = (ideaIds: string[], also: string): Promise<Beginning["owners"]> => db.$queryRaw`
  with concerned as (
    select i.author_id, r.owner_id, i.department_id
      from idea i
      left join review r on r.idea_id = i.id
     where i.id = any(${ideaIds}::uuid[])
  ), candidate as (
    select ${also}::uuid as id
     union select author_id from concerned
     union select owner_id from concerned
     union (select person_id from person_role where role = 'reviewer' limit 200)
     union (select p.id from person p where p.department_id in (select department_id from concerned) and p.status = 'active' limit 100)
  )
  select p.id, p.name
    from person p
   where p.id in (select id from candidate)
     and p.status = 'active'
   order by lower(unaccent(p.name)), p.id`;

/** What forms of a delivery offer: who could see to it, and the currency in which money is stated unless told otherwise. */
export async function findDeliveryForm(
  actor: Actor,
  { owner, ideas }: Pick<DeliveryInFull, "owner" | "ideas">,
): Promise<{ owners: Beginning["owners"]; currency: string }> {
  authorize(actor, "delivery.manage", { authorId: owner.id });
  const ids = ideas.map(({ id }) => id);
  const [owners, currency] = await Promise.all([ownersFor(ids, owner.id), ownCurrency(db)]);
  return { owners, currency };
}

/** Forecast beside outcome of a delivery, for those who may know it. */
export function gapsOfDelivery({ benefits }: Pick<DeliveryInFull, "benefits">): Gap[] {
  if (!benefits) return [];
  const exact = <T extends { amount: string }>(line: T) => ({ ...line, amount: BigInt(line.amount) });
  return gapsOf(
    benefits.forecasts.map(exact),
    benefits.outcomes.map((outcome) => ({ ...exact(outcome), isConfirmed: outcome.confirmedBy !== null })),
  );
}
