import { db } from "../platform/db/client";

/** After this many days a vote moves an idea half as much. Chosen by us: most people look in once a week. */
export const HALF_LIFE_DAYS = 7;

/** Ideas per statement: some ten milliseconds of work, so that nobody waits for its locks. */
const BATCH = 500;

/** Per call, so that a flood of changes, such as an import, is worked off bit by bit. */
const MOST_BATCHES = 40;

/**
 * Brings the orders of ideas up to date with the votes, comments and supporters that came since they were last looked
 * at. The counters change with every vote and are never indexed; only this writes the indexed ranks.
 *
 * `trending` is forward decay (Cormode, Shkapenyuk, Srivastava, Xu: Forward Decay: A Practical Time Decay Model for
 * Streaming Systems, ICDE 2009, https://doi.org/10.1109/ICDE.2009.65): log2 of the sum of 2^(t/H) over the submission
 * itself and every vote, t being the time of each and H the half-life. Weights grow with the time of a vote instead of
 * shrinking with its age, so that the order between two ideas never changes by waiting, and nothing has to be computed
 * anew as time passes. One more means twice the support, or support that is H younger. The unit is half-lives since 1970.
 * Supporters from where an idea was imported count at the time of its submission, since their own is not known.
 * Comments do not count: one person can write many, and a quarrel is not support.
 *
 * @returns how many ideas were brought up to date
 */
export async function refreshRanks(): Promise<number> {
  let total = 0;
  for (let batch = 0; batch < MOST_BATCHES; batch++) {
    const count = await refreshBatch();
    total += count;
    if (count < BATCH) break;
  }
  return total;
}

/**
 * Relative to the youngest vote of an idea no power overflows; and since PostgreSQL raises an error for one that comes
 * out as zero, what is a thousand half-lives older counts as if it were just that old: next to nothing.
 */
const refreshBatch = (): Promise<number> => db.$executeRaw`
  with changed as materialized (
    select t.idea_id, t.votes, t.comments, t.changes
      from idea_tally t
      left join idea_rank r on r.idea_id = t.idea_id
     where r.changes is distinct from t.changes
  ), due as materialized (
    select i.id, i.submitted_at, c.votes, coalesce(x.supporters, 0) as supporters, c.comments, c.changes
      from changed c
      join idea i on i.id = c.idea_id
      left join external_support x on x.idea_id = c.idea_id
     where i.status <> 'draft'
     limit ${BATCH}::int
  )
  insert into idea_rank (idea_id, votes, comments, trending, changes)
  select due.id, due.votes + due.supporters, due.comments, trend.trending, due.changes
    from due
   cross join lateral (
           select youngest + ln(sum(people * power(2::float8, greatest(t - youngest, -1000)))) / ln(2::float8) as trending
             from (select people, t, max(t) over () as youngest
                     from (select people, extract(epoch from at)::float8 / (86400 * ${HALF_LIFE_DAYS}::int) as t
                             from (select 1 + due.supporters as people, due.submitted_at as at
                                    union all
                                   select 1, v.created_at from vote v where v.idea_id = due.id) support) dated) weighed
            group by youngest
         ) trend
   order by due.id
      on conflict (idea_id) do update
     set votes = excluded.votes,
         comments = excluded.comments,
         trending = excluded.trending,
         changes = excluded.changes`;
