import type { Actor } from "@/lib/access/actor";
import { noteSightings } from "@/lib/impressions/commands";
import type { Sighting } from "@/lib/impressions/schema";
import { db } from "@/lib/platform/db/client";

/** A sighting of an idea a moment ago, first in the list unless told otherwise. */
export const sighting = (ideaId: string, more: Partial<Sighting> = {}): Sighting => ({
  ideaId,
  place: "list",
  order: "new",
  position: 1,
  ago: 1,
  ...more,
});

/** Has a person see ideas, the first one at the first place of a list and so on. */
export const see = (actor: Actor, ...ideaIds: string[]): Promise<void> =>
  noteSightings(actor, { sightings: ideaIds.map((id, n) => sighting(id, { position: n + 1 })) });

/** How many people first saw an idea in each band, over all days. */
export async function seenIn(ideaId: string): Promise<Record<number, number>> {
  const counts = await db.exposure.groupBy({ by: ["band"], where: { ideaId }, _sum: { people: true } });
  return Object.fromEntries(counts.map(({ band, _sum }) => [band, _sum.people ?? 0]));
}
