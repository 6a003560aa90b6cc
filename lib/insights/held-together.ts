import { FEWEST_PEOPLE } from "./few";

/**
 * So many people stand on one `step` (a place, a level, years of service) and are alike in whatever was told before:
 * `alike` names all of it, `cell` the department they count in.
 */
export type Standing = { cell: string; alike: string; step: number; people: number };

const add = <K>(to: Map<K, number>, key: K, more: number) => to.set(key, (to.get(key) ?? 0) + more);

function peopleOn(standings: Standing[]): Map<number, number> {
  const on = new Map<number, number>();
  for (const { step, people } of standings) add(on, step, people);
  return on;
}

const mostFirst = (on: Map<number, number>) =>
  [...on].sort(([a, many], [b, more]) => more - many || a - b).map(([step]) => step);

/** How many pairs of people, one of these and one of those inside, are alike in everything else. */
const pairs = (others: Map<string, number>, inside: Map<string, number>) =>
  [...others].reduce((sum, [alike, people]) => sum + Math.min(people, inside.get(alike) ?? 0), 0);

/**
 * Which steps are held together: each with those before it by at least five pairs of people, no person in two of them,
 * who are alike in everything else. Whoever adds and subtracts figures can then not tell such steps apart by fewer than
 * five people: one pair stays whichever four people are left out.
 *
 * @returns for each step the first of those it is held together with
 */
function heldTogether(standings: Standing[]): Map<number, number> {
  const waiting = new Map(mostFirst(peopleOn(standings)).map((step) => [step, new Map<string, number>()]));
  for (const { step, alike, people } of standings) add(waiting.get(step) ?? new Map(), alike, people);
  const heldBy = new Map<number, number>();
  for (const first of [...waiting.keys()]) {
    const inside = new Map<string, number>();
    let next = waiting.has(first) ? first : undefined;
    while (next !== undefined) {
      for (const [alike, people] of waiting.get(next) ?? []) add(inside, alike, people);
      heldBy.set(next, first);
      waiting.delete(next);
      next = [...waiting].find(([, others]) => pairs(others, inside) >= FEWEST_PEOPLE)?.[0];
    }
  }
  return heldBy;
}

/** Of each cell the step with most people, and from the fewest on those that are not held together with it. */
function loose(standings: Standing[]): { cell: string; most: number; steps: number[] }[] {
  const heldBy = heldTogether(standings);
  return [...Map.groupBy(standings, ({ cell }) => cell)].flatMap(([cell, those]) => {
    const [most = 0, ...others] = mostFirst(peopleOn(those));
    const steps = others.filter((step) => heldBy.get(step) !== heldBy.get(most)).reverse();
    return steps.length > 0 ? [{ cell, most, steps }] : [];
  });
}

/**
 * Where people count whose place tells fewer than five of them apart: with the place of most others in their department.
 *
 * @returns the same people, each where they count
 */
export function withTheOthers(standings: Standing[]): Standing[] {
  const moved = standings.map((standing) => ({ ...standing }));
  for (let torn = loose(moved); torn.length > 0; torn = loose(moved)) {
    const to = new Map(torn.map(({ cell, most, steps }) => [cell, { most, step: steps[0] }]));
    for (const standing of moved) {
      const cell = to.get(standing.cell);
      if (cell?.step === standing.step) standing.step = cell.most;
    }
  }
  return moved;
}

/**
 * Which steps of a ladder (levels, years of service) are told as one, so that no sums and differences of what is told are
 * about fewer than five people. A step that does not stand by itself counts with its neighbour.
 *
 * @returns for each step the first of those it is told with
 */
export function toldTogether(standings: Standing[]): Map<number, number> {
  const toldAs = new Map([...peopleOn(standings).keys()].map((step) => [step, step]));
  for (;;) {
    const now = standings.map((standing) => ({ ...standing, step: toldAs.get(standing.step) ?? standing.step }));
    const torn = new Set(loose(now).flatMap(({ steps }) => steps));
    const steps = mostFirst(peopleOn(now));
    const smallest = steps.findLast((step) => torn.has(step));
    if (smallest === undefined) return toldAs;
    const inOrder = steps.toSorted((a, b) => a - b);
    const at = Math.max(1, inOrder.indexOf(smallest));
    for (const [step, told] of toldAs) if (told === inOrder[at]) toldAs.set(step, inOrder[at - 1] ?? told);
  }
}
