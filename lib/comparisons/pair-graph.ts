/** Somebody preferred one idea to another; without a weight it counts as one answer. */
export type Preference = { winnerId: string; loserId: string; weight?: number };

/**
 * All ideas that were compared, and each two of them that were compared with each other: by their places among `ids`, and
 * how often the one, and the other, was preferred, as far as that counts.
 */
export type PairGraph = {
  ids: string[];
  one: Int32Array;
  other: Int32Array;
  wins: Float64Array;
  losses: Float64Array;
};

/** What people preferred, added up by pair. In the order of the ids, so that the order of the rows changes no digit. */
export function pairGraph(preferences: Preference[]): PairGraph {
  const rows = preferences.filter(({ winnerId, loserId }) => winnerId !== loserId);
  const ids = [...new Set(rows.flatMap(({ winnerId, loserId }) => [winnerId, loserId]))].sort();
  const places = new Map(ids.map((id, place) => [id, place]));
  const edges = new Map<number, { wins: number; losses: number }>();
  for (const { winnerId, loserId, weight = 1 } of rows) {
    const [winner, loser] = [places.get(winnerId) ?? 0, places.get(loserId) ?? 0];
    const key = Math.min(winner, loser) * ids.length + Math.max(winner, loser);
    const edge = edges.get(key) ?? { wins: 0, losses: 0 };
    edge[winner < loser ? "wins" : "losses"] += weight;
    edges.set(key, edge);
  }
  const sorted = [...edges].sort(([a], [b]) => a - b);
  return {
    ids,
    one: Int32Array.from(sorted, ([key]) => Math.floor(key / ids.length)),
    other: Int32Array.from(sorted, ([key]) => key % ids.length),
    wins: Float64Array.from(sorted, ([, edge]) => edge.wins),
    losses: Float64Array.from(sorted, ([, edge]) => edge.losses),
  };
}
