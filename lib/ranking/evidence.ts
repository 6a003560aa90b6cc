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
 * Who supports each idea or one of its duplicates, since when, and whether a list showed it to them. Written for many ideas
 * at once, so that a few are looked up and all are read through.
 */
const support = (ideaIds: string[]) => sql`
  select f.idea_id, v.voter_id, min(v.created_at) as at, coalesce(bool_or(m.band > 0), false) as saw
    from family_member f
    join vote v on v.idea_id = f.member_id and v.voter_id is distinct from f.barred_id
    left join impression m on m.idea_id = v.idea_id and m.person_id = v.voter_id
   where f.idea_id = any (${ideaIds}::uuid[])
   group by f.idea_id, v.voter_id`;

/**
 * How fresh its support is, in half-lives since 1970. Relative to the youngest vote of an idea no power overflows; and
 * since PostgreSQL raises an error for one that comes out as zero, what is a thousand half-lives older counts as if it
 * were just that old: next to nothing.
 */
const trends = (ideaIds: string[]) => sql`
  select idea_id,
         count(voter_id)::int as votes,
         (count(*) filter (where saw))::int as supporters,
         max(youngest) + ln(sum(people * power(2::float8, greatest(t - youngest, -1000)))) / ln(2::float8) as trending
    from (select *, max(t) over (partition by idea_id) as youngest
            from (select idea_id, voter_id, saw, people, extract(epoch from at)::float8 / (86400 * ${HALF_LIFE_DAYS}::int) as t
                    from (select idea_id, voter_id, saw, 1 as people, at from (${support(ideaIds)}) supporting
                           union all
                          select i.id, null, false, 1 + coalesce(x.supporters, 0), i.submitted_at
                            from idea i
                            left join external_support x on x.idea_id = i.id
                           where i.id = any (${ideaIds}::uuid[])
                             and i.status <> 'draft') counted) dated) weighed
   group by idea_id`;

/** The attention that an idea had, and those that were merged into it: what was seen of one was seen of all. */
const attention = (ideaIds: string[], curve: readonly number[]) => sql`
  select f.idea_id,
         sum(e.people)::int as sightings,
         sum(e.people * (${[...curve]}::float8[])[e.band])::float8 as seen
    from family_member f
    join exposure e on e.idea_id = f.member_id
   where f.idea_id = any (${ideaIds}::uuid[])
     and e.band > 0
   group by f.idea_id`;

/** What the orders need to know of these ideas, but for drafts, which stand in none. */
export async function standingsOf(tx: Db, ideaIds: string[], fit: Fit): Promise<Standings[]> {
  const rows = await tx.$queryRaw`
    select i.id as "ideaId",
           s.votes,
           t.comments,
           t.changes,
           s.trending,
           coalesce(e.sightings, 0) as sightings,
           coalesce(e.seen, 0) as seen,
           s.supporters,
           coalesce(x.supporters, 0) as external,
           i.source_id as "sourceId",
           coalesce(c.comparisons, 0) as comparisons,
           coalesce(c.strength, 0) as strength
      from (${trends(ideaIds)}) s
      join idea i on i.id = s.idea_id
      join idea_tally t on t.idea_id = i.id
      left join (${attention(ideaIds, fit.curve)}) e on e.idea_id = i.id
      left join external_support x on x.idea_id = i.id
      left join idea_strength c on c.idea_id = i.id`;
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
