import type { Prisma } from "../platform/db/client";
import type { Review } from "./schema";

const named = { select: { id: true, name: true } } as const;

/** What is read of a review wherever one is told of. */
export const reviewed = {
  select: {
    version: true,
    owner: named,
    group: named,
    progress: true,
    extent: true,
    nextOn: true,
    revisitOn: true,
    answerDueAt: true,
    answeredAt: true,
    decisionDueAt: true,
    decidedAt: true,
    waitingSince: true,
    waitedDays: true,
    dueAt: true,
  },
} as const;

/** A day as its date: the driver makes it midnight in Greenwich. */
const dayOf = (at: Date | null): string | null => at?.toISOString().slice(0, 10) ?? null;

/** A review as it was read, for readers. */
export const reviewOf = (row: Prisma.ReviewGetPayload<typeof reviewed>): Review => ({
  ...row,
  extent: row.extent as Review["extent"],
  nextOn: dayOf(row.nextOn),
  revisitOn: dayOf(row.revisitOn),
});
