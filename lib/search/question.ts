import { Prisma } from "../platform/db/client";

/**
 * The words of `q` as PostgreSQL understands them, stemmed as `language` has it; columns named by `language` decide
 * row by row. Quotes, `or` and a minus mean what they mean in web searches; no text is ever a syntax error.
 */
const asked = (q: string, language: Prisma.Sql): Prisma.Sql => Prisma.sql`
  case ${language} when 'es' then websearch_to_tsquery('tormenta_es', ${q})
                   when 'pt' then websearch_to_tsquery('tormenta_pt', ${q})
                   else websearch_to_tsquery('tormenta_en', ${q}) end`;

/**
 * Whether an idea answers `q`, for queries that call `idea_search` by the name `s`.
 *
 * The question is put in the language of each text, one after the other: put in all three at once, "-rojo" in English
 * would let through what "-roj" in Spanish keeps out. Written out, so that each part reads the index.
 */
export const answers = (q: string): Prisma.Sql => Prisma.sql`(
  (s.language = 'es' and s.document @@ websearch_to_tsquery('tormenta_es', ${q}))
  or (s.language = 'en' and s.document @@ websearch_to_tsquery('tormenta_en', ${q}))
  or (s.language = 'pt' and s.document @@ websearch_to_tsquery('tormenta_pt', ${q})))`;

/**
 * How well an idea answers `q`: cover density, where words that stand together count more, in the title (weight A = 1)
 * more than in tags (B = 0.4) and text (C = 0.2). Divided by 1 + log(length), so that long texts do not win by length.
 *
 * @param s the name under which the query knows `idea_search`
 * @see https://www.postgresql.org/docs/18/textsearch-controls.html#TEXTSEARCH-RANKING
 */
export const relevance = (q: string): Prisma.Sql =>
  Prisma.sql`ts_rank_cd(s.document, ${asked(q, Prisma.sql`s.language`)}, 1)::float8`;

/** Stands where a hit begins and ends. Private-use characters mean nothing to anybody, and HTML never enters here. */
export const HIT_BEGINS = "\uE000";
export const HIT_ENDS = "\uE001";

const fragments = `StartSel=${HIT_BEGINS},StopSel=${HIT_ENDS},MaxFragments=2,MinWords=10,MaxWords=22,FragmentDelimiter=" … "`;
const whole = `StartSel=${HIT_BEGINS},StopSel=${HIT_ENDS},HighlightAll=true`;

/** Further in than this no snippet is taken from: the time it takes grows with the text, and texts have no end. */
const SNIPPET_FROM = 20_000;

const headline = (q: string, text: Prisma.Sql, options: string): Prisma.Sql => Prisma.sql`
  ts_headline(search_configuration(i.language),
              translate(${text}, ${HIT_BEGINS + HIT_ENDS}, ''),
              ${asked(q, Prisma.sql`i.language`)},
              ${options})`;

/** The title with its hits marked, for queries that call the idea `i`. Slow: only for the rows that are shown. */
export const markedTitle = (q: string): Prisma.Sql => headline(q, Prisma.sql`i.title`, whole);

/** Where the text answers `q`, with the hits marked, for queries that call the idea `i`. Only for the rows shown. */
export const markedExcerpt = (q: string): Prisma.Sql =>
  headline(q, Prisma.sql`left(i.plain, ${SNIPPET_FROM}::int)`, fragments);
