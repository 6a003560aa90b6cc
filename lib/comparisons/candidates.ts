import type { Actor } from "../access/actor";
import { visibleIdeasSql } from "../access/visibility";
import { votableStates } from "../ideas/states";
import { type Db, Prisma } from "../platform/db/client";
import type { Candidate } from "./draw-pair";

const { sql } = Prisma;

/** Pairs in which one person sees the same idea, at most, so that nobody moves it much. Chosen by us. */
export const MOST_OF_ONE = 6;

/** How far a look goes: from how many places, and over how many ideas from each. */
type Look = { places: number; ideas: number };

/** Enough to choose from in a few milliseconds; and, where that was not enough, all that anybody can still want. */
export const looks: Look[] = [
  { places: 3, ideas: 16 },
  { places: 1, ideas: 500 },
];

/** The promising ones are some of so many whose support rate may turn out highest; not all of them need be open. */
const PROMISING = 200;
const PROMISING_LOOKED_AT = 40;
const PROMISING_TAKEN = 16;

const open = sql`i.status = any (${votableStates}::idea_status[])`;

/** Ideas from anywhere: walks along the random ids, each of which goes on at the beginning when it comes to the end. */
const anywhere = ({ places, ideas }: Look, among: Prisma.Sql) => sql`
  select walk.id, false as "isPromising"
    from (select gen_random_uuid() as id from generate_series(1, ${places}::int)) start
   cross join lateral (
           select id
             from ((select i.id from idea i where ${among} and i.id >= start.id order by i.id limit ${ideas}::int)
                   union all
                   (select i.id from idea i where ${among} and i.id < start.id order by i.id limit ${ideas}::int)) round
            limit ${ideas}::int) walk`;

const promising = sql`
  select hopeful.id, true
    from (select i.id
            from (select idea_id
                    from (select idea_id
                            from idea_rank
                           order by lot_hope desc, trending desc, idea_id desc
                           limit ${PROMISING}::int) best
                   order by random()
                   limit ${PROMISING_LOOKED_AT}::int) r
            join idea i on i.id = r.idea_id
           where ${open}
           limit ${PROMISING_TAKEN}::int) hopeful`;

/**
 * Some of the ideas that `actor` could compare: open ones of others, from anywhere and from among the most promising,
 * that they have not seen in too many pairs. The fewer there are, the surer all of them are among these.
 */
export async function listCandidates(
  tx: Db,
  actor: Actor,
  categoryId: string | null,
  look: Look,
): Promise<Candidate[]> {
  const among = categoryId ? sql`i.category_id = ${categoryId}::uuid and ${open}` : open;
  return tx.$queryRaw<Candidate[]>`
    with seen as materialized (
      select idea.id, count(*) as pairs
        from comparison c
       cross join lateral (values (c.left_id), (c.right_id)) idea (id)
       where c.person_id = ${actor.id}::uuid
       group by idea.id
      having count(*) >= ${MOST_OF_ONE}::int
    ), found as materialized (
      select id, bool_or("isPromising") as "isPromising"
        from (${anywhere(look, among)} ${categoryId ? Prisma.empty : sql`union all ${promising}`}) looked
       group by id
    )
    select i.id as "ideaId",
           i.language,
           coalesce(s.strength, 0) as strength,
           coalesce(s.comparisons, 0) as comparisons,
           found."isPromising"
      from found
      join idea i on i.id = found.id
      left join idea_strength s on s.idea_id = i.id
     where i.author_id is distinct from ${actor.id}::uuid
       and ${visibleIdeasSql(actor)}
       and not exists (select from seen where seen.id = i.id)`;
}

/** Which of these ideas `actor` has had before them together, as both ids in one text, whichever way round. */
export async function listPairsHad(tx: Db, actor: Actor, ideaIds: string[]): Promise<Set<string>> {
  const rows = await tx.$queryRaw<{ leftId: string; rightId: string }[]>`
    select left_id as "leftId", right_id as "rightId"
      from comparison
     where person_id = ${actor.id}::uuid
       and left_id = any (${ideaIds}::uuid[])
       and right_id = any (${ideaIds}::uuid[])`;
  return new Set(rows.flatMap(({ leftId, rightId }) => [`${leftId} ${rightId}`, `${rightId} ${leftId}`]));
}
