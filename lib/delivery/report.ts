import { randomUUID } from "node:crypto";
import type { Actor } from "../access/actor";
import { now } from "../platform/clock";
import { type Db, transaction } from "../platform/db/client";
import { Failure } from "../platform/errors";
import { record } from "../platform/events";
import { requireAhead } from "../workflow/take-step";
import { deliveryEnded, deliveryUpdated } from "./events";
import { type HeldDelivery, holdDelivery, holdIdeas, holdOpenDelivery, moveOn, passOn } from "./hold-delivery";
import type { ReportInput } from "./news-schema";
import type { DeliveryRef, EndInput } from "./schema";

type News = { updateId: string; progress: number; body: string | null };

/** Whether these are news that were not written down before; then they are now. */
export async function noteNews(
  tx: Db,
  actor: Actor,
  deliveryId: string,
  { updateId, progress, body }: News,
): Promise<boolean> {
  const data = [{ id: updateId, deliveryId, authorId: actor.id, progress, body, at: now() }];
  const { count } = await tx.deliveryUpdate.createMany({ data, skipDuplicates: true });
  return count > 0;
}

/**
 * Tells how far a delivery has come, and what there is to say. Its ideas have their progress from it, and everybody who
 * backs one of them hears of it once.
 */
export const reportDelivery = (actor: Actor, input: ReportInput): Promise<DeliveryRef> =>
  transaction(async (tx) => {
    const { deliveryId, progress, body, nextOn, updateId = randomUUID() } = input;
    const held = await holdOpenDelivery(tx, actor, deliveryId);
    requireAhead(actor, { nextOn, revisitOn: null });
    const isNews = progress !== held.progress || body !== null;
    if (isNews && !(await noteNews(tx, actor, deliveryId, { updateId, progress, body }))) return { deliveryId };
    const ideas = await holdIdeas(tx, actor, deliveryId);
    for (const idea of ideas) await passOn(tx, actor, idea, { deliveryId, progress, nextOn });
    if (!isNews) return { deliveryId };
    await tx.delivery.update({ where: { id: deliveryId }, data: { progress, version: { increment: 1 } } });
    await record(tx, actor, deliveryUpdated, deliveryId, {
      from: held.progress,
      to: progress,
      update: updateId,
      ideas: ideas.map(({ ideaId }) => ideaId),
    });
    return { deliveryId };
  });

const stateOf = ({ how }: EndInput) => (how === "stopped" ? "stopped" : "done");

/** Ends a delivery: its ideas are implemented, fully or in part, or wait for another one. What was said is an answer. */
export const endDelivery = (actor: Actor, input: EndInput): Promise<DeliveryRef> =>
  transaction(async (tx) => {
    const { deliveryId, version } = input;
    const held = await holdDelivery(tx, actor, deliveryId);
    if (held.state === stateOf(input)) return { deliveryId };
    if (held.state !== "open") throw new Failure("conflict", "delivery.hasEnded");
    if (held.version !== version) throw new Failure("conflict", "delivery.changedMeanwhile");
    await settle(tx, actor, held, input);
    await record(tx, actor, deliveryEnded, deliveryId, { kind: input.how });
    return { deliveryId };
  });

/** The instant that the database calls now until the transaction ends: its ideas ended then, too. */
async function instantOf(tx: Db): Promise<Date> {
  const [{ at }] = await tx.$queryRaw<[{ at: Date }]>`select now()::timestamptz(3) as at`;
  return at;
}

async function settle(tx: Db, actor: Actor, held: HeldDelivery, input: EndInput): Promise<void> {
  const { deliveryId, how, body, nextOn } = input;
  for (const idea of await holdIdeas(tx, actor, deliveryId)) {
    if (idea.status !== "in_progress") continue;
    if (how === "stopped") await moveOn(tx, actor, idea, "accepted", { reason: body, nextOn });
    else await moveOn(tx, actor, idea, "implemented", { reason: body, extent: how });
  }
  const progress = how === "stopped" ? held.progress : 100;
  if (body || progress !== held.progress)
    await noteNews(tx, actor, deliveryId, { updateId: randomUUID(), progress, body });
  const data = { state: stateOf(input), progress, endedAt: await instantOf(tx), version: { increment: 1 } };
  await tx.delivery.update({ where: { id: deliveryId }, data });
}
