import { db } from "../platform/db/client";
import { narrowedTo } from "./narrowed";
import type { Week } from "./outlook";
import type { Scope } from "./scope";

/** So far back the pace is measured. Chosen by us: a quarter, long enough for a holiday, short enough to be the present. */
export const PACE_WEEKS = 13;

/** How many ideas wait for an answer, the first or, taken up again, another, and what the last weeks brought, oldest first; each begins on a day. */
export type Pace = { backlog: number; weeks: (Week & { beginsOn: string })[] };

/** Duplicates and ideas that were taken back need no answer, and count nowhere. The day that it is is not over yet. */
export async function paceOf(scope: Scope, today: string): Promise<Pace> {
  const [[waiting], weeks] = await Promise.all([
    db.$queryRaw<{ backlog: number }[]>`
      select count(*)::int as backlog
        from idea_fact
       where is_waiting
             ${narrowedTo(scope)}`,
    db.$queryRaw<Pace["weeks"]>`
      with day as (
        select posted_on as on_day, 1 as arrived, 0 as answered
          from idea_fact
         where posted_on >= ${today}::date - ${7 * PACE_WEEKS}::int
           and status not in ('merged', 'withdrawn')
               ${narrowedTo(scope)}
         union all
        select answered_on, 0, 1
          from idea_fact
         where answered_on >= ${today}::date - ${7 * PACE_WEEKS}::int
           and status not in ('merged', 'withdrawn')
               ${narrowedTo(scope)}
         union all
        select again_on, 1, 0
          from idea_fact
         where again_on >= ${today}::date - ${7 * PACE_WEEKS}::int
           and status not in ('merged', 'withdrawn')
               ${narrowedTo(scope)}
         union all
        select again_answered_on, 0, 1
          from idea_fact
         where again_on is not null
           and again_answered_on >= ${today}::date - ${7 * PACE_WEEKS}::int
           and status not in ('merged', 'withdrawn')
               ${narrowedTo(scope)}
      )
      select to_char(${today}::date - 7 * ago, 'YYYY-MM-DD') as "beginsOn",
             coalesce(sum(d.arrived), 0)::int as arrived,
             coalesce(sum(d.answered), 0)::int as answered
        from generate_series(1, ${PACE_WEEKS}::int) as w (ago)
        left join day d on d.on_day >= ${today}::date - 7 * ago and d.on_day < ${today}::date - 7 * (ago - 1)
       group by ago
       order by ago desc`,
  ]);
  return { backlog: waiting?.backlog ?? 0, weeks };
}
