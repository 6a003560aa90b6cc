import type { Actor } from "../access/actor";
import { authorize } from "../access/authorize";
import { type Division, participationBy, successBy } from "./by-group";
import { closedScopeOf, lastHalfYear, wholeQuarters } from "./closed-months";
import { divideBySteps, divideByUnits, namesFor, sectionsOf } from "./division";
import { didAndDidNot } from "./kept-back";
import { missingVoices } from "./missing-voices";
import type { Named } from "./named-groups";
import { newcomers } from "./newcomers";
import { participationWithGroups } from "./participation-of";
import { overview } from "./participation-overview";
import { sayPeriod } from "./said-months";
import type { InsightsInput } from "./schema";
import type { Scope } from "./scope";
import type { Said, Section } from "./section";
import { concentration } from "./spread";
import { outcomes, proposersAndOthers, successBySteps, successByUnits } from "./success";
import { activities, talliesOf } from "./taking-part";
import { EVERYBODY, groupsByStep, groupsByUnit } from "./told-groups";

type Names = Awaited<ReturnType<typeof namesFor>>;

/** Where too few people proposed, there is nothing to compare. */
const tellsOfAny = ({ rows }: Section) => rows.some(({ cells }) => typeof cells.accepted === "number");

/** Who takes part by level and by years: of everybody, in a half-year that is over; nothing where there is none. */
async function bySteps(scope: Scope, names: Names) {
  const half = scope.department === null && scope.place === null ? lastHalfYear(scope.months) : [];
  if (half.length === 0) return { half, parts: {}, outcome: {}, everybody: undefined };
  const [{ now }, success] = await Promise.all([talliesOf(half, half), successBySteps(half)]);
  const secrets = [{ measures: [...activities], isTelling: didAndDidNot }];
  return {
    half,
    parts: divideBySteps(names, now, activities, secrets),
    outcome: divideBySteps(names, success, outcomes, proposersAndOthers),
    everybody: groupsByStep("level", now, activities, secrets).get(EVERYBODY),
  };
}

/** Whose ideas come through by department and place, in whole quarters: figures then do not slide from month to month. */
async function successHere(actor: Actor, scope: Scope, names: Names) {
  const quarters = wholeQuarters(scope.months);
  const outcome = divideByUnits(actor, scope, names, await successByUnits(quarters, names));
  return { quarters, outcome };
}

/** Who takes part and who does not, whose ideas come through, and whether a few carry it all. */
export async function participation(actor: Actor, input: InsightsInput): Promise<Section[]> {
  authorize(actor, "insights.read");
  const scope = await closedScopeOf(actor, input);
  const [{ told, tallies, everybody }, names] = await Promise.all([
    participationWithGroups(scope),
    namesFor(actor, scope),
  ]);
  const first = overview(actor, scope, told);
  if (!everybody) return first;
  const [steps, success, spread, fresh] = await Promise.all([
    bySteps(scope, names),
    successHere(actor, scope, names),
    concentration(actor, scope),
    newcomers(scope, everybody.counts.proposed),
  ]);
  const unitsIn = (dimension: "department" | "place") =>
    groupsByUnit(dimension, tallies, names[dimension].parents, activities, []);
  const parts = divideByUnits(actor, scope, names, { department: unitsIn("department"), place: unitsIn("place") });
  const during = (key: "participation.halfYear" | "participation.quarters", months: string[]): Said[] =>
    months.length === 0 ? [] : [{ key, values: sayPeriod(actor, { months }) }];
  const halfYear = during("participation.halfYear", steps.half);
  const quarters = during("participation.quarters", success.quarters);
  const successIn = (said: Said[]) => (division: Division, groups: Named<string>[]) =>
    successBy(actor, division, groups, said);
  return [
    ...first,
    missingVoices(
      actor,
      [
        { whole: everybody, groups: Object.values(parts).flat() },
        { whole: steps.everybody, groups: Object.values(steps.parts).flat() },
      ],
      halfYear,
    ),
    ...sectionsOf(parts, (division, groups) => participationBy(actor, division, groups, [])),
    ...sectionsOf(steps.parts, (division, groups) => participationBy(actor, division, groups, halfYear)),
    ...sectionsOf<string>(success.outcome, successIn(quarters)).filter(tellsOfAny),
    ...sectionsOf<string>(steps.outcome as never, successIn(halfYear)).filter(tellsOfAny),
    spread,
    fresh,
  ];
}
