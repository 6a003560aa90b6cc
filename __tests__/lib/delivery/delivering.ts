import { randomUUID } from "node:crypto";
import type { Actor } from "@/lib/access/actor";
import { beginDelivery } from "@/lib/delivery/commands";
import { db } from "@/lib/platform/db/client";
import { moveIdea } from "@/lib/workflow/commands";
import { givenIdea, hire, seenReview } from "../../support/database";

/** Somebody who decides on ideas. */
export const reviewer = () => hire({ name: "Marta", roles: ["employee", "reviewer"] });

type Given = Parameters<typeof givenIdea>[0];

/** An idea that a reviewer has said yes to. */
export async function givenAccepted(marta: Actor, idea: Given = {}): Promise<string> {
  const { id } = await givenIdea(idea);
  const { version } = await seenReview(id);
  await moveIdea(marta, {
    ...{ ideaId: id, version, to: "accepted", ownerId: marta.id, nextOn: "2099-01-01" },
    ...{ reason: null, kind: null, extent: null, revisitOn: null },
  });
  return id;
}

/** What a delivery begins with, unless told otherwise. */
export const beginning = (ideaId: string, ownerId: string) => ({
  ...{ deliveryId: randomUUID(), ideaId, ownerId },
  ...{ title: "Racks at the north gate", startsOn: "2026-01-01", dueOn: "2026-12-31", workUrl: null },
});

/** A delivery of an accepted idea, with as many others as wished, seen to by `owner`. */
export async function givenDelivery(marta: Actor, owner: Actor = marta, idea: Given = {}): Promise<Delivered> {
  const ideaId = await givenAccepted(marta, idea);
  const { deliveryId } = await beginDelivery(marta, beginning(ideaId, owner.id));
  return { deliveryId, ideaId };
}

type Delivered = { deliveryId: string; ideaId: string };

/** The state of an idea and how far it has come. */
export async function standOf(ideaId: string): Promise<string> {
  const { status, review } = await db.idea.findUniqueOrThrow({ where: { id: ideaId }, include: { review: true } });
  return `${status} ${review?.progress ?? "–"}`;
}
