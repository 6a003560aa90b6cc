import { db } from "../platform/db/client";
import { narrowedBy } from "./participation-of";
import type { Scope } from "./scope";
import { keptHere } from "./taking-part";

/** How many ideas came of people in a month. */
export type HeadSum = { month: string; ideas: number };

/** How many ideas came of those who count at or below the units that are asked for, month by month; what was taken back aside. */
export async function headSums(scope: Scope, months = scope.months): Promise<HeadSum[]> {
  const found = narrowedBy(scope)
    ? await db.$queryRaw<HeadSum[]>`
        select to_char(m.month, 'YYYY-MM') as month, sum(m.ideas)::int as ideas
          from head_cell m
         where ${keptHere(scope, months)}
         group by 1`
    : [];
  const byMonth = new Map(found.map(({ month, ideas }) => [month, ideas]));
  return months.map((month) => ({ month, ideas: byMonth.get(month) ?? 0 }));
}
