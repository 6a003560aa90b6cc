import type { Db } from "../platform/db/client";
import type { Doer } from "../platform/events";
import { ideaResumed } from "./events";
import { recordStep } from "./hold-review";
import { type Interrupted, resumed } from "./service-level";

/** Lets the clock of a review go on that waited for its author: what is still promised moves by what it waited. */
export async function goOn(tx: Db, doer: Doer, ideaId: string, review: Interrupted): Promise<void> {
  const { days, changes } = await resumed(tx, review);
  await tx.review.update({ where: { ideaId }, data: { ...changes, version: { increment: 1 } } });
  await recordStep(tx, doer, ideaResumed, ideaId, { waitedDays: days });
}
