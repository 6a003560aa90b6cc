import type { Actor } from "../access/actor";
import { authorize } from "../access/authorize";
import { db, Prisma } from "../platform/db/client";
import { isOpen } from "../workflow/overdue";
import type { Candidate } from "./schema";

/** Whoever decided on such ideas within so many days knows the field. Chosen by us. */
const LATELY_DAYS = 365;

/** More reviewers than a list can be chosen from. */
const MOST = 100;

/** Whoever answers for so many open ideas has no room for more: further on nobody needs to count. Chosen by us. */
const MOST_LOAD = 40;

/** How many open ideas a reviewer `p` answers for, up to `MOST_LOAD`. */
export const loadSql = Prisma.sql`
  (select count(*)::int
     from (select from review r where r.owner_id = p.id and ${isOpen} limit ${MOST_LOAD}::int) o)`;

/**
 * Who could answer for an idea: its group first, then whoever decided on ideas of its category lately, and among equals
 * whoever has the least to do. The first is suggested.
 */
export async function candidatesFor(actor: Actor, ideaId: string): Promise<Candidate[]> {
  authorize(actor, "review.read");
  const people = await db.$queryRaw<Omit<Candidate, "isSuggested">[]>`
    select p.id,
           p.name,
           ${loadSql} as load
      from idea i
      join review v on v.idea_id = i.id
      join person_role pr on pr.role = 'reviewer'
      join person p on p.id = pr.person_id and p.status = 'active' and p.id is distinct from i.author_id
      left join reviewer_group_member m on m.group_id = v.group_id and m.person_id = p.id
      left join lateral (
             ${decidedLately}
           ) d on true
     where i.id = ${ideaId}::uuid
     order by m.person_id is null, d.yes is null, load, p.name, p.id
     limit ${MOST}::int`;
  return people.map((person, index) => ({ ...person, isSuggested: index === 0 }));
}

const decidedLately = Prisma.sql`
  select true as yes
    from decision d
    join idea o on o.id = d.idea_id
   where d.decided_by_id = p.id
     and d.decided_at > now() - ${LATELY_DAYS}::int * interval '1 day'
     and o.category_id = i.category_id
   limit 1`;
