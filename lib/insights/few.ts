/** No figure is about fewer people than this, alone or together with others. See docs/decisions/figures-about-five.md. */
export const FEWEST_PEOPLE = 5;

/** A unit, or null for those whom no unit of their own stands for. */
export type Unit = string | null;

const add = <K>(to: Map<K, number>, key: K, more: number) => to.set(key, (to.get(key) ?? 0) + more);

/** How many people there are at each unit and below it. */
function withAllBelow(at: Map<Unit, number>, parents: Map<string, Unit>): Map<Unit, number> {
  const all = new Map<Unit, number>();
  for (const [unit, people] of at) {
    for (let above = unit; above !== null; above = parents.get(above) ?? null) add(all, above, people);
    add(all, null, people);
  }
  return all;
}

/** The nearest unit, upwards from this one, with enough people in it. */
function nearestOf(unit: Unit, all: Map<Unit, number>, parents: Map<string, Unit>): Unit {
  let nearest = unit;
  while (nearest !== null && (all.get(nearest) ?? 0) < FEWEST_PEOPLE) nearest = parents.get(nearest) ?? null;
  return nearest;
}

/** The units that stand below each, the largest first. */
function standingBelow(all: Map<Unit, number>, parents: Map<string, Unit>): Map<Unit, string[]> {
  const below = new Map<Unit, string[]>();
  const standing = [...all].filter(([, people]) => people >= FEWEST_PEOPLE);
  for (const [unit] of standing.sort(([a, many], [b, more]) => more - many || ((a ?? "") < (b ?? "") ? -1 : 1))) {
    const above = unit === null ? null : (parents.get(unit) ?? null);
    if (unit !== null) below.set(above, [...(below.get(above) ?? []), unit]);
  }
  return below;
}

/**
 * In which unit of a tree people count, so that no unit, and nothing that is left of a unit without those below it, is
 * fewer than five people: those of a smaller unit count in the unit above it, and fewer than five who are left over there
 * count in the largest unit beside them. It depends on how many there are, and on nothing that anybody did.
 *
 * @param at how many people there are in each unit, without those below it
 * @param parents the unit above each unit
 * @returns for each unit with people the one they count in
 */
export function countedIn(at: Map<Unit, number>, parents: Map<string, Unit>): Map<Unit, Unit> {
  const all = withAllBelow(at, parents);
  const below = standingBelow(all, parents);
  const counted = new Map<Unit, number>();
  for (const [unit, people] of at) add(counted, nearestOf(unit, all, parents), people);
  const settled = (unit: Unit): Unit => {
    const largest = below.get(unit)?.[0];
    return largest !== undefined && (counted.get(unit) ?? 0) < FEWEST_PEOPLE ? settled(largest) : unit;
  };
  return new Map([...at.keys()].map((unit) => [unit, settled(nearestOf(unit, all, parents))]));
}
