import { Prisma } from "../platform/db/client";
import { type Locale, locales } from "../platform/i18n/locales";
import { inflectionsOf } from "./inflections";
import { type Item, parseQuestion } from "./question";

const { sql } = Prisma;

const configurations: Record<Locale, Prisma.Sql> = {
  en: sql`'tormenta_en'`,
  es: sql`'tormenta_es'`,
  pt: sql`'tormenta_pt'`,
};

/** What a language is called among columns. */
export const columns: Record<Locale, Prisma.Sql> = { en: sql`en`, es: sql`es`, pt: sql`pt` };

/** Where `idea_search`, called `s`, keeps the texts of a language; empty for those in another one. */
export const documents: Record<Locale, Prisma.Sql> = { en: sql`s.en`, es: sql`s.es`, pt: sql`s.pt` };

function itemSql({ text, isPhrase, isExcluded }: Item, language: Locale): Prisma.Sql {
  const forms = isPhrase ? [text] : inflectionsOf(text, language);
  const either = Prisma.join(
    forms.map((form) => sql`phraseto_tsquery(${configurations[language]}, ${form})`),
    " || ",
  );
  return isExcluded ? sql`!! (${either})` : sql`(${either})`;
}

/** The question as PostgreSQL puts it to a text in that language; filler words fall away by themselves. */
function asked(q: string, language: Locale): Prisma.Sql {
  const alternatives = parseQuestion(q).map((items) =>
    Prisma.join(
      items.map((item) => itemSql(item, language)),
      " && ",
    ),
  );
  return alternatives.length > 0 ? sql`(${Prisma.join(alternatives, " || ")})` : sql`''::tsquery`;
}

/**
 * Whether an idea answers `q`, for queries that call `idea_search` by the name `s`.
 *
 * The question is put to each text in its own language: put in all three at once, "-rojo" in English would let through
 * what "-roj" in Spanish keeps out.
 */
export function answers(q: string): Prisma.Sql {
  const parts = locales.map((locale) => sql`${documents[locale]} @@ ${asked(q, locale)}`);
  return sql`(${Prisma.join(parts, " or ")})`;
}

/**
 * Whether an idea answers `q`, and already by its title alone: for queries that call `idea_search` by the name `s`. Has
 * indexes of its own. What a title holds the whole holds, too; but what a question excludes can stand anywhere.
 */
export function answersInTitle(q: string): Prisma.Sql {
  const parts = locales.map((locale) => sql`ts_filter(${documents[locale]}, '{a}') @@ ${asked(q, locale)}`);
  const inTitle = sql`(${Prisma.join(parts, " or ")})`;
  return parseQuestion(q)
    .flat()
    .some(({ isExcluded }) => isExcluded)
    ? sql`${inTitle} and ${answers(q)}`
    : inTitle;
}

/**
 * The question in each language, worked out once for everything that follows below, as `asked`. What finds answers names
 * it for itself, because PostgreSQL has to know it to plan well.
 */
export const askedSql = (q: string): Prisma.Sql => sql`
  asked as materialized (
    select ${Prisma.join(locales.map((locale) => sql`${asked(q, locale)} as ${columns[locale]}`))}
  )`;

/**
 * How well an idea answers what was `asked`, for queries that call `idea_search` by the name `s`: cover density, where words that
 * stand together count more, in the title (weight A = 1) more than in tags (B = 0.4) and text (C = 0.2). Divided by
 * 1 + log(length), so that long texts do not win by length.
 *
 * @see https://www.postgresql.org/docs/18/textsearch-controls.html#TEXTSEARCH-RANKING
 */
export const relevance: Prisma.Sql = sql`
  coalesce(${Prisma.join(
    locales.map((locale) => sql`ts_rank_cd(${documents[locale]}, (select ${columns[locale]} from asked), 1)`),
  )})::float8`;

/** Stands where a hit begins. Private-use characters mean nothing to anybody, and HTML never enters here. */
export const HIT_BEGINS = "\uE000";

/** Stands where a hit ends. */
export const HIT_ENDS = "\uE001";

const marks = `StartSel=${HIT_BEGINS},StopSel=${HIT_ENDS}`;

/** Further in than this no snippet is taken from: the time it takes grows with the text, and texts have no end. */
const SNIPPET_FROM = 20_000;

const headline = (text: Prisma.Sql, options: string): Prisma.Sql => sql`
  ts_headline(search_configuration(i.language),
              translate(${text}, ${HIT_BEGINS + HIT_ENDS}, ''),
              (select case i.language when 'es' then es when 'pt' then pt else en end from asked),
              ${`${marks},${options}`})`;

/** The title with what was `asked` marked, for queries that call the idea `i`. Slow: only for the rows that are shown. */
export const markedTitle: Prisma.Sql = headline(sql`i.title`, "HighlightAll=true");

/** Where the text answers what was `asked`, with that marked, for queries that call the idea `i`. Only for the rows shown. */
export const markedExcerpt: Prisma.Sql = headline(
  sql`left(i.plain, ${SNIPPET_FROM}::int)`,
  `MaxFragments=2,MinWords=10,MaxWords=22,FragmentDelimiter=" … "`,
);
