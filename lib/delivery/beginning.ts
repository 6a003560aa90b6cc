import type { Actor } from "../access/actor";
import { authorize } from "../access/authorize";
import { visibleIdeasSql } from "../access/visibility";
import { db } from "../platform/db/client";
import { notFound } from "../platform/errors";
import { ownCurrency } from "./own-currency";
import type { Beginning, DeliveryInFull } from "./shown-schema";

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
const ownersFor = (ideaIds: string[], also: string): Promise<Beginning["owners"]> => db.$queryRaw`
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
