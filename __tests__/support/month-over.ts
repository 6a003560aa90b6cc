import { rebuildInsights } from "@/lib/insights/roll-ups";
import { turnClock } from "@/lib/platform/clock";

const MONTH_MS = 31 * 86_400_000;

/** Does something in the next month, when this one is over. */
export async function inNextMonth<T>(work: () => Promise<T>): Promise<T> {
  turnClock(MONTH_MS);
  try {
    return await work();
  } finally {
    turnClock(-MONTH_MS);
  }
}

/** Counts all that people have done until now, as if the month were over. */
export const countPeople = () => inNextMonth(() => rebuildInsights({ withPeople: true }));
