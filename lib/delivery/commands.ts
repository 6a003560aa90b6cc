import type { z } from "zod";
import type { Actor } from "../access/actor";
import { authorize } from "../access/authorize";
import { now } from "../platform/clock";
import { type Db, transaction } from "../platform/db/client";
import { Failure, notFound } from "../platform/errors";
import { record } from "../platform/events";
import { holdReview } from "../workflow/hold-review";
import { deliveryBegun, deliveryChanged, deliveryIdeaAdded, deliveryIdeaRemoved } from "./events";
import { type HeldDelivery, type HeldIdea, holdDelivery, holdOpenDelivery, moveOn, passOn } from "./hold-delivery";
import type { BeginInput, ChangeInput, DeliveryRef, deliveredIdeaRef } from "./schema";

type DeliveredIdea = z.output<typeof deliveredIdeaRef>;

const progressOf = ({ status, review }: HeldIdea) => (status === "implemented" ? 100 : (review.progress ?? 0));

async function requireOwner(tx: Db, id: string): Promise<void> {
  if ((await tx.person.count({ where: { id, status: "active" } })) === 1) return;
  throw new Failure("invalid", "validation.checkFields", { ownerId: "validation.notFound" });
}

/** Begins to deliver an accepted idea: from here on it is in progress. The same again is the same delivery. */
export async function beginDelivery(actor: Actor, input: BeginInput): Promise<DeliveryRef> {
  authorize(actor, "delivery.begin");
  const { deliveryId, ideaId, startsOn, dueOn, ...about } = input;
  await transaction(async (tx) => {
    const days = { startsOn: new Date(startsOn), dueOn: new Date(dueOn) };
    const { count } = await tx.delivery.createMany({
      data: [{ id: deliveryId, ...about, ...days, begunById: actor.id, begunAt: now() }],
      skipDuplicates: true,
    });
    if (count === 0) return requireSame(tx, actor, deliveryId);
    await requireOwner(tx, about.ownerId);
    const idea = await takeIn(tx, actor, deliveryId, ideaId);
    await tx.delivery.update({ where: { id: deliveryId }, data: { progress: progressOf(idea) } });
    await record(tx, actor, deliveryBegun, deliveryId, { title: about.title, idea: ideaId, owner: about.ownerId });
  });
  return { deliveryId };
}

async function requireSame(tx: Db, { id }: Actor, deliveryId: string): Promise<void> {
  if ((await tx.delivery.count({ where: { id: deliveryId, begunById: id } })) === 0) throw notFound();
}

/** Puts an idea into a delivery; an accepted one is in progress from here on. */
async function takeIn(tx: Db, actor: Actor, deliveryId: string, ideaId: string): Promise<HeldIdea> {
  const held = { ...(await holdReview(tx, actor, ideaId)), ideaId };
  authorize(actor, "idea.review", held);
  if (!["accepted", "in_progress", "implemented"].includes(held.status))
    throw new Failure("conflict", "delivery.notAccepted");
  const { count } = await tx.deliveryIdea.createMany({ data: [{ deliveryId, ideaId }], skipDuplicates: true });
  if (count === 0) throw new Failure("conflict", "delivery.elsewhere");
  if (held.status === "accepted") await moveOn(tx, actor, held, "in_progress");
  return held;
}

/** What is confirmed stays with the ideas that it was confirmed of. */
async function requireUnconfirmed(tx: Db, deliveryId: string): Promise<void> {
  if ((await tx.outcome.count({ where: { deliveryId, confirmedAt: { not: null } } })) > 0)
    throw new Failure("conflict", "delivery.ideasStay");
}

/** Has a delivery bring about another idea as well, which takes over how far it has come. */
export const addIdea = (actor: Actor, { deliveryId, ideaId }: DeliveredIdea): Promise<DeliveryRef> =>
  transaction(async (tx) => {
    const { progress } = await holdOpenDelivery(tx, actor, deliveryId);
    if ((await tx.deliveryIdea.count({ where: { deliveryId, ideaId } })) > 0) return { deliveryId };
    await requireUnconfirmed(tx, deliveryId);
    await takeIn(tx, actor, deliveryId, ideaId);
    await passOn(tx, actor, { ...(await holdReview(tx, actor, ideaId)), ideaId }, { deliveryId, progress });
    await record(tx, actor, deliveryIdeaAdded, deliveryId, { idea: ideaId });
    return { deliveryId };
  });

/** Has a delivery no longer bring about an idea, which stays as it is. The last one stays with it. */
export const removeIdea = (actor: Actor, { deliveryId, ideaId }: DeliveredIdea): Promise<DeliveryRef> =>
  transaction(async (tx) => {
    await holdOpenDelivery(tx, actor, deliveryId);
    if ((await tx.deliveryIdea.count({ where: { deliveryId } })) < 2)
      throw new Failure("conflict", "delivery.lastIdea");
    await requireUnconfirmed(tx, deliveryId);
    const { count } = await tx.deliveryIdea.deleteMany({ where: { deliveryId, ideaId } });
    if (count > 0) await record(tx, actor, deliveryIdeaRemoved, deliveryId, { idea: ideaId });
    return { deliveryId };
  });

const told = ({ title, ownerId, startsOn, dueOn }: Pick<HeldDelivery, "title" | "ownerId" | "startsOn" | "dueOn">) => ({
  title,
  owner: ownerId,
  startsOn,
  dueOn,
});

const isSame = (held: HeldDelivery, { title, ownerId, startsOn, dueOn, workUrl }: ChangeInput) =>
  JSON.stringify([held.title, held.ownerId, held.startsOn, held.dueOn, held.workUrl]) ===
  JSON.stringify([title, ownerId, startsOn, dueOn, workUrl]);

/** Calls a delivery differently, gives it to somebody else, moves its days, or says where the work is done. */
export const changeDelivery = (actor: Actor, input: ChangeInput): Promise<DeliveryRef> =>
  transaction(async (tx) => {
    const { deliveryId, version, title, ownerId, startsOn, dueOn, workUrl } = input;
    const held = await holdDelivery(tx, actor, deliveryId);
    if (isSame(held, input)) return { deliveryId };
    if (held.version !== version) throw new Failure("conflict", "delivery.changedMeanwhile");
    if (ownerId !== held.ownerId) await requireOwner(tx, ownerId);
    const days = { startsOn: new Date(startsOn), dueOn: new Date(dueOn) };
    const data = { title, ownerId, workUrl, ...days, version: { increment: 1 } };
    await tx.delivery.update({ where: { id: deliveryId }, data });
    await record(tx, actor, deliveryChanged, deliveryId, { before: told(held), after: told(input) });
    return { deliveryId };
  });
