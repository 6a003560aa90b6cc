import type { Choice, Named } from "./schema";

/**
 * A tree as a list to choose from: each branch followed by what hangs on it.
 *
 * @param branches in the order in which siblings shall stand; a circle would be left out
 */
export function inTreeOrder(branches: (Named & { parentId: string | null })[]): Choice[] {
  const below = Map.groupBy(branches, ({ parentId }) => parentId);
  const from = (parentId: string | null, depth: number): Choice[] =>
    (below.get(parentId) ?? []).flatMap(({ id, name }) => [{ id, name, depth }, ...from(id, depth + 1)]);
  return from(null, 0);
}
