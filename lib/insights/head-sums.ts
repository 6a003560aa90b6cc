import { db, Prisma } from "../platform/db/client";
import { narrowedBy } from "./participation-of";
import type { Scope } from "./scope";
import { dayIn } from "./taking-part";

/** How many ideas came of people in a month. */
export type HeadSum = { month: string; ideas: number };

/** How many ideas came of those who count at or below the units that are asked for, month by month; what was taken back aside. */
export async function headSums(scope: Scope, months = scope.months): Promise<HeadSum[]> {
  const narrowed = narrowedBy(scope);
  const units = scope.departments ?? scope.places;
  const found = narrowed
    ? await db.$queryRaw<HeadSum[]>`
        select to_char(c.month, 'YYYY-MM') as month, sum(c.ideas)::int as ideas
          from head_cell c
         where c.dimension = ${narrowed.dimension}
           and c.month ${dayIn(months)}
           and ${units === null ? Prisma.sql`true` : Prisma.sql`c.unit_id = any (${units}::uuid[])`}
         group by 1`
    : [];
  const byMonth = new Map(found.map(({ month, ideas }) => [month, ideas]));
  return months.map((month) => ({ month, ideas: byMonth.get(month) ?? 0 }));
}
