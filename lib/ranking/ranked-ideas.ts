import { z } from "zod";
import type { Actor } from "../access/actor";
import { isFollowedSql } from "../ideas/followed";
import { rankedSupport, supportTold } from "../ideas/support-told";
import { db, Prisma } from "../platform/db/client";
import { answersInTitle, askedSql, markedExcerpt, markedTitle, relevance } from "../search/answers";
import { filterSql, type Resolved, resolveFilters, searchable } from "../search/filters";
import { piecesOf } from "../search/pieces";
import { supportedSql } from "../votes/supported";
import { type Cursor, encodeCursor } from "./cursor";
import { lotSql, TAKE_PART } from "./lots-in-sql";
import type { Order } from "./orders";
import { type IdeaPage, type ListedIdea, type ListInput, listedIdea } from "./schema";

const { sql } = Prisma;

/**
 * Of a word that very many ideas contain, so many that have it in their titles, those with the highest merit, are put in
 * order, and as many that have it anywhere, the newest: twenty pages each, and more than anybody turns. The other orders
 * show all answers.
 */
const MOST_ANSWERS = 400;

/** Of the ideas that take votes, so many of which most may be hoped draw lots: ten pages. Keeps `discover` under 10 ms. */
const MOST_DRAWN = 200;

/** How much of an idea's text a list shows, in characters: three lines on a wide screen. */
const EXCERPT = 220;

/** A value that an order looks at: its column, the same as a number for cursors, and such a number as SQL again. */
type Sorted = { column: Prisma.Sql; number: Prisma.Sql; value: (key: number) => Prisma.Sql };

const float = (column: Prisma.Sql): Sorted => ({ column, number: column, value: (key) => sql`${key}::float8` });
const count = (column: Prisma.Sql): Sorted => ({ column, number: column, value: (key) => sql`${key}::int` });
const instant = (column: Prisma.Sql): Sorted => ({
  column,
  number: sql`extract(epoch from ${column}) * 1000`,
  value: (key) => sql`${new Date(key)}::timestamptz`,
});

/**
 * How well an idea answers, for queries that call what its text says of it `t` and its rank `r`. Merit lies between 0 and 1, so it
 * can at most double what the text says: whatever fits twice as well stands first, and what fits alike stands by merit.
 */
const answerSql = sql`t.relevance * (1 + coalesce(r.merit, 0))`;

/**
 * Every order of ideas there is: what decides first comes first, at last the id; all descending but `unanswered`, where
 * who has waited longest comes first. Ideas with the same merit, or equally many votes or comments, stand by how fresh
 * their support is.
 *
 * The values in `idea_rank` are at most some five seconds old (lib/ranking/refresh-ranks.ts); a new idea is in the
 * order `new` and found by searching at once, and in the other orders after the next refresh.
 */
const orders: Record<Order, Sorted[]> = {
  relevant: [float(sql`r.relevance`)],
  merit: [float(sql`r.merit`), float(sql`r.trending`)],
  discover: [float(sql`r.lot`)],
  new: [instant(sql`i.submitted_at`)],
  supported: [count(sql`r.votes`), float(sql`r.trending`)],
  trending: [float(sql`r.trending`)],
  discussed: [count(sql`r.comments`), float(sql`r.trending`)],
  unanswered: [instant(sql`r.posted_at`)],
};

const isAscending = (order: Order) => order === "unanswered";

/** Looked up idea by idea: PostgreSQL expects so many titles to answer that it would rather read the ranks of all ideas. */
const meritSql = sql`coalesce((select r.merit from idea_rank r where r.idea_id = i.id), 0)`;

/** Where it is known that there is such an idea, none has to be looked up: all that the order needs of `i` is its id. */
const idOf = (id: Prisma.Sql): Prisma.Sql => sql`cross join lateral (select ${id} as id) i`;

