import { Prisma, transaction } from "../platform/db/client";
import type { Happened } from "../platform/events";
import { goOn } from "./go-on";

/** Lets the clock go on once the author has answered: that is what the review waited for. */
export const goOnOnceAnswered = ({ subjectId, actorId, at }: Happened): Promise<void> =>
  transaction(async (tx) => {
    const isAnswered = Prisma.sql`
      select r.idea_id
        from review r
        join idea i on i.id = r.idea_id
       where i.id = ${subjectId}::uuid
         and i.author_id = ${actorId}::uuid
         and r.waiting_since <= ${at}
         for update of i, r`;
    if ((await tx.$queryRaw<unknown[]>(isAnswered)).length === 0) return;
    const { waitingSince, ...review } = await tx.review.findUniqueOrThrow({ where: { ideaId: subjectId } });
    if (waitingSince) await goOn(tx, { id: null, via: "job" }, subjectId, { ...review, waitingSince });
  });
