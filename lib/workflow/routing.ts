import type { Actor } from "../access/actor";
import { authorize } from "../access/authorize";
import { db, Prisma } from "../platform/db/client";
import type { Adrift, Group, Load, Routing, Rule } from "./schema";

/** More than this are counted no further: whoever reads it will not look at each. */
const MOST_SHOWN = 50;

const canReview = Prisma.sql`
  p.status = 'active' and exists (select from person_role pr where pr.person_id = p.id and pr.role = 'reviewer')`;

const openIdeas = Prisma.sql`
  (select count(*)::int
     from review r
     join idea i on i.id = r.idea_id and i.status in ('submitted', 'in_review')
    where r.owner_id = p.id
      and r.decided_at is null)`;

const listReviewers = () => db.$queryRaw<Load[]>`
  select p.id, p.name, ${openIdeas} as open from person p where ${canReview} order by lower(unaccent(p.name)), p.id`;

const listRules = () => db.$queryRaw<Rule[]>`
  select r.id,
         c.name::text as category,
         d.name as department,
         l.name as place,
         coalesce(g.name::text, p.name) as "to",
         r.group_id is not null as "toGroup",
         not exists (
           select from person p
            where (p.id = r.owner_id
                   or p.id in (select person_id from reviewer_group_member m where m.group_id = r.group_id))
              and ${canReview}) as "isDead"
    from routing_rule r
    left join category c on c.id = r.category_id
    left join department d on d.id = r.department_id
    left join place l on l.id = r.place_id
    left join person p on p.id = r.owner_id
    left join reviewer_group g on g.id = r.group_id
   order by num_nonnulls(r.category_id, r.department_id, r.place_id) = 0, r.position, r.id`;

const listGroups = () => db.$queryRaw<Group[]>`
  select g.id,
         g.name::text,
         coalesce(json_agg(json_build_object('id', p.id, 'name', p.name, 'open', ${openIdeas}, 'isAway', not (${canReview}))
                  order by lower(unaccent(p.name)), p.id) filter (where p.id is not null), '[]') as members
    from reviewer_group g
    left join reviewer_group_member m on m.group_id = g.id
    left join person p on p.id = m.person_id
   group by g.id
   order by g.name`;

const listAdrift = () => db.$queryRaw<Adrift[]>`
  select i.id,
         i.title,
         r.owner_id is not null as "hasOwner",
         r.decision_due_at is not null as "isPromised"
    from idea i
    join review r on r.idea_id = i.id
   where i.status in ('submitted', 'in_review')
     and i.source_id is null
     and (r.owner_id is null or r.decision_due_at is null)
   order by i.submitted_at, i.id
   limit ${MOST_SHOWN}`;

const countImported = () =>
  db.idea.count({
    where: {
      status: { in: ["submitted", "in_review"] },
      sourceId: { not: null },
      review: { OR: [{ ownerId: null }, { decisionDueAt: null }] },
    },
  });

/** How new ideas find somebody who answers for them, for those who may change it, and the open ideas that have not. */
export async function findRouting(actor: Actor): Promise<Routing> {
  authorize(actor, "organisation.manage");
  const [rules, groups, reviewers, adrift, imported] = await Promise.all([
    listRules(),
    listGroups(),
    listReviewers(),
    listAdrift(),
    countImported(),
  ]);
  return { rules, groups, reviewers, adrift, imported };
}
