import { randomUUID } from "node:crypto";
import type { Actor } from "../access/actor";
import { type Db, transaction } from "../platform/db/client";
import { Failure } from "../platform/errors";
import { record } from "../platform/events";
import { holdReview } from "../workflow/hold-review";
import { deliveryReopened } from "./events";
import { type HeldIdea, holdDelivery, holdIdeas, moveOn, passOn } from "./hold-delivery";
import { note } from "./report";
import type { DeliveryRef, ReopenInput } from "./schema";

/** The ideas that the end of a delivery left implemented, and nothing has moved since. Others were so before. */
async function endedWith(tx: Db, actor: Actor, deliveryId: string): Promise<HeldIdea[]> {
  const rows = await tx.$queryRaw<{ id: string }[]>`
    select r.idea_id as id
      from delivery d
      join delivery_idea di on di.delivery_id = d.id
      join review r on r.idea_id = di.idea_id and r.ended_at = d.ended_at
     where d.id = ${deliveryId}::uuid`;
  const ended = new Set(rows.map(({ id }) => id));
  const held = await holdIdeas(tx, actor, deliveryId);
  return held.filter(({ ideaId, status }) => status === "implemented" && ended.has(ideaId));
}

/** Takes up a delivery again that is not done after all: what it brought about is in progress again, and says why. */
export const reopenDelivery = (actor: Actor, input: ReopenInput): Promise<DeliveryRef> =>
  transaction(async (tx) => {
    const { deliveryId, version, progress, body, nextOn } = input;
    const { state, version: current } = await holdDelivery(tx, actor, deliveryId);
    if (state === "open") return { deliveryId };
    if (state !== "done") throw new Failure("conflict", "delivery.notDone");
    if (current !== version) throw new Failure("conflict", "delivery.changedMeanwhile");
    const ideas = await endedWith(tx, actor, deliveryId);
    for (const idea of ideas) {
      await moveOn(tx, actor, idea, "in_progress", { reason: body, nextOn });
      const { ideaId } = idea;
      await passOn(tx, actor, { ...(await holdReview(tx, actor, ideaId)), ideaId }, { deliveryId, progress });
    }
    await note(tx, actor, deliveryId, { updateId: randomUUID(), progress, body });
    const data = { state: "open", progress, endedAt: null, version: { increment: 1 } };
    await tx.delivery.update({ where: { id: deliveryId }, data });
    await record(tx, actor, deliveryReopened, deliveryId, { ideas: ideas.map(({ ideaId }) => ideaId) });
    return { deliveryId };
  });
