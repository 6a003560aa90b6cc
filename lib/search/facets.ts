import { z } from "zod";
import type { Actor } from "../access/actor";
import { filterStates, listedStates } from "../ideas/states";
import { db, Prisma } from "../platform/db/client";
import { filterSql, type Resolved, searchable } from "./filters";
import { type Facets, facets } from "./schema";

const { sql } = Prisma;

/** What each kind of filter lets through, for queries that call the counted groups `g`. */
function letThrough({ state, category, place, places, language }: Resolved) {
  const yes = sql`true`;
  return {
    state: sql`g.status = any (${state?.length ? state : listedStates}::idea_status[])`,
    category: category ? sql`g.category_id = ${category}::uuid` : yes,
    place: place ? sql`g.place_id = any (${places}::uuid[])` : yes,
    language: language ? sql`g.language = ${language}` : yes,
  };
}

/**
 * How many of the ideas that are asked for have each state, category, place and language, so that somebody sees where
 * narrowing leads before they narrow. Each is counted under all the other filters, and a place with all below it. What
 * `actor` may not see is not counted.
 *
 * Ideas are counted once, in groups that have all four in common: there are some hundred of those, however many ideas.
 */
export async function facetsOf(actor: Actor, resolved: Resolved): Promise<Facets> {
  const { category: _c, place: _p, language: _l, ...rest } = resolved;
  const fits = letThrough(resolved);
  const [counted] = await db.$queryRaw<{ facets: unknown }[]>`
    with recursive g as materialized (
      select i.status, i.category_id, i.place_id, i.language, count(*)::int as n
        from ${searchable}
       where ${filterSql(actor, { ...rest, state: [...filterStates] })}
       group by i.status, i.category_id, i.place_id, i.language
    ), above (place_id, id) as (
      select p.id, p.id from place p
      union all
      select a.place_id, p.parent_id from above a join place p on p.id = a.id where p.parent_id is not null
    )
    select json_build_object(
             'state', array(select json_build_object('value', g.status, 'count', sum(g.n))
                              from g
                             where ${fits.category} and ${fits.place} and ${fits.language}
                             group by g.status
                             order by sum(g.n) desc, g.status),
             'language', array(select json_build_object('value', g.language, 'count', sum(g.n))
                                 from g
                                where ${fits.state} and ${fits.category} and ${fits.place}
                                group by g.language
                                order by sum(g.n) desc, g.language),
             'category', array(select json_build_object('id', c.id, 'name', c.name, 'count', sum(g.n))
                                 from g
                                 join category c on c.id = g.category_id
                                where ${fits.state} and ${fits.place} and ${fits.language}
                                group by c.id
                                order by sum(g.n) desc, c.name),
             'place', array(select json_build_object('id', p.id, 'name', p.name, 'count', sum(g.n))
                              from g
                              join above a on a.place_id = g.place_id
                              join place p on p.id = a.id
                             where ${fits.state} and ${fits.category} and ${fits.language}
                             group by p.id
                             order by sum(g.n) desc, p.name)) as facets`;
  return z.object({ facets }).parse(counted).facets;
}
