import type { Scope } from "./scope";
import type { Hidden } from "./section";
import { type Activity, activities, type InMonth, monthlyTalliesOf, type Partakers, talliesOf } from "./taking-part";
import { type Group, groupsByUnit, keyOf, shareOf } from "./told-groups";
import { listUnits } from "./unit-names";

/** Which share of people did what at least once. */
export type Shares = Record<Activity, number | Hidden>;

/** How many people there are, and which share of them did what: in all the months, in as many before, month by month. */
export type Participation = {
  people: number | Hidden;
  shares: Shares;
  before: Shares;
  months: (Shares & { month: string })[];
};

const sharesOf = (group: Group<Activity> | undefined): Shares =>
  Object.fromEntries(activities.map((activity) => [activity, shareOf(group, activity)])) as Shares;

/** By what people are narrowed: people are told of along one line at a time: those of a department in a place may be few, and known by both. */
export const narrowedBy = ({ department, place }: Pick<Scope, "department" | "place">) => {
  if (department !== null && place !== null) return null;
  return place !== null
    ? { dimension: "place" as const, unit: place }
    : { dimension: "department" as const, unit: department };
};

const none = { read: 0, voted: 0, commented: 0, proposed: 0, tookPart: 0 };

/** In a month the same people are counted as in all of them, each group of them, also where nobody did anything. */
const inMonth = (all: Partakers[], those: InMonth[]): Partakers[] => {
  const found = new Map(those.map((tally) => [tally.unit, tally]));
  return all.map((tally) => ({ ...tally, ...none, ...found.get(tally.unit) }));
};

/**
 * Who takes part: how many people there are, and which share of them read, voted, commented and proposed, and how many did
 * any of the last three. Of fewer than five people nothing is told, and nothing that a single one could be made out by:
 * nothing about a department in a place either. What people did is counted in all categories.
 */
export async function participationOf(scope: Scope): Promise<Participation> {
  const narrowed = narrowedBy(scope);
  if (!narrowed)
    return { people: { hidden: "few" }, shares: sharesOf(undefined), before: sharesOf(undefined), months: [] };
  const { dimension, unit } = narrowed;
  const [now, before, monthly, units] = await Promise.all([
    talliesOf(scope.months),
    talliesOf(scope.monthsBefore),
    monthlyTalliesOf(scope.months, dimension),
    listUnits(dimension),
  ]);
  const here = now.filter((tally) => tally.dimension === dimension);
  const byMonth = Map.groupBy(monthly, ({ month }) => month);
  const told = (tallies: Partakers[]) =>
    groupsByUnit(dimension, tallies, units.parents, activities, []).get(keyOf(dimension, unit));
  const group = told(here);
  return {
    people: group?.people ?? { hidden: "few" },
    shares: sharesOf(group),
    before: sharesOf(told(before)),
    months: scope.months.map((month) => ({ month, ...sharesOf(told(inMonth(here, byMonth.get(month) ?? []))) })),
  };
}
