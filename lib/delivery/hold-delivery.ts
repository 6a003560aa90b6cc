import type { Actor } from "../access/actor";
import { authorize } from "../access/authorize";
import type { Db } from "../platform/db/client";
import type { IdeaStatus } from "../platform/db/generated/enums";
import { Failure, notFound } from "../platform/errors";
import { type Held, holdReview } from "../workflow/hold-review";
import { noteProgress, takeStep } from "../workflow/take-step";
import type { DeliveryState } from "./kinds";

/** A delivery, held still. */
export type HeldDelivery = {
  id: string;
  title: string;
  ownerId: string;
  startsOn: string;
  dueOn: string;
  workUrl: string | null;
  progress: number;
  state: DeliveryState;
  version: number;
};

/**
 * A delivery, held still until the transaction ends, for somebody who may manage it.
 *
 * @throws Failure `not_found`, `forbidden`
 */
export async function holdDelivery(tx: Db, actor: Actor, deliveryId: string): Promise<HeldDelivery> {
  const [held] = await tx.$queryRaw<HeldDelivery[]>`
    select id,
           title,
           owner_id as "ownerId",
           starts_on::text as "startsOn",
           due_on::text as "dueOn",
           work_url as "workUrl",
           progress::int,
           state,
           version
      from delivery
     where id = ${deliveryId}::uuid
       for no key update`;
  if (!held) throw notFound();
  authorize(actor, "delivery.manage", { authorId: held.ownerId });
  return held;
}

/** The same, where it is still under way. */
export async function holdOpenDelivery(tx: Db, actor: Actor, deliveryId: string): Promise<HeldDelivery> {
  const held = await holdDelivery(tx, actor, deliveryId);
  if (held.state !== "open") throw new Failure("conflict", "delivery.hasEnded");
  return held;
}

/** An idea of a delivery, held still. */
export type HeldIdea = Held & { ideaId: string };

/** The ideas of a delivery, held still, always in one order, so that nobody waits for whoever waits for them. */
export async function holdIdeas(tx: Db, actor: Actor, deliveryId: string): Promise<HeldIdea[]> {
  const rows = await tx.deliveryIdea.findMany({ where: { deliveryId }, orderBy: { ideaId: "asc" } });
  const held: HeldIdea[] = [];
  for (const { ideaId } of rows) held.push({ ...(await holdReview(tx, actor, ideaId)), ideaId });
  return held;
}

const unsaid = { reason: null, kind: null, extent: null, ownerId: null, nextOn: null, revisitOn: null };

/** What else is said with a step. */
type Said = { reason?: string | null; extent?: "fully" | "partly" | null; nextOn?: string | null };

/** Moves an idea of a delivery on, as a reviewer may. */
export async function moveOn(tx: Db, actor: Actor, held: HeldIdea, to: Target, said: Said = {}): Promise<void> {
  authorize(actor, "idea.review", held);
  const { ideaId, review } = held;
  await takeStep(tx, actor, held, { ideaId, version: review.version, to, ...unsaid, ...said });
}

type Target = Extract<IdeaStatus, "accepted" | "in_progress" | "implemented">;

/** Gives an idea that is in progress what its delivery has come to; whoever backs it hears of that from the delivery. */
export async function passOn(
  tx: Db,
  actor: Actor,
  { ideaId, status, review }: HeldIdea,
  { deliveryId, progress, nextOn = null }: { deliveryId: string; progress: number; nextOn?: string | null },
): Promise<void> {
  if (status !== "in_progress" || (review.progress === progress && !nextOn)) return;
  await noteProgress(tx, actor, ideaId, { from: review.progress, to: progress, nextOn }, deliveryId);
}
