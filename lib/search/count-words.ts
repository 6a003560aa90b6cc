import { db, Prisma, transaction } from "../platform/db/client";
import { type Locale, locales } from "../platform/i18n/locales";
import { columns } from "./answers";

/** Counted anew once the number of ideas has moved by so much: a weight then moves by less than 0.05. Chosen by us. */
const MOVED = 0.05;

const counted: Record<Locale, Prisma.Sql> = {
  en: Prisma.sql`ts_stat('select en from idea_search where en is not null')`,
  es: Prisma.sql`ts_stat('select es from idea_search where es is not null')`,
  pt: Prisma.sql`ts_stat('select pt from idea_search where pt is not null')`,
};

async function hasMoved(language: Locale): Promise<number | null> {
  const [row] = await db.$queryRaw<{ now: number; before: number | null }[]>`
    select (select count(*)::int from idea_search where ${columns[language]} is not null) as now,
           (select ideas from word_count where language = ${language}) as before`;
  const { now = 0, before = null } = row ?? {};
  return Math.abs(now - (before ?? 0)) > (before ?? 0) * MOVED ? now : null;
}

/**
 * Counts in how many ideas each word stands, language by language, wherever there are notably more or fewer ideas than
 * when they were counted last. Between two counts a new word weighs as much as one that stands in a single idea.
 */
export async function countWords(): Promise<void> {
  for (const language of locales) {
    const ideas = await hasMoved(language);
    if (ideas === null) continue;
    await transaction(async (tx) => {
      await tx.$executeRaw`
        with counted as materialized (select word, ndoc from ${counted[language]} where ndoc > 1),
        gone as (
          delete from word_frequency f
           where f.language = ${language}
             and not exists (select from counted c where c.word = f.word)
        )
        insert into word_frequency (language, word, ideas)
        select ${language}, word, ndoc from counted
            on conflict (language, word) do update
           set ideas = excluded.ideas
         where word_frequency.ideas <> excluded.ideas`;
      await tx.$executeRaw`
        insert into word_count (language, ideas) values (${language}, ${ideas})
            on conflict (language) do update
           set ideas = excluded.ideas, counted_at = now()`;
    });
  }
}
