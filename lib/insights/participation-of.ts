import { db, Prisma } from "../platform/db/client";
import { FEWEST_PEOPLE } from "./few";
import type { Scope } from "./scope";
import type { Hidden } from "./section";
import { type Activity, activities, monthlyCountsOf, type Partakers, talliesOf } from "./taking-part";
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

/** By what people are narrowed, along one line at a time: those of a department in a place may be few, and known by both. */
export const narrowedBy = ({ department, place }: Pick<Scope, "department" | "place">) => {
  if (department !== null && place !== null) return null;
  return place !== null
    ? { dimension: "place" as const, unit: place }
    : { dimension: "department" as const, unit: department };
};

const none = { read: 0, voted: 0, commented: 0, proposed: 0, tookPart: 0 };

/** Those who count at or below the units that are asked for, as a condition on `voice v` or `voice_span v`. */
export const countedHere = ({ departments, places }: Pick<Scope, "departments" | "places">): Prisma.Sql => {
  if (departments !== null && places !== null) return Prisma.sql`false`;
  if (departments !== null) return Prisma.sql`v.in_department = any (${departments}::uuid[])`;
  return places !== null ? Prisma.sql`v.in_place = any (${places}::uuid[])` : Prisma.sql`true`;
};

/** How many people there are; not told of fewer than five, nor of those of a department in a place. */
export async function peopleOf(scope: Scope): Promise<number | Hidden> {
  const [found] = await db.$queryRaw<{ people: number }[]>`
    select count(*)::int as people from voice v where ${countedHere(scope)}`;
  const people = found?.people ?? 0;
  return people < FEWEST_PEOPLE ? { hidden: "few" } : people;
}

/** Who takes part, with the groups that it was added up from. */
export async function participationWithGroups(
  scope: Scope,
): Promise<{ told: Participation; tallies: Partakers[]; everybody: Group<Activity> | undefined }> {
  const hidden = { people: { hidden: "few" as const }, shares: sharesOf(undefined), before: sharesOf(undefined) };
  const narrowed = narrowedBy(scope);
  if (!narrowed || scope.months.length === 0)
    return { told: { ...hidden, months: [] }, tallies: [], everybody: undefined };
  const { dimension, unit } = narrowed;
  const [{ now, before }, monthly, { parents }] = await Promise.all([
    talliesOf(scope.months, scope.monthsBefore),
    monthlyCountsOf(scope),
    listUnits(dimension),
  ]);
  const groupIn = (tallies: Partakers[]) =>
    groupsByUnit(dimension, tallies, parents, activities, []).get(keyOf(dimension, unit));
  const everybody = groupIn(now);
  if (!everybody) return { told: { ...hidden, months: [] }, tallies: now, everybody };
  const found = new Map(monthly.map((one) => [one.month, one]));
  const months = scope.months.map((month) => ({
    month,
    ...sharesOf({ ...everybody, counts: found.get(month) ?? none }),
  }));
  const told = { people: everybody.people, shares: sharesOf(everybody), before: sharesOf(groupIn(before)), months };
  return { told, tallies: now, everybody };
}

/**
 * Who takes part: how many people there are, and which share of them read, voted, commented and proposed, and how many did
 * any of the last three. Of fewer than five people nothing is told, nor of those of a department in a place. What people
 * did is counted in all categories.
 */
export const participationOf = async (scope: Scope): Promise<Participation> =>
  (await participationWithGroups(scope)).told;
