import { type Db, Prisma } from "../platform/db/client";

/** To whom the rules gave an idea: a reviewer, and the group in which they were chosen. */
export type Route = { ownerId: string; groupId: string | null; version: number };

/** A unit that an idea names, and every one above it. */
const branch = (table: Prisma.Sql, id: Prisma.Sql): Prisma.Sql => Prisma.sql`
  (with recursive above (id, parent_id) as (
     select u.id, u.parent_id from ${table} u where u.id = ${id}
     union
     select u.id, u.parent_id from ${table} u join above a on u.id = a.parent_id
   )
   select id from above)`;

/**
 * Gives an idea to whoever answers for it by the rules: the first rule that fits decides, and in a group the one with the fewest open
 * ideas, of several the one who has waited longest for one. A rule that names nobody who can, for being suspended, no
 * reviewer any more, or the author, is passed over; where none is left, all reviewers share the idea.
 *
 * To be called at the end of a transaction: until it is over, no other idea is routed, so that each sees what the others
 * were given. 50 at once are spread evenly.
 *
 * @returns nothing where nobody reviews, or only the author does
 */
export async function routeIdea(tx: Db, ideaId: string): Promise<Route | null> {
  await tx.$executeRaw`select pg_advisory_xact_lock(hashtext('tormenta.routing'))`;
  const [route] = await tx.$queryRaw<Route[]>`
    with fitting as (
      select r.owner_id, r.group_id, r.position,
             num_nonnulls(r.category_id, r.department_id, r.place_id) = 0 as fits_all
        from routing_rule r
        join idea i on i.id = ${ideaId}::uuid
       where (r.category_id is null or r.category_id = i.category_id)
         and (r.department_id is null or r.department_id in ${branch(Prisma.sql`department`, Prisma.sql`i.department_id`)})
         and (r.place_id is null or r.place_id in ${branch(Prisma.sql`place`, Prisma.sql`i.place_id`)})
    ),
    candidate (person_id, group_id, step, position) as (
      select owner_id, null::uuid, fits_all::int, position from fitting where owner_id is not null
      union all
      select m.person_id, f.group_id, f.fits_all::int, f.position
        from fitting f
        join reviewer_group_member m on m.group_id = f.group_id
      union all
      select person_id, null, 2, 0 from person_role where role = 'reviewer'
    ),
    chosen as (
      select c.person_id, c.group_id
        from candidate c
        join person p on p.id = c.person_id and p.status = 'active'
        join person_role pr on pr.person_id = p.id and pr.role = 'reviewer'
        left join reviewer_turn t on t.person_id = c.person_id
       where c.person_id is distinct from (select author_id from idea where id = ${ideaId}::uuid)
       order by c.step,
                c.position,
                (select count(*)
                   from review r
                   join idea i on i.id = r.idea_id and i.status in ('submitted', 'in_review')
                  where r.owner_id = c.person_id
                    and r.decided_at is null),
                t.at nulls first,
                c.person_id
       limit 1
    ),
    turn as (
      insert into reviewer_turn
      select person_id, clock_timestamp() from chosen
          on conflict (person_id) do update set at = excluded.at
    )
    update review r
       set owner_id = chosen.person_id,
           group_id = chosen.group_id
      from chosen
     where r.idea_id = ${ideaId}::uuid
 returning r.owner_id as "ownerId",
           r.group_id as "groupId",
           r.version`;
  return route ?? null;
}
