import { FEWEST_PEOPLE, type Unit } from "./few";
import { type IsTelling, keptBack } from "./kept-back";
import type { Hidden } from "./section";

/** What people are counted by. */
export type Dimension = "department" | "place" | "level" | "band";

/** A dimension whose groups units stand for. */
export type UnitDimension = "department" | "place";

/** People who count in one place, how many they are, and what was counted of them. */
export type Tally<M extends string> = Record<M, number> & {
  dimension: Dimension;
  unit: Unit;
  step: number | null;
  people: number;
};

/** People of whom something is told together. */
export type Group<M extends string> = {
  key: string;
  /** The group it is part of; null for everybody. */
  within: string | null;
  /** The unit that stands for it with all below it; for those in a unit beside its parts, that unit. */
  unit: Unit;
  isRest: boolean;
  step: number | null;
  people: number;
  counts: Record<M, number>;
  /** What is kept back. */
  kept: Set<M>;
};

/** Groups by their keys, everybody's first; none where there are fewer than five people. */
export type Groups<M extends string> = Map<string, Group<M>>;

/** What is kept back about whom: measures, and what tells of single people. */
export type Secret<M extends string> = { measures: M[]; isTelling: IsTelling };

/** The key of the group of all people. */
export const EVERYBODY = "everybody";

/** The key of the group that a unit stands for, or of everybody's. */
export const keyOf = (dimension: UnitDimension, unit: Unit): string =>
  unit === null ? EVERYBODY : `${dimension} ${unit}`;

const noneOf = <M extends string>(measures: readonly M[]) =>
  Object.fromEntries(measures.map((measure) => [measure, 0])) as Record<M, number>;

/** Adds people who are counted one by one to a group of them. */
function addTo<M extends string>(group: Group<M>, tally: Tally<M>): void {
  group.people += tally.people;
  for (const measure of Object.keys(group.counts) as M[]) group.counts[measure] += tally[measure];
}

/** A tree of units, as far as people count in them, with those who are left of each beside its parts. */
function treeOf<M extends string>(
  dimension: UnitDimension,
  tallies: Tally<M>[],
  parents: Map<string, Unit>,
  measures: readonly M[],
): Groups<M> {
  const groups: Groups<M> = new Map();
  const group = (key: string, unit: Unit, within: string | null, isRest = false): Group<M> => {
    const none = { key, within, unit, isRest, step: null, people: 0, counts: noneOf(measures), kept: new Set<M>() };
    const found = groups.get(key) ?? none;
    groups.set(key, found);
    return found;
  };
  const parted = new Set<Unit>();
  for (const tally of tallies) {
    addTo(group(EVERYBODY, null, null), tally);
    for (let unit = tally.unit; unit !== null; unit = parents.get(unit) ?? null) {
      const above = parents.get(unit) ?? null;
      addTo(group(keyOf(dimension, unit), unit, keyOf(dimension, above)), tally);
      parted.add(above);
    }
  }
  for (const tally of tallies) {
    const key = keyOf(dimension, tally.unit);
    if (parted.has(tally.unit)) addTo(group(`rest of ${key}`, tally.unit, key, true), tally);
  }
  return groups;
}

/** Marks what may not be told, and leaves out everything where there are fewer than five people. */
function keepBack<M extends string>(groups: Groups<M>, secrets: Secret<M>[]): Groups<M> {
  if ((groups.get(EVERYBODY)?.people ?? 0) < FEWEST_PEOPLE) return new Map();
  for (const { measures, isTelling } of secrets) {
    for (const measure of measures) {
      const parts = [...groups.values()].map((group) => ({ ...group, doers: group.counts[measure] }));
      for (const key of keptBack(parts, isTelling)) groups.get(key)?.kept.add(measure);
    }
  }
  return groups;
}

/** The groups of people whom units of one kind stand for, each with what is left of it beside its parts. */
export function groupsByUnit<M extends string>(
  dimension: UnitDimension,
  tallies: Tally<M>[],
  parents: Map<string, Unit>,
  measures: readonly M[],
  secrets: Secret<M>[],
): Groups<M> {
  const those = tallies.filter((tally) => tally.dimension === dimension);
  return keepBack(treeOf(dimension, those, parents, measures), secrets);
}

/** The smallest group that is told of, or that is left of it beside what is told, in which those of a unit are. */
export function toldWithin<M extends string>(groups: Groups<M>, dimension: UnitDimension, unit: Unit): string {
  const rest = groups.get(`rest of ${keyOf(dimension, unit)}`);
  let group = rest ?? groups.get(keyOf(dimension, unit));
  while (group && group.kept.size > 0 && group.within !== null) group = groups.get(group.within);
  return group?.key ?? EVERYBODY;
}

/** The groups of people by their level or years of service, from the lowest. */
export function groupsByStep<M extends string>(
  dimension: "level" | "band",
  tallies: Tally<M>[],
  measures: readonly M[],
  secrets: Secret<M>[],
): Groups<M> {
  const those = tallies.filter((tally) => tally.dimension === dimension);
  const groups = treeOf("department", those, new Map(), measures);
  for (const tally of those.toSorted((a, b) => (a.step ?? 0) - (b.step ?? 0))) {
    const key = `${dimension} ${tally.step}`;
    const none = { key, within: EVERYBODY, unit: null, isRest: false, people: 0, counts: noneOf(measures) };
    const group: Group<M> = { ...none, step: tally.step, kept: new Set<M>() };
    addTo(group, tally);
    groups.set(key, group);
  }
  return keepBack(groups, secrets);
}

/** What share of a group did something, or that it is kept back; kept back too for a group that is not there. */
export const shareOf = <M extends string>(group: Group<M> | undefined, measure: M): number | Hidden =>
  !group || group.kept.has(measure) ? { hidden: "few" } : group.counts[measure] / group.people;
