import type { Actor } from "../access/actor";
import { authorize } from "../access/authorize";
import { type Division, participationBy, successBy } from "./by-group";
import { missingVoices } from "./missing-voices";
import { type Named, partsBelow, sitesBelow, stepsOf } from "./named-groups";
import { newcomers } from "./newcomers";
import { participationWithGroups } from "./participation-of";
import { overview } from "./participation-overview";
import type { InsightsInput } from "./schema";
import { type Scope, scopeOf } from "./scope";
import type { Section } from "./section";
import { concentration } from "./spread";
import { outcomes, proposersOnly, successOf } from "./success";
import { activities } from "./taking-part";
import { groupsByStep, groupsByUnit, type Secret, type Tally, type UnitDimension } from "./told-groups";
import { listUnits, stepNames } from "./unit-names";

const divisions = {
  department: { name: "Department", label: "participation.department", terms: [] },
  place: { name: "Place", label: "participation.place", terms: [] },
  site: { name: "Site", label: "participation.site", terms: [] },
  level: { name: "Level", label: "participation.level", terms: ["level"] },
  band: { name: "Tenure", label: "participation.tenure", terms: ["tenureBand"] },
} satisfies Record<string, Division>;

type DivisionName = keyof typeof divisions;

const unnamed = { level: new Map<number, string>(), band: new Map<number, string>() };

/** What all is called by which people are told apart; steps only where they are, which is among everybody. */
async function namesFor(actor: Actor, isEverybody: boolean) {
  const [department, place, steps] = await Promise.all([
    listUnits("department"),
    listUnits("place"),
    isEverybody ? stepNames(actor) : unnamed,
  ]);
  return { department, place, ...steps };
}

/** By what people are told apart: in a unit only by its parts, and everybody by everything. */
function divide<M extends string>(
  actor: Actor,
  { department, place }: Scope,
  names: Awaited<ReturnType<typeof namesFor>>,
  tallies: Tally<M>[],
  measures: readonly M[],
  secrets: Secret<M>[],
): Partial<Record<DivisionName, Named<M>[]>> {
  const groupsOf = (dimension: UnitDimension) =>
    groupsByUnit(dimension, tallies, names[dimension].parents, measures, secrets);
  const byDepartment = place === null && {
    department: partsBelow(actor, "department", groupsOf("department"), department, names.department),
  };
  const byPlace = department === null && {
    place: partsBelow(actor, "place", groupsOf("place"), place, names.place),
    site: sitesBelow(groupsOf("place"), place, names.place),
  };
  const bySteps = department === null &&
    place === null && {
      level: stepsOf(groupsByStep("level", tallies, measures, secrets), names.level),
      band: stepsOf(groupsByStep("band", tallies, measures, secrets), names.band),
    };
  return { ...byDepartment, ...byPlace, ...bySteps };
}

const sectionsOf = <M extends string>(
  divided: Partial<Record<DivisionName, Named<M>[]>>,
  section: (division: Division, groups: Named<M>[]) => Section,
): Section[] =>
  (Object.keys(divided) as DivisionName[]).flatMap((name) => {
    const groups = divided[name] ?? [];
    return groups.length > 0 ? [section(divisions[name], groups)] : [];
  });

/** Where too few people proposed, there is nothing to compare. */
const tellsOfAny = ({ rows }: Section) => rows.some(({ cells }) => typeof cells.accepted === "number");

/** Who takes part and who does not, whose ideas come through, and whether a few carry it all. */
export async function participation(actor: Actor, input: InsightsInput): Promise<Section[]> {
  authorize(actor, "insights.read");
  const scope = await scopeOf(actor, input);
  const [{ told, tallies, everybody }, success] = await Promise.all([
    participationWithGroups(scope),
    successOf(scope.months),
  ]);
  const first = overview(actor, scope, told);
  if (!everybody) return first;
  const [names, spread, fresh] = await Promise.all([
    namesFor(actor, scope.department === null && scope.place === null),
    concentration(scope),
    newcomers(scope),
  ]);
  const parts = divide(actor, scope, names, tallies, activities, []);
  const outcome = divide(actor, scope, names, success, outcomes, proposersOnly);
  return [
    ...first,
    missingVoices(everybody, Object.values(parts).flat()),
    ...sectionsOf(parts, participationBy),
    ...sectionsOf(outcome, successBy).filter(tellsOfAny),
    spread,
    fresh,
  ];
}
