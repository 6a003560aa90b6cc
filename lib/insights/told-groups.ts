import { db } from "../platform/db/client";
import { FEWEST_PEOPLE, type Unit } from "./few";
import { keptBack, type Part } from "./kept-back";
import type { Hidden } from "./section";
import { type Activity, activities, type Dimension, type Tally } from "./taking-part";

/** What is done in secret: of comments and ideas everybody can read whose they are. */
const SECRET: Activity[] = ["read", "voted", "tookPart"];

/** People of whom something is told together. */
export type Group = {
  key: string;
  dimension: Dimension | "all";
  /** The group it is part of; null for everybody. */
  within: string | null;
  /** The unit that stands for it with all below it; for those directly in a unit that has parts, that unit. */
  unit: Unit;
  isRest: boolean;
  step: number | null;
  people: number;
  counts: Record<Activity, number>;
  kept: Set<Activity>;
};

type Counted = { people: number; counts: Record<Activity, number> };

const nothing = (): Counted => ({ people: 0, counts: { read: 0, voted: 0, commented: 0, proposed: 0, tookPart: 0 } });

function addTo(sum: Counted, { people, ...more }: Record<Activity, number> & { people: number }): void {
  sum.people += people;
  for (const activity of activities) sum.counts[activity] += more[activity];
}

/** The name of everybody's group. */
export const EVERYBODY = "all";

const keyOf = (dimension: Dimension, unit: Unit) => (unit === null ? EVERYBODY : `${dimension} ${unit}`);

/** A tree of units, as far as people count in them, with what is left of each beside its parts. */
function treeOf(dimension: "department" | "place", tallies: Tally[], parents: Map<string, Unit>): Group[] {
  const at = new Map<Unit, Counted>([[null, nothing()]]);
  const whole = (unit: Unit) => at.get(unit) ?? at.set(unit, nothing()).get(unit) ?? nothing();
  const parted = new Set<Unit>();
  for (const tally of tallies) {
    addTo(whole(null), tally);
    for (let unit = tally.unit; unit !== null; unit = parents.get(unit) ?? null) {
      addTo(whole(unit), tally);
      parted.add(parents.get(unit) ?? null);
    }
  }
  const group = (unit: Unit, isRest: boolean, within: string | null, counted: Counted): Group => {
    const key = isRest ? `${dimension} rest of ${unit}` : keyOf(dimension, unit);
    return {
      key,
      dimension: key === EVERYBODY ? "all" : dimension,
      within,
      unit,
      isRest,
      step: null,
      ...counted,
      kept: new Set(),
    };
  };
  const units = [...at].map(([unit, counted]) =>
    group(unit, false, unit === null ? null : keyOf(dimension, parents.get(unit) ?? null), counted),
  );
  const rests = tallies.flatMap(({ unit, ...tally }) => {
    const counted = nothing();
    addTo(counted, tally);
    return parted.has(unit) ? [group(unit, true, keyOf(dimension, unit), counted)] : [];
  });
  return [...units, ...rests];
}

const ladderOf = (dimension: "level" | "band", tallies: Tally[]): Group[] =>
  tallies.map(({ unit, step, people, dimension: _, ...counts }) => ({
    key: `${dimension} ${step}`,
    dimension,
    within: EVERYBODY,
    unit,
    isRest: false,
    step,
    people,
    counts,
    kept: new Set(),
  }));

/** Marks what may not be told of the groups of one tree, everybody's first. */
function keepBack(groups: Group[]): Group[] {
  for (const activity of SECRET) {
    const parts: Part[] = groups.map(({ key, within, people, counts }) => ({
      key,
      within,
      people,
      doers: counts[activity],
    }));
    const kept = keptBack(parts);
    for (const group of groups) if (kept.has(group.key)) group.kept.add(activity);
  }
  return groups;
}

/** The unit above each unit. */
export async function listParents(dimension: "department" | "place"): Promise<Map<string, Unit>> {
  const rows =
    dimension === "department"
      ? await db.department.findMany({ select: { id: true, parentId: true } })
      : await db.place.findMany({ select: { id: true, parentId: true } });
  return new Map(rows.map(({ id, parentId }) => [id, parentId]));
}

/** The groups of people of whom figures are told by units of one kind: everybody first. Nothing of fewer than five people. */
export function groupsByUnit(
  dimension: "department" | "place",
  tallies: Tally[],
  parents: Map<string, Unit>,
): Map<string, Group> {
  const groups = treeOf(
    dimension,
    tallies.filter((tally) => tally.dimension === dimension),
    parents,
  );
  const isEnough = (groups[0]?.people ?? 0) >= FEWEST_PEOPLE;
  return new Map(isEnough ? keepBack(groups).map((group) => [group.key, group]) : []);
}

/** The same by levels or by years of service, from the lowest. */
export function groupsByStep(dimension: "level" | "band", tallies: Tally[]): Map<string, Group> {
  const steps = ladderOf(
    dimension,
    tallies.filter((tally) => tally.dimension === dimension),
  );
  const everybody = treeOf(
    "department",
    tallies.filter((tally) => tally.dimension === "department"),
    new Map(),
  )[0];
  if (!everybody || everybody.people < FEWEST_PEOPLE) return new Map();
  const groups = [everybody, ...steps.sort((a, b) => (a.step ?? 0) - (b.step ?? 0))];
  return new Map(keepBack(groups).map((group) => [group.key, group]));
}

/** The name of the group that a unit stands for, or of everybody's. */
export const groupOf = (dimension: "department" | "place", unit: Unit): string => keyOf(dimension, unit);

/** What share of a group did something, or that it is kept back; kept back too for a group that is not there. */
export const shareOf = (group: Group | undefined, activity: Activity): number | Hidden =>
  !group || group.kept.has(activity) ? { hidden: "few" } : group.counts[activity] / group.people;
