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

/** Where `idea_search`, called `s`, keeps the texts of a language; empty for those in another one. */
const documents: Record<Locale, Prisma.Sql> = { en: sql`s.en`, es: sql`s.es`, pt: sql`s.pt` };

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

/** Whether the title alone answers `q`, for queries that call `idea_search` by the name `s`. Has indexes of its own. */
export function answersInTitle(q: string): Prisma.Sql {
  const parts = locales.map((locale) => sql`ts_filter(${documents[locale]}, '{a}') @@ ${asked(q, locale)}`);
  return sql`(${Prisma.join(parts, " or ")})`;
}

/**
 * How well an idea answers `q`, for queries that call `idea_search` by the name `s`: cover density, where words that
 * stand together count more, in the title (weight A = 1) more than in tags (B = 0.4) and text (C = 0.2). Divided by
 * 1 + log(length), so that long texts do not win by length.
 *
 * @see https://www.postgresql.org/docs/18/textsearch-controls.html#TEXTSEARCH-RANKING
 */
export function relevance(q: string): Prisma.Sql {
  const parts = locales.map((locale) => sql`ts_rank_cd(${documents[locale]}, ${asked(q, locale)}, 1)`);
  return sql`coalesce(${Prisma.join(parts)})::float8`;
}

/** Stands where a hit begins. Private-use characters mean nothing to anybody, and HTML never enters here. */
export const HIT_BEGINS = "\uE000";

/** Stands where a hit ends. */
export const HIT_ENDS = "\uE001";

const marks = `StartSel=${HIT_BEGINS},StopSel=${HIT_ENDS}`;

/** Further in than this no snippet is taken from: the time it takes grows with the text, and texts have no end. */
const SNIPPET_FROM = 20_000;

const askedInLanguageOf = (q: string): Prisma.Sql =>
  sql`case i.language when 'es' then ${asked(q, "es")} when 'pt' then ${asked(q, "pt")} else ${asked(q, "en")} end`;

const headline = (q: string, text: Prisma.Sql, options: string): Prisma.Sql => sql`
  ts_headline(search_configuration(i.language),
              translate(${text}, ${HIT_BEGINS + HIT_ENDS}, ''),
              ${askedInLanguageOf(q)},
              ${`${marks},${options}`})`;

/** The title with its hits marked, for queries that call the idea `i`. Slow: only for the rows that are shown. */
export const markedTitle = (q: string): Prisma.Sql => headline(q, sql`i.title`, "HighlightAll=true");

/** Where the text answers `q`, with the hits marked, for queries that call the idea `i`. Only for the rows shown. */
export const markedExcerpt = (q: string): Prisma.Sql =>
  headline(
    q,
    sql`left(i.plain, ${SNIPPET_FROM}::int)`,
    `MaxFragments=2,MinWords=10,MaxWords=22,FragmentDelimiter=" … "`,
  );
