import { rebuildInsights } from "@/lib/insights/roll-ups";
import { now, turnClock } from "@/lib/platform/clock";

/** Until noon of the second day of the next month: then it is that month wherever one is. */
function untilNextMonth(): number {
  const [today, next] = [now(), now()];
  next.setUTCMonth(today.getUTCMonth() + 1, 2);
  next.setUTCHours(12);
  return next.getTime() - today.getTime();
}

/** Does something in the next month, when this one is over. */
export async function inNextMonth<T>(work: () => Promise<T>): Promise<T> {
  const ms = untilNextMonth();
  turnClock(ms);
  try {
    return await work();
  } finally {
    turnClock(-ms);
  }
}

/** Counts all that people have done until now, as if the month were over. */
export const countPeople = () => inNextMonth(() => rebuildInsights({ withPeople: true }));