/** The ideas that fulfil `conditions`, as `i`, joined with whatever the order needs to know of them, as `r`. */
function source(actor: Actor, { order, q }: ListInput, filters: Resolved): Prisma.Sql {
  const conditions = filterSql(actor, filters);
  const searched = q ? sql`join idea_search s on s.idea_id = i.id` : Prisma.empty;
  if (order === "new") return sql`idea i ${searched} where ${conditions}`;
  if (order === "unanswered")
    return sql`review r join idea i on i.id = r.idea_id ${searched}
               where r.answered_at is null and r.status in ('submitted', 'in_review') and ${conditions}`;
  if (order === "discover")
    return sql`
      (select r.idea_id, ${lotSql(actor)} as lot
         from (select r.idea_id, r.lot_middle, r.lot_scale
                 from idea_rank r
                 join idea i on i.id = r.idea_id ${searched}
                where ${TAKE_PART}
                  and ${conditions}
                order by r.lot_hope desc, r.trending desc, r.idea_id desc
                limit ${MOST_DRAWN}::int) r
        offset 0) r ${idOf(sql`r.idea_id`)}
     where true`;
  if (order !== "relevant" || !q)
    return sql`idea_rank r join idea i on i.id = r.idea_id ${searched} where ${conditions}`;
  const { q: _, ...others } = filters;
  return sql`
    (select t.id, ${answerSql} as relevance
       from (select s.idea_id as id, ${relevance} as relevance
               from ((select i.id
                        from ${searchable}
                       where ${filterSql(actor, others)}
                         and ${answersInTitle(q)}
                       order by ${meritSql} desc, i.submitted_at desc, i.id desc
                       limit ${MOST_ANSWERS}::int)
                      union
                     (select i.id
                        from ${searchable}
                       where ${conditions}
                       order by i.submitted_at desc, i.id desc
                       limit ${MOST_ANSWERS}::int)) c
               join idea_search s on s.idea_id = c.id) t
       left join idea_rank r on r.idea_id = t.id
      offset 0) r ${idOf(sql`r.id`)}
   where true`;
}

/** The ids of one page and the values they are ordered by; one more than `limit` where the list goes on. */
function pageSql(actor: Actor, input: ListInput, filters: Resolved): Prisma.Sql {
  const { order, cursor, limit } = input;
  const sorted = orders[order];
  const id = order === "new" || order === "relevant" ? sql`i.id` : sql`r.idea_id`;
  const columns = [...sorted.map(({ column }) => column), id];
  const isUp = (cursor?.direction === "before") !== isAscending(order);
  const way = isUp ? sql`asc` : sql`desc`;
  const values = cursor && [...sorted.map(({ value }, n) => value(cursor.key[n] ?? 0)), sql`${cursor.id}::uuid`];
  return sql`
    select i.id, array[${Prisma.join(sorted.map(({ number }) => number))}]::float8[] as key
      from ${source(actor, input, filters)}
       ${values ? sql`and (${Prisma.join(columns)}) ${isUp ? sql`>` : sql`<`} (${Prisma.join(values)})` : Prisma.empty}
     order by ${Prisma.join(columns.map((column) => sql`${column} ${way}`))}
     limit ${limit + 1}::int`;
}

const row = listedIdea.omit({ supportRate: true }).extend({
  rank: rankedSupport.nullable(),
  key: z.array(z.number()),
  markedTitle: z.string().nullable(),
  markedExcerpt: z.string().nullable(),
});

/**
 * Everything a list shows of the ideas of one page. The page is found first, by narrow rows; only it is filled in, by
 * subqueries: joins would cost five times as long to plan as the list takes to run.
 */
