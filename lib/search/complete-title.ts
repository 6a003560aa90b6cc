import { db } from "../platform/db/client";
import type { Locale } from "../platform/i18n/locales";
import { mendQuestion } from "./mend-question";

/** Fewer letters are the beginning of too many words. */
const SHORTEST = 3;

const LAST_WORD = /[\p{L}\p{M}]+$/u;

/**
 * What an unfinished word most likely becomes: the commonest stem that begins like it, else the shortest word. Nothing for
 * a word that is one already. Its letters are no pattern's, so that `like` takes them as they are.
 */
async function completed(word: string, language: Locale): Promise<string | null> {
  const [row] = await db.$queryRaw<{ isWord: boolean; stem: string | null; word: string | null }[]>`
    with typed as materialized (select lower(unaccent(${word})) as word)
    select exists (select from search_word s where s.word = typed.word)
           or exists (select
                        from unnest(tsvector_to_array(to_tsvector(search_configuration(${language}), ${word}))) as l (stem)
                        join word_frequency f on f.language = ${language} and f.word = l.stem) as "isWord",
           (select f.word
              from word_frequency f
             where f.language = ${language}
               and f.word ^@ typed.word
             order by f.ideas desc, f.word
             limit 1) as stem,
           (select s.word
              from search_word s
             where s.word like typed.word || '%'
             order by char_length(s.word), s.word
             limit 1) as word
      from typed`;
  return row && !row.isWord ? (row.stem ?? row.word) : null;
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
