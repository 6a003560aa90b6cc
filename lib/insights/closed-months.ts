import type { Actor } from "../access/actor";
import { db } from "../platform/db/client";
import type { InsightsInput } from "./schema";
import { type Scope, scopeOf } from "./scope";

const MONTHS_OF = { halfYear: 6, quarter: 3 } as const;

/** What figures about people are about: of the months that are asked for those that are over and counted; maybe none. */
export async function closedScopeOf(actor: Pick<Actor, "timeZone">, input: InsightsInput): Promise<Scope> {
  const [scope, mark] = await Promise.all([scopeOf(actor, input), db.insightMark.findFirst()]);
  const until = mark?.peopleUntil?.toISOString().slice(0, 7) ?? "";
  const months = scope.months.filter((month) => month < until);
  return { ...scope, months, monthsBefore: scope.monthsBefore.slice(scope.monthsBefore.length - months.length) };
}

/** The parts of a year that lie within these months as a whole, the oldest first; each month by month. */
function wholeParts(months: string[], part: keyof typeof MONTHS_OF): string[][] {
  const partOf = (month: string) => `${month.slice(0, 4)} ${Math.ceil(Number(month.slice(5)) / MONTHS_OF[part])}`;
  return [...Map.groupBy(months, partOf).values()].filter((those) => those.length === MONTHS_OF[part]);
}

/** The months of the last half-year that lies within these as a whole; none where none does. */
export const lastHalfYear = (months: string[]): string[] => wholeParts(months, "halfYear").at(-1) ?? [];

/** The months of all quarters that lie within these as a whole. */
export const wholeQuarters = (months: string[]): string[] => wholeParts(months, "quarter").flat();
