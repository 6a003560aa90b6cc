import { FEWEST_PEOPLE } from "./few";

/** People of whom something is told together, as part of others (null for all people), and how many of them did it. */
export type Part = { key: string; within: string | null; people: number; doers: number };

const sum = (parts: Part[]) => ({
  people: parts.reduce((all, part) => all + part.people, 0),
  doers: parts.reduce((all, part) => all + part.doers, 0),
});

/** What says whether a figure tells of individuals: it is asked of parts, and of what is left when others are taken away. */
export type IsTelling = (of: { people: number; doers: number }) => boolean;

/** Fewer than five did it, or fewer than five did not. */
export const didAndDidNot: IsTelling = ({ people, doers }) => doers < FEWEST_PEOPLE || people - doers < FEWEST_PEOPLE;

/** Of the parts of one whole those that are kept back, until what they are together tells of nobody either. */
function keptOf(parts: Part[], isTelling: IsTelling): Part[] {
  const kept = parts.filter(isTelling);
  const rest = parts.filter((part) => !isTelling(part)).sort((a, b) => b.people - a.people || (a.key < b.key ? 1 : -1));
  while (kept.length > 0 && rest.length > 0 && (kept.length === 1 || isTelling(sum(kept))))
    kept.push(rest.pop() as Part);
  return kept;
}

/**
 * Which figures are kept back because they, or a whole less its other parts, would tell what single people did. What is
 * part of something that is kept back is kept back too.
 *
 * @param parts of one tree; those of one whole make up all of it
 * @returns the keys of what is kept back
 */
export function keptBack(parts: Part[], isTelling: IsTelling): Set<string> {
  const below = Map.groupBy(parts, ({ within }) => within);
  const kept = new Set<string>();
  const keep = (part: Part) => {
    kept.add(part.key);
    for (const one of below.get(part.key) ?? []) keep(one);
  };
  const look = (those: Part[]) => {
    for (const part of keptOf(those, isTelling)) keep(part);
    for (const part of those) if (!kept.has(part.key)) look(below.get(part.key) ?? []);
  };
  look(below.get(null) ?? []);
  return kept;
}
