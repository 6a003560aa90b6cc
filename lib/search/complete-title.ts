import { db } from "../platform/db/client";
import type { Locale } from "../platform/i18n/locales";
import { mendQuestion } from "./mend-question";

/** Fewer letters are the beginning of too many words. */
const SHORTEST = 3;

const LAST_WORD = /[\p{L}\p{M}]+$/u;

/** The stem that an unfinished word most likely becomes: the commonest that begins like it. */
async function completed(word: string, language: Locale): Promise<string | null> {
  const [row] = await db.$queryRaw<{ known: boolean; stem: string | null }[]>`
    with typed as (select lower(unaccent(${word})) as word)
    select exists (select
                     from unnest(tsvector_to_array(to_tsvector(search_configuration(${language}), ${word}))) as l (stem)
                     join word_frequency f on f.language = ${language} and f.word = l.stem) as known,
           (select f.word
              from word_frequency f
             where f.language = ${language}
               and f.word ^@ typed.word
             order by f.ideas desc, f.word
             limit 1) as stem
      from typed`;
  return row && !row.known ? row.stem : null;
}

/**
 * A title as it is most likely meant: mistyped words put right, and the last one, which may be in the middle of being
 * typed, as the commonest word that begins like it.
 */
export async function completeTitle(title: string, language: Locale): Promise<string> {
  const last = LAST_WORD.exec(title)?.[0] ?? "";
  const before = title.slice(0, title.length - last.length);
  const [mended, stem] = await Promise.all([
    before.trim() ? mendQuestion(before) : null,
    [...last].length >= SHORTEST ? completed(last, language) : null,
  ]);
  return `${mended ?? before}${stem ?? last}`;
}