async function rowsOf(actor: Actor, input: ListInput, filters: Resolved): Promise<z.output<typeof row>[]> {
  const { q } = input;
  const way = isAscending(input.order) ? sql`asc` : sql`desc`;
  const rows = await db.$queryRaw`
    with ${q ? sql`${askedSql(q)}, ` : Prisma.empty}page as materialized (${pageSql(actor, input, filters)})
    select page.key,
           i.id,
           i.title,
           left(i.plain, ${EXCERPT}::int) as excerpt,
           i.language,
           i.status::text,
           i.author_id as "authorId",
           i.submitted_at as "submittedAt",
           (select json_build_object('id', a.id, 'name', a.name) from person a where a.id = i.author_id) as author,
           (select json_build_object('id', c.id, 'name', c.name) from category c where c.id = i.category_id) as category,
           (select json_build_object('id', d.id, 'name', d.name) from department d where d.id = i.department_id)
             as department,
           (select json_build_object('id', p.id, 'name', p.name) from place p where p.id = i.place_id) as place,
           array(select t.name from idea_tag it join tag t on t.id = it.tag_id where it.idea_id = i.id order by t.name)
             as tags,
           n.votes,
           coalesce((select x.supporters from external_support x where x.idea_id = i.id), 0) as supporters,
           n.comments,
           (select json_build_object('sightings', r.sightings, 'supportersSeen', r.supporters_seen, 'merit', r.merit,
                                     'expected', r.expected, 'hopeful', r.hopeful)
              from idea_rank r where r.idea_id = i.id) as rank,
           ${supportedSql(actor)} as mine,
           ${isFollowedSql(actor)} as "isFollowed",
           ${q ? markedTitle : sql`null`} as "markedTitle",
           ${q ? markedExcerpt : sql`null`} as "markedExcerpt"
      from page
      join idea i on i.id = page.id
      join idea_tally n on n.idea_id = i.id
     order by page.key ${way}, page.id ${way}`;
  return z.array(row).parse(rows);
}

/** The text to its last whole word, when it goes on. */
const cut = (text: string): string =>
  text.length < EXCERPT ? text : `${text.slice(0, text.search(/\s\S*$/u)).trimEnd()} …`;

function listed({ key: _, markedTitle, markedExcerpt, rank, ...read }: z.output<typeof row>): ListedIdea {
  const idea = { ...read, supportRate: supportTold(rank) };
  const excerpt = cut(idea.excerpt);
  if (markedTitle === null || markedExcerpt === null) return { ...idea, excerpt, found: null };
  const pieces = piecesOf(markedExcerpt);
  const shown = pieces.some(({ isHit }) => isHit) ? pieces : [{ text: excerpt, isHit: false }];
  return { ...idea, excerpt, found: { title: piecesOf(markedTitle), excerpt: shown } };
}

/**
 * One page of ideas in order: the one place where orders are defined. Lists, the start page and the API all call this.
 *
 * Pages are cut by value, not by number. In the order `new` the values never change, so that whoever pages on meets
 * every idea that was there when they began exactly once, whatever others post or vote meanwhile. In the other orders
 * each page is right at the moment it is asked for, and an idea is met exactly once unless its own votes or comments
 * carry it across the place where the reader is: rising, it may be missed; sinking, met twice.
 *
 * @param input `limit` from 1 to 100; without states, those that `lib/ideas/states.ts` lists
 * @param filters those of `input`, where they have been looked up already
 */
export async function rankedIdeas(
  actor: Actor,
  input: ListInput,
  filters?: Resolved,
): Promise<Omit<IdeaPage, "mended" | "facets">> {
  const { order, cursor, limit } = input;
  const rows = await rowsOf(actor, input, filters ?? (await resolveFilters(input)));
  const isBack = cursor?.direction === "before";
  const goesOn = rows.length > limit;
  // The one too many lies at the far end: at the end going forward, at the beginning going back.
  const shown = goesOn ? (isBack ? rows.slice(1) : rows.slice(0, limit)) : rows;

  const before = Math.max(0, (cursor?.before ?? 0) - (isBack ? shown.length : 0));
  const at = (direction: Cursor["direction"], row: (typeof rows)[number] | undefined, before: number) =>
    row ? encodeCursor({ order, direction, id: row.id, key: row.key, before }) : null;
  return {
    ideas: shown.map(listed),
    before,
    next: isBack || goesOn ? at("after", shown.at(-1), before + shown.length) : null,
    previous: (isBack ? goesOn : cursor) ? at("before", shown[0], before) : null,
  };
}
