import { z } from "zod";
import { type Db, Prisma } from "../platform/db/client";
import type { Fit } from "./fit";
import type { Evidence } from "./support-rate";

const { sql } = Prisma;

/** After this many days a vote moves an idea half as much. Chosen by us: most people look in once a week. */
export const HALF_LIFE_DAYS = 7;

const row = z.object({
  ideaId: z.string(),
  votes: z.number(),
  comments: z.number(),
  changes: z.number(),
  trending: z.number(),
  sightings: z.number(),
  seen: z.number(),
  supporters: z.number(),
  external: z.number(),
  sourceId: z.string().nullable(),
  comparisons: z.number(),
  strength: z.number(),
});

/** Everything that decides where an idea stands in any order. */
export type Standings = Pick<z.output<typeof row>, "ideaId" | "comments" | "changes" | "trending" | "sightings"> & {
  votes: number;
  evidence: Evidence;
};

/**
 * The time of its support, in half-lives since 1970. Relative to the youngest vote of an idea no power overflows; and
 * since PostgreSQL raises an error for one that comes out as zero, what is a thousand half-lives older counts as if it
 * were just that old: next to nothing.
 */
const trend = sql`
  select count(*)::int - 1 as votes,
         coalesce(sum(saw), 0)::int as supporters,
         max(youngest) + ln(sum(people * power(2::float8, greatest(t - youngest, -1000)))) / ln(2::float8) as trending
    from (select people, saw, t, max(t) over () as youngest
            from (select people, saw, extract(epoch from at)::float8 / (86400 * ${HALF_LIFE_DAYS}::int) as t
                    from (select 1 + coalesce(x.supporters, 0) as people, 0 as saw, i.submitted_at as at
                           union all
                          select 1,
                                 exists (select
                                           from impression m
                                          where m.idea_id = any (f.members)
                                            and m.person_id = v.voter_id
                                            and m.band > 0)::int,
                                 v.created_at
                            from family_vote v
                           where v.idea_id = i.id) support) dated) weighed`;

/** An idea and those that were merged into it: what was seen of one was seen of all. */
const attention = (curve: number[]) => sql`
  select coalesce(sum(e.people), 0)::int as sightings,
         coalesce(sum(e.people * (${curve}::float8[])[e.band]), 0)::float8 as seen
    from exposure e
   where e.band > 0
     and e.idea_id = any (f.members)`;

/** What the orders need to know of these ideas, but for drafts, which stand in none. */
export async function standingsOf(tx: Db, ideaIds: string[], fit: Fit): Promise<Standings[]> {
  const rows = await tx.$queryRaw`
    select i.id as "ideaId",
           s.votes,
           t.comments,
           t.changes,
           s.trending,
           e.sightings,
           e.seen,
           s.supporters,
           coalesce(x.supporters, 0) as external,
           i.source_id as "sourceId",
           coalesce(c.comparisons, 0) as comparisons,
           coalesce(c.strength, 0) as strength
      from idea i
      join idea_tally t on t.idea_id = i.id
      left join external_support x on x.idea_id = i.id
      left join idea_strength c on c.idea_id = i.id
     cross join lateral (select i.id || array(select d.duplicate_id from merge d where d.survivor_id = i.id) as members) f
     cross join lateral (${trend}) s
     cross join lateral (${attention(fit.curve)}) e
     where i.id = any (${ideaIds}::uuid[])
       and i.status <> 'draft'`;
  return z
    .array(row)
    .parse(rows)
    .map((read) => standings(read, fit));
}

/** Half-way up stands who has as much support as the middle one of a source; without a known middle, as a hundred people. */
const MIDDLE = 100;

function standings(
  { external, sourceId, votes, seen, supporters, comparisons, strength, ...rest }: z.output<typeof row>,
  fit: Fit,
): Standings {
  const middle = fit.imported[sourceId ?? ""] ?? MIDDLE;
  const imported = external / (external + Math.max(middle, 1));
  const evidence = { seen, supporters, direct: votes - supporters, imported, comparisons, strength };
  return { ...rest, votes: votes + external, evidence };
}
