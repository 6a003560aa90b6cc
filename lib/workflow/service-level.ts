import { now } from "../platform/clock";
import type { Db } from "../platform/db/client";
import { record } from "../platform/events";
import { promiseCalendar, promisesFrom } from "../settings/calendar";
import { postponed, workingDaysBetween } from "../settings/working-days";
import { ideaAssigned } from "./events";
import { routeIdea } from "./route-idea";

/**
 * Gives an idea that begins its life, or begins it anew, an owner and both promises, counted from this moment. An owner
 * that it has already stays.
 */
export async function takeOn(tx: Db, ideaId: string): Promise<void> {
  const promises = promisesFrom(await promiseCalendar(tx), now());
  const before = await tx.review.update({
    where: { ideaId },
    data: { ...promises, answeredAt: null, waitedDays: 0 },
    select: { ownerId: true, owner: { select: { status: true } } },
  });
  if (before.owner?.status === "active") return;
  await giveOwner(tx, ideaId, before.ownerId);
}

/**
 * Keeps what was first answered and promised of an idea that comes back to the queue: from here on it has another promise,
 * and waits for another answer.
 */
export const keepFirstAnswer = (tx: Db, ideaId: string): Promise<number> => tx.$executeRaw`
  update review r
     set again_at = ${now()},
         first_answered_at = case when r.again_at is null
                                  then least(r.answered_at, (select min(d.decided_at)
                                                               from decision d
                                                              where d.idea_id = r.idea_id
                                                                and d.reason is not null))
                                  else r.first_answered_at
                             end,
         first_answer_due_at = case when r.again_at is null then r.answer_due_at else r.first_answer_due_at end
   where r.idea_id = ${ideaId}::uuid`;

/** Has the rules choose who answers for an idea from here on. That is the portal's own doing, not the author's. */
export async function giveOwner(tx: Db, ideaId: string, from: string | null): Promise<void> {
  const route = await routeIdea(tx, ideaId);
  if (!route) return;
  const { ownerId: to, groupId: group, version } = route;
  await record(tx, { id: null, via: "job" }, ideaAssigned, ideaId, { from, to, group, version });
}

/** What was promised, as far as it is still open, and since when that waits. */
export type Interrupted = {
  answerDueAt: Date | null;
  answeredAt: Date | null;
  decisionDueAt: Date | null;
  waitingSince: Date;
};

/**
 * What changes in a review that no longer waits for its author: open promises move by the working days that it waited,
 * in the calendar of today.
 */
export async function resumed(tx: Db, review: Interrupted) {
  const calendar = await promiseCalendar(tx);
  const days = workingDaysBetween(calendar, review.waitingSince, now());
  const later = (dueAt: Date | null) => dueAt && postponed(calendar, dueAt, days);
  return {
    days,
    changes: {
      waitingSince: null,
      waitedDays: { increment: days },
      ...(!review.answeredAt && { answerDueAt: later(review.answerDueAt) }),
      decisionDueAt: later(review.decisionDueAt),
    },
  };
}

/** The promise of a decision for an idea that is taken up again after one: counted anew, from this moment. */
export const promisedAgain = async (tx: Db): Promise<{ decisionDueAt: Date }> => ({
  decisionDueAt: promisesFrom(await promiseCalendar(tx), now()).decisionDueAt,
});
