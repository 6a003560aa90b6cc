import { FEWEST_PEOPLE } from "./schema";

/** A figure, and how many people stand behind it. */
export type Counted = { people: number };

const isSmall = ({ people }: Counted) => people > 0 && people < FEWEST_PEOPLE;

/**
 * Which figures of a row may be told: none about fewer than five people, and where the rest could be had by taking the
 * others away from the total, one more is kept back, the one about the fewest. Then what can be worked out is about
 * five people at least. A figure about nobody tells nothing of anybody.
 *
 * @returns for each cell whether it is kept back
 */
export function keptBack(cells: Counted[]): boolean[] {
  const hidden = cells.map(isSmall);
  const isEnough = cells.some((cell, index) => hidden[index] && cell.people >= FEWEST_PEOPLE);
  if (!hidden.includes(true) || isEnough) return hidden;
  const next = cells
    .map((cell, index) => ({ ...cell, index }))
    .filter(({ people }) => people >= FEWEST_PEOPLE)
    .sort((a, b) => a.people - b.people)[0];
  return hidden.map((isHidden, index) => isHidden || index === next?.index);
}
