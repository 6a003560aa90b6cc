import { now } from "../platform/clock";
import { db, Prisma, transaction } from "../platform/db/client";
import type { Preference } from "./pair-graph";
import { type Strength, strengthsOf } from "./strength";

/** Smaller moves of a strength change no score that anybody sees. Chosen by us. */
const NOTICEABLE = 0.02;

/** Ideas per statement, so that nobody waits long for the counters of theirs. */
const BATCH = 500;

/**
 * Computes the strengths of ideas anew when people have compared any since the last time, and lets the orders follow.
 * What was said of a duplicate counts for the idea that stays, as long as they are merged.
 *
 * @returns how many strengths moved
 */
export async function refreshStrengths(): Promise<number> {
  const basis = await currentBasis();
  const last = await db.comparisonFit.findFirst();
  if (last?.basis === basis) return 0;
  const strengths = await strengthsOf(await listPreferences());
  let moved = await forgetOthers(strengths);
  for (let from = 0; from < strengths.length; from += BATCH) moved += await keep(strengths.slice(from, from + BATCH));
  await db.comparisonFit.upsert({
    where: { isCurrent: true },
    create: { basis },
    update: { basis, fittedAt: now() },
  });
  return moved;
}

/** Changes whenever an answer or a merge comes, changes or goes. */
async function currentBasis(): Promise<string> {
  const [row] = await db.$queryRaw<{ basis: string }[]>`
    select (select count(*) || ' until ' || coalesce(max(answered_at)::text, '–') from comparison where answer is not null)
           || ', merged '
           || (select count(*) || ' until ' || coalesce(max(merged_at)::text, '–') from merge) as basis`;
  return row?.basis ?? "";
}

/**
 * What one person says of one idea counts at most as so many answers together, however often they had it before them:
 * one sighting, as with a vote.
 */
const MOST_OF_ONE = 2;

const listPreferences = (): Promise<Preference[]> => db.$queryRaw<Preference[]>`
  select winner_id as "winnerId",
         loser_id as "loserId",
         least(1, ${MOST_OF_ONE}::float8 / max(times)) as weight
    from (select f.id,
                 case f.answer when 'left' then f.left_id else f.right_id end as winner_id,
                 case f.answer when 'left' then f.right_id else f.left_id end as loser_id,
                 count(*) over (partition by f.person_id, side.idea_id) as times
            from (select c.id,
                         c.person_id,
                         c.answer,
                         coalesce(lm.survivor_id, c.left_id) as left_id,
                         coalesce(rm.survivor_id, c.right_id) as right_id
                    from comparison c
                    left join merge lm on lm.duplicate_id = c.left_id
                    left join merge rm on rm.duplicate_id = c.right_id
                   where c.answer in ('left', 'right')) f
           cross join lateral (values (f.left_id), (f.right_id)) as side (idea_id)
           where f.left_id <> f.right_id) said
   group by id, winner_id, loser_id`;

/** Whatever changes an idea's strength also lets its rank be computed anew. */
const noted = (changed: Prisma.Sql) => Prisma.sql`
  with changed as (${changed} returning idea_id),
       due as materialized (
         select t.idea_id from idea_tally t where t.idea_id in (select idea_id from changed) order by t.idea_id for update)
  update idea_tally t
     set changes = t.changes + 1
    from due
   where t.idea_id = due.idea_id`;

const forgetOthers = (strengths: Strength[]): Promise<number> => db.$executeRaw`
  ${noted(Prisma.sql`
    delete from idea_strength where idea_id <> all (${strengths.map(({ ideaId }) => ideaId)}::uuid[])`)}`;

const keep = (strengths: Strength[]): Promise<number> =>
  transaction(
    (tx) => tx.$executeRaw`
    ${noted(Prisma.sql`
      insert into idea_strength as known (idea_id, strength, error, comparisons)
      select new.idea_id, new.strength, new.error, new.comparisons
        from unnest(${strengths.map(({ ideaId }) => ideaId)}::uuid[],
                    ${strengths.map(({ strength }) => strength)}::float8[],
                    ${strengths.map(({ error }) => error)}::float8[],
                    ${strengths.map(({ comparisons }) => comparisons)}::int[])
             as new (idea_id, strength, error, comparisons)
        join idea i on i.id = new.idea_id
       order by new.idea_id
          on conflict (idea_id) do update
         set strength = excluded.strength,
             error = excluded.error,
             comparisons = excluded.comparisons
       where known.comparisons <> excluded.comparisons
          or abs(known.strength - excluded.strength) > ${NOTICEABLE}::float8`)}`,
  );
