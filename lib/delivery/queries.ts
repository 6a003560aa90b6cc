import type { Actor } from "../access/actor";
import { authorize } from "../access/authorize";
import { todayIn } from "../platform/clock";
import { db, Prisma } from "../platform/db/client";
import { type DeliveryState, deliveryStates } from "./kinds";
import type { DeliveryListInput } from "./schema";
import type { DeliveryCard, DeliveryPage } from "./shown-schema";

/** As many deliveries as a page shows. */
const PAGE = 30;

/** What a list shows of a delivery `d` and its owner `o`, on a day. */
export const cardSql = (today: string) => Prisma.sql`
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
