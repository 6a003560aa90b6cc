import { db, Prisma } from "../platform/db/client";
import type { Locale } from "../platform/i18n/locales";
import { documents } from "./answers";
import { type Alike, isProbablySame, LEAST, sayTheSame } from "./likeness";

const { sql } = Prisma;

/** A text to find others like it: without marks, in one language. */
export type Wording = { title: string; body: string; language: Locale };

/** An idea that has telling words in common with a text, and in how far it is like it. */
export type Candidate = Alike & { ideaId: string; supporters: number };

/** An idea that is like a text: how surely both ask for the same, as log-odds, and whether one is most likely superfluous. */
export type Found = { ideaId: string; supporters: number; likeness: number; isSame: boolean };

/** So many of the most telling words lead to candidates: more find hardly anything else. Chosen on the training pairs. */
const MOST_WORDS = 24;

/** Words are asked for, the most telling first, until they stand in so many ideas; the two most telling in any case. */
const MOST_HITS = 12_000;

/** Of a word that stands in very many ideas, only so many are looked at. */
const MOST_HITS_A_WORD = 6_000;

/** Those that have most of the telling words in common are compared word by word. */
const MOST_CANDIDATES = 60;

/** Longer texts say nothing new after this. In characters. */
const LONGEST_BODY = 8_000;

/** How much a word tells that stands in `df` of `n` ideas (idf as in BM25, never negative). */
const tells = (df: Prisma.Sql, n: Prisma.Sql) => sql`
  greatest(ln(1 + greatest(${n} - ${df}, 0) + 0.5::float8) - ln(${df}::float8 + 0.5::float8), 0.01::float8)`;

/** What a word weighs that stands in the title or not, and so many times below it. */
const weighs = (isTitled: Prisma.Sql, times: Prisma.Sql) => sql`
  (case when ${isTitled} then 2::float8 else 0 end + case when ${times} > 0 then 1 + ln(${times}) else 0 end)`;

/** The words of a text, and how much each tells, as `word`. A word of the text pulls a third as much as one of the title. */
const wordsSql = ({ title, body, language }: Wording) => sql`
  corpus as materialized (
    select greatest(coalesce((select ideas from word_count where language = ${language}), 0), 1)::float8 as ideas
  ), word as materialized (
    select w.lexeme, w.titled, w.times, w.df, w.tells,
           ${weighs(sql`w.titled`, sql`w.times`)} * w.tells as weight,
           w.tells * (case when w.titled then 1 else 0 end + 0.6::float8 * w.times / (w.times + 1)) as pull
      from (select t.lexeme,
                   bool_or(t.titled) as titled,
                   sum(t.times)::float8 as times,
                   coalesce(max(f.ideas), 1) as df,
                   ${tells(sql`coalesce(max(f.ideas), 1)`, sql`max(c.ideas)`)} as tells
              from (select lexeme, true as titled, 0 as times
                      from unnest(to_tsvector(search_configuration(${language}), ${title}))
                     union all
                    select lexeme, false, cardinality(positions)
                      from unnest(to_tsvector(search_configuration(${language}), ${body.slice(0, LONGEST_BODY)}))) t
             cross join corpus c
              left join word_frequency f on f.language = ${language} and f.word = t.lexeme
             group by t.lexeme) w
  )`;

/**
 * The ideas that have most of the telling words in common. Each word is one look into the index of its language; no text
 * is read here.
 */
const nearSql = (language: Locale, besides: string | null) => sql`
  chosen as materialized (
    select pull, ('''' || replace(replace(lexeme, '\\', '\\\\'), '''', '''''') || '''')::tsquery as query
      from (select lexeme, pull,
                   row_number() over (order by pull desc, lexeme) as place,
                   sum(df) over (order by pull desc, lexeme) - df as before
              from word) ranked
     where place <= 2
        or (place <= ${MOST_WORDS}::int and before < ${MOST_HITS}::int)
  ), near as materialized (
    select hit.idea_id
      from chosen c
     cross join lateral (
             select s.idea_id
               from idea_search s
              where ${documents[language]} @@ c.query
              limit ${MOST_HITS_A_WORD}::int
           ) hit
     where hit.idea_id is distinct from ${besides}::uuid
     group by hit.idea_id
     order by sum(c.pull) desc, hit.idea_id
     limit ${MOST_CANDIDATES}::int
  )`;

/**
 * All words of the candidates, and what each weighs there, as `said`. They are looked up in one go, since thousands of
 * looks into an index take five times as long; and logarithms are worked out once, not wherever they stand.
 */
const saidSql = (language: Locale) => sql`
  vocabulary as materialized (
    select word, ideas from word_frequency where language = ${language}
  ), said as materialized (
    select v.idea_id, v.lexeme, v.titled, v.tells, ${weighs(sql`v.titled`, sql`v.times`)} * v.tells as weight
      from (select near.idea_id,
                   l.lexeme,
                   'A' = any (l.weights) as titled,
                   cardinality(array_remove(l.weights, 'A'))::float8 as times,
                   ${tells(sql`coalesce(f.ideas, 1)`, sql`c.ideas`)} as tells
              from near
              join idea_search s on s.idea_id = near.idea_id
             cross join lateral unnest(${documents[language]}) l
             cross join corpus c
              left join vocabulary f on f.word = l.lexeme
            offset 0) v
  )`;

/** The cosines between the text and each candidate, over everything and over the titles alone, as `compared`. */
const comparedSql = sql`
  length as materialized (
    select sqrt(sum(weight * weight)) as whole, sqrt(sum(case when titled then tells * tells end)) as title from word
  ), compared as materialized (
    select u.idea_id,
           sum(u.weight * w.weight) / nullif(sqrt(sum(u.weight * u.weight)), 0) as whole,
           sum(case when u.titled and w.titled then u.tells * w.tells end)
             / nullif(sqrt(sum(case when u.titled then u.tells * u.tells end)), 0) as title
      from said u
      left join word w on w.lexeme = u.lexeme
     group by u.idea_id
  )`;

/**
 * Ideas that have telling words in common with a text, and in how far each is like it: the cosines of tf-idf vectors,
 * and the groups of three letters that the titles share.
 *
 * @param visible which ideas count, for queries that call the idea `i`
 * @param besides an idea that is not looked for
 */
export const alikeIdeas = (visible: Prisma.Sql, wording: Wording, besides: string | null): Promise<Candidate[]> =>
  db.$queryRaw<Candidate[]>`
    with ${wordsSql(wording)}, ${nearSql(wording.language, besides)}, ${saidSql(wording.language)}, ${comparedSql}
    select i.id as "ideaId",
           coalesce(c.whole / l.whole, 0)::float8 as whole,
           coalesce(c.title / l.title, 0)::float8 as title,
           similarity(unaccent(i.title), unaccent(${wording.title}))::float8 as letters,
           (n.votes + coalesce((select x.supporters from external_support x where x.idea_id = i.id), 0))::int
             as supporters
      from compared c
     cross join length l
      join idea i on i.id = c.idea_id
      join idea_tally n on n.idea_id = i.id
     where i.status <> 'draft'
       and ${visible}`;

/** Those of them that have more in common with the text than a word. */
export const foundAlike = async (visible: Prisma.Sql, wording: Wording, besides: string | null): Promise<Found[]> =>
  (await alikeIdeas(visible, wording, besides))
    .map(({ ideaId, supporters, ...one }) => ({
      ideaId,
      supporters,
      likeness: sayTheSame(one),
      isSame: isProbablySame(one, wording.language),
    }))
    .filter(({ likeness }) => likeness >= LEAST);
