import type { Actor } from "../access/actor";
import { authorize, can } from "../access/authorize";
import { visibleIdeasSql } from "../access/visibility";
import { todayIn } from "../platform/clock";
import { db, Prisma } from "../platform/db/client";
import { notFound } from "../platform/errors";
import { gapsOf } from "./amounts";
import type { Gap } from "./kinds";
import { cardSql } from "./queries";
import type { DeliveryCard, DeliveryInFull } from "./shown-schema";

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

/** Forecast beside outcome of a delivery, for those who may know it. */
export function gapsOfDelivery({ benefits }: Pick<DeliveryInFull, "benefits">): Gap[] {
  if (!benefits) return [];
  const exact = <T extends { amount: string }>(line: T) => ({ ...line, amount: BigInt(line.amount) });
  return gapsOf(
    benefits.forecasts.map(exact),
    benefits.outcomes.map((outcome) => ({ ...exact(outcome), isConfirmed: outcome.confirmedBy !== null })),
  );
}
