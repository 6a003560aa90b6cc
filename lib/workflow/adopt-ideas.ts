import { db, Prisma, transaction } from "../platform/db/client";
import { giveOwner } from "./service-level";

/** More than this wait for the next time, so that a whole team that leaves at once holds up nothing else. */
const AT_ONCE = 200;

/** Whether a review was promised something, and has nobody who could keep it: no owner, and no group that shares it. */
export const isAdrift = Prisma.sql`
  r.due_at is not null
  and not exists (
        select from person p
          join person_role pr on pr.person_id = p.id and pr.role = 'reviewer'
          left join reviewer_group_member m on m.person_id = p.id
         where p.status = 'active'
           and (p.id = r.owner_id or (r.owner_id is null and m.group_id = r.group_id)))`;

/** Gives open ideas whose owner was suspended, or reviews no more, or that never had one, to somebody by the rules. */
export async function givePromisesAnOwner(): Promise<void> {
  const adrift = await db.$queryRaw<{ id: string }[]>`
    select r.idea_id as id from review r where ${isAdrift} order by r.due_at limit ${AT_ONCE}`;
  for (const { id } of adrift) {
    await transaction(async (tx) => {
      const [still] = await tx.$queryRaw<{ ownerId: string | null }[]>`
        select r.owner_id as "ownerId" from review r where r.idea_id = ${id}::uuid and ${isAdrift} for no key update of r`;
      if (!still) return;
      await tx.review.update({ where: { ideaId: id }, data: { version: { increment: 1 } } });
      await giveOwner(tx, id, still.ownerId);
    });
  }
}
