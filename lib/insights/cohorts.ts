import { db, Prisma } from "../platform/db/client";
import { NO_UNIT } from "./month-sums";
import { narrowedTo } from "./narrowed";
import type { Scope } from "./scope";

/** What became of the ideas that were submitted in a month. Duplicates and those taken back are `posted` and nothing else. */
export type Cohort = {
  month: string;
  posted: number;
  duplicates: number;
  withdrawn: number;
  answered: number;
  accepted: number;
  started: number;
  implemented: number;
  declined: number;
};

const figures = Prisma.sql`
  to_char(month, 'YYYY-MM') as month,
  sum(posted)::int as posted,
  sum(duplicates)::int as duplicates,
  sum(withdrawn)::int as withdrawn,
  sum(answered)::int as answered,
  sum(accepted)::int as accepted,
  sum(started)::int as started,
  sum(implemented)::int as implemented,
  sum(declined)::int as declined`;

/** The sums are kept for one unit of one kind; what is narrowed twice is summed from the ideas. */
function source({ department, place, categoryId, ...scope }: Scope): Prisma.Sql {
  const units = Object.entries({ department, place, category: categoryId }).filter(([, id]) => id !== null);
  const [dimension, id] = units[0] ?? ["all", NO_UNIT];
  if (units.length > 1)
    return Prisma.sql`idea_month where posted = 1 ${narrowedTo({ department, place, categoryId, ...scope })}`;
  return Prisma.sql`idea_cell where dimension = ${dimension} and unit_id = ${id}::uuid`;
}

const none = (month: string): Cohort => ({
  ...{ month, posted: 0, duplicates: 0, withdrawn: 0 },
  ...{ answered: 0, accepted: 0, started: 0, implemented: 0, declined: 0 },
});

/** The ideas of each month that is asked for, oldest first, and how far they have come by now. */
export async function cohortsOf(scope: Scope): Promise<Cohort[]> {
  const { months } = scope;
  const rows = await db.$queryRaw<Cohort[]>`
    select ${figures}
      from ${source(scope)}
       and month between ${`${months[0]}-01`}::date and ${`${months.at(-1)}-01`}::date
     group by 1`;
  return months.map((month) => rows.find((row) => row.month === month) ?? none(month));
}
