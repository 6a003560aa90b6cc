import { canMove } from "../ideas/states";
import { todayIn } from "../platform/clock";
import { db, transaction } from "../platform/db/client";
import { promiseCalendar } from "../settings/calendar";
import { ideaMoved } from "./events";
import { recordStep } from "./hold-review";
import { keepFirstAnswer, takeOn } from "./service-level";

/** More than this wait for the next time. */
const AT_ONCE = 200;

/**
 * Puts declined ideas before the reviewers again on the day that was set when they were declined, with new promises.
 * The day begins where the organisation is.
 *
 * @returns how many came back
 */
export async function revisitIdeas(): Promise<number> {
  const { timeZone } = await promiseCalendar();
  const today = todayIn(timeZone);
  const due = await db.$queryRaw<{ id: string }[]>`
    select r.idea_id as id from review r where r.revisit_on <= ${today}::date order by r.revisit_on limit ${AT_ONCE}`;
  let back = 0;
  for (const { id } of due) if (await revisit(id, today)) back++;
  return back;
}

const revisit = (ideaId: string, today: string): Promise<boolean> =>
  transaction(async (tx) => {
    const [idea] = await tx.$queryRaw<{ status: "declined" }[]>`
      select i.status::text
        from idea i
        join review r on r.idea_id = i.id
       where i.id = ${ideaId}::uuid
         and r.revisit_on <= ${today}::date
         for no key update of i, r`;
    if (!idea || !canMove("clock", idea.status, "submitted")) return false;
    await tx.idea.update({ where: { id: ideaId }, data: { status: "submitted" } });
    await tx.review.update({ where: { ideaId }, data: { revisitOn: null } });
    await recordStep(tx, { id: null, via: "job" }, ideaMoved, ideaId, {
      from: idea.status,
      to: "submitted",
      kind: null,
    });
    await keepFirstAnswer(tx, ideaId);
    await takeOn(tx, ideaId);
    return true;
  });
