import type { z } from "zod";
import type { Actor } from "../access/actor";
import { todayIn } from "../platform/clock";
import { type Db, transaction } from "../platform/db/client";
import { notFound } from "../platform/errors";
import { record } from "../platform/events";
import { milestoneAdded, milestoneReached, milestoneRemoved, milestoneReopened } from "./events";
import { holdDelivery } from "./hold-delivery";
import type { MilestoneInput, milestoneMark, milestoneRef } from "./news-schema";
import type { DeliveryRef } from "./schema";

const dateOf = (day: Date) => day.toISOString().slice(0, 10);

/** Puts something on the way of a delivery that is to be there by a day. */
export const addMilestone = (actor: Actor, input: MilestoneInput): Promise<DeliveryRef> =>
  transaction(async (tx) => {
    const { deliveryId, milestoneId, name, dueOn } = input;
    await holdDelivery(tx, actor, deliveryId);
    const data = [{ id: milestoneId, deliveryId, name, dueOn: new Date(dueOn) }];
    const { count } = await tx.milestone.createMany({ data, skipDuplicates: true });
    if (count > 0) await record(tx, actor, milestoneAdded, deliveryId, { name, dueOn });
    return { deliveryId };
  });

async function holdMilestone(tx: Db, actor: Actor, id: string) {
  const found = await tx.milestone.findUnique({ where: { id }, select: { deliveryId: true } });
  if (!found) throw notFound();
  await holdDelivery(tx, actor, found.deliveryId);
  const { name, dueOn, ...rest } = await tx.milestone.findUniqueOrThrow({ where: { id } });
  return { ...rest, told: { name, dueOn: dateOf(dueOn) } };
}

/** Says that a milestone is there today, or that it is not after all. */
export const markMilestone = (
  actor: Actor,
  { milestoneId: id, isDone }: z.output<typeof milestoneMark>,
): Promise<DeliveryRef> =>
  transaction(async (tx) => {
    const { deliveryId, doneOn, told } = await holdMilestone(tx, actor, id);
    const isReached = isDone === "yes";
    if ((doneOn !== null) === isReached) return { deliveryId };
    await tx.milestone.update({
      where: { id },
      data: { doneOn: isReached ? new Date(todayIn(actor.timeZone)) : null },
    });
    await record(tx, actor, isReached ? milestoneReached : milestoneReopened, deliveryId, told);
    return { deliveryId };
  });

/** Takes a milestone off the way of a delivery. */
export const removeMilestone = (
  actor: Actor,
  { milestoneId: id }: z.output<typeof milestoneRef>,
): Promise<DeliveryRef> =>
  transaction(async (tx) => {
    const { deliveryId, told } = await holdMilestone(tx, actor, id);
    await tx.milestone.delete({ where: { id } });
    await record(tx, actor, milestoneRemoved, deliveryId, told);
    return { deliveryId };
  });
