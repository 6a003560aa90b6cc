import type { Actor } from "../access/actor";
import type { Division } from "./by-group";
import { type Named, partsBelow, sitesBelow, stepsOf } from "./named-groups";
import type { Scope } from "./scope";
import type { Section } from "./section";
import { type Groups, groupsByStep, type Secret, type Tally, type UnitDimension } from "./told-groups";
import { listUnits, stepNames } from "./unit-names";

const divisions = {
  department: { name: "Department", label: "participation.department", terms: [] },
  place: { name: "Place", label: "participation.place", terms: [] },
  site: { name: "Site", label: "participation.site", terms: [] },
  level: { name: "Level", label: "participation.level", terms: ["level"] },
  band: { name: "Tenure", label: "participation.tenure", terms: ["tenureBand"] },
} satisfies Record<string, Division>;

/** By what people are told apart, and the groups that make up each. */
export type Divided<M extends string> = Partial<Record<keyof typeof divisions, Named<M>[]>>;

const unnamed = { level: new Map<number, string>(), band: new Map<number, string>() };

/** What all is called by which people are told apart; steps only where they are, which is among everybody. */
export async function namesFor(actor: Actor, { department, place }: Scope) {
  const isEverybody = department === null && place === null;
  const [departments, places, steps] = await Promise.all([
    listUnits("department"),
    listUnits("place"),
    isEverybody ? stepNames(actor) : unnamed,
  ]);
  return { department: departments, place: places, ...steps };
}

type Names = Awaited<ReturnType<typeof namesFor>>;

/** People by departments and places: in one of them only by its own parts. */
export function divideByUnits<M extends string>(
  actor: Actor,
  { department, place }: Scope,
  names: Names,
  groups: Record<UnitDimension, Groups<M>>,
): Divided<M> {
  const byDepartment = place === null && {
    department: partsBelow(actor, "department", groups.department, department, names.department),
  };
  const byPlace = department === null && {
    place: partsBelow(actor, "place", groups.place, place, names.place),
    site: sitesBelow(groups.place, place, names.place),
  };
  return { ...byDepartment, ...byPlace };
}

/** People by level and by years of service. */
export const divideBySteps = <M extends string>(
  names: Names,
  tallies: Tally<M>[],
  measures: readonly M[],
  secrets: Secret<M>[],
): Divided<M> => ({
  level: stepsOf(groupsByStep("level", tallies, measures, secrets), names.level),
  band: stepsOf(groupsByStep("band", tallies, measures, secrets), names.band),
});

/** A section for each division that tells anybody apart. */
export const sectionsOf = <M extends string>(
  divided: Divided<M>,
  section: (division: Division, groups: Named<M>[]) => Section,
): Section[] =>
  (Object.keys(divided) as (keyof typeof divisions)[]).flatMap((name) => {
    const groups = divided[name] ?? [];
    return groups.length > 0 ? [section(divisions[name], groups)] : [];
  });
