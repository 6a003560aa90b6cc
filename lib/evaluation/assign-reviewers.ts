import { type Db, Prisma } from "../platform/db/client";

/** Nobody else gives out ideas to mark until the transaction ends: each sees what the one before has given. */
const takeTurns = (tx: Db) => tx.$executeRaw`select pg_advisory_xact_lock(hashtext('evaluation'))`;

/** Every active reviewer but the author, with how far they work from the author and how much they have to mark. */
const candidates = (ideaId: string): Prisma.Sql => Prisma.sql`
  select p.id,
         distance_between(p.department_id, author.department_id) as distance,
         (select count(*)
            from assessment a
            join evaluation e on e.id = a.evaluation_id
           where a.reviewer_id = p.id
             and a.handed_in_at is null
             and e.closed_at is null) as load
    from person p
    join person_role r on r.person_id = p.id and r.role = 'reviewer'
    join idea i on i.id = ${ideaId}::uuid
    left join person author on author.id = i.author_id
   where p.status = 'active'
     and p.id is distinct from i.author_id`;

/**
 * Chooses who marks an idea: those of other departments than the author's first, and of these who has the least to mark.
 * Among equals the idea decides, so that no alphabet does.
 *
 * @returns their ids; fewer than wanted when there are no more
 */
export async function assignReviewers(
  tx: Db,
  { evaluationId, ideaId, reviewers }: { evaluationId: string; ideaId: string; reviewers: number },
): Promise<string[]> {
  await takeTurns(tx);
  const chosen = await tx.$queryRaw<{ id: string }[]>`
    insert into assessment (evaluation_id, reviewer_id, distance)
    select ${evaluationId}::uuid, c.id, c.distance
      from (${candidates(ideaId)}) c
     order by c.distance = 'team', c.load, md5(c.id::text || ${ideaId})
     limit ${reviewers}
    returning reviewer_id as id`;
  return chosen.map(({ id }) => id);
}
