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

/** Has people see an idea first at a band of a list, today, however many have seen it there already. */
export async function seenAt(ideaId: string, people: string[], band: number): Promise<void> {
  const today = new Date(new Date().toISOString().slice(0, 10));
  const seen = { ideaId, place: "list", position: band, band, seenOn: today, lastOn: today };
  await db.impression.createMany({ data: people.map((personId) => ({ ...seen, personId })) });
  await db.$executeRaw`
    insert into exposure (idea_id, seen_on, band, people) values (${ideaId}::uuid, ${today}, ${band}, ${people.length})
        on conflict (idea_id, seen_on, band) do update set people = exposure.people + excluded.people`;
  await db.exposureDue.createMany({ data: [{ ideaId }], skipDuplicates: true });
}
