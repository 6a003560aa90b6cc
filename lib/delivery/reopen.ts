import { randomUUID } from "node:crypto";
import type { Actor } from "../access/actor";
import { type Db, transaction } from "../platform/db/client";
import { Failure } from "../platform/errors";
import { record } from "../platform/events";
import { holdReview } from "../workflow/hold-review";
import { requireAhead } from "../workflow/take-step";
import { deliveryReopened, deliveryUpdated } from "./events";
import { type HeldIdea, holdDelivery, holdIdeas, moveOn, passOn } from "./hold-delivery";
import { noteNews } from "./report";
import type { DeliveryRef, ReopenInput } from "./schema";

/** The ideas that the end of a delivery left implemented, and nothing has moved since. Others were so before. */
async function endedWith(tx: Db, deliveryId: string, held: HeldIdea[]): Promise<HeldIdea[]> {
  const rows = await tx.$queryRaw<{ id: string }[]>`
    select r.idea_id as id
      from delivery d
      join delivery_idea di on di.delivery_id = d.id
      join review r on r.idea_id = di.idea_id and r.ended_at = d.ended_at
     where d.id = ${deliveryId}::uuid`;
  const ended = new Set(rows.map(({ id }) => id));
  return held.filter(({ ideaId, status }) => status === "implemented" && ended.has(ideaId));
}

/** Takes up a delivery again that is not done after all: what it brought about is in progress again, and says why. */
export const reopenDelivery = (actor: Actor, input: ReopenInput): Promise<DeliveryRef> =>
  transaction(async (tx) => {
    const { deliveryId, version, progress, body, nextOn } = input;
    const held = await holdDelivery(tx, actor, deliveryId);
    if (held.state === "open" && held.version > version) return { deliveryId };
    if (held.state !== "done") throw new Failure("conflict", "delivery.notDone");
    if (held.version !== version) throw new Failure("conflict", "delivery.changedMeanwhile");
    requireAhead(actor, { nextOn, revisitOn: null });
    const ideas = await resume(tx, actor, input);
    const update = randomUUID();
    await noteNews(tx, actor, deliveryId, { updateId: update, progress, body });
    const data = { state: "open", progress, endedAt: null, version: { increment: 1 } };
    await tx.delivery.update({ where: { id: deliveryId }, data });
    await record(tx, actor, deliveryReopened, deliveryId, { ideas: ideas.moved });
    // Whoever backs an idea that was moved hears of it by that; the others by the news.
    const said = { from: held.progress, to: progress, update, ideas: ideas.others };
    if (ideas.others.length > 0) await record(tx, actor, deliveryUpdated, deliveryId, said);
    return { deliveryId };
  });

/** Takes back what ended with the delivery, and has all that is in progress be as far as the delivery. Answers which is which. */
async function resume(tx: Db, actor: Actor, { deliveryId, progress, body, nextOn }: ReopenInput) {
  const all = await holdIdeas(tx, actor, deliveryId);
  const ended = await endedWith(tx, deliveryId, all);
  const others = all.filter((idea) => !ended.includes(idea));
  for (const idea of others) await passOn(tx, actor, idea, { deliveryId, progress, nextOn });
  for (const idea of ended) {
    await moveOn(tx, actor, idea, "in_progress", { reason: body, nextOn });
    const { ideaId } = idea;
    await passOn(tx, actor, { ...(await holdReview(tx, actor, ideaId)), ideaId }, { deliveryId, progress });
  }
  const idsOf = (ideas: HeldIdea[]) => ideas.map(({ ideaId }) => ideaId);
  return { moved: idsOf(ended), others: idsOf(others) };
}
