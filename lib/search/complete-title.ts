import { db } from "../platform/db/client";
import type { Locale } from "../platform/i18n/locales";
import { mendQuestion } from "./mend-question";

/** Fewer letters are the beginning of too many words. */
const SHORTEST = 3;

const LAST_WORD = /[\p{L}\p{M}]+$/u;

/** A word that is one already is still taken for the beginning of another that is so many times as common. */
const MUCH_COMMONER = 10;

type Row = { isWord: boolean; ideas: number | null; stem: string | null; word: string | null };

/**
 * An unfinished word as what it most likely becomes: the commonest stem that begins like it, else the shortest word. One
 * that is a word already stays, and may stand for a much commoner one as well. Its letters are none of a pattern's, so that
 * `like` takes them as they are.
 */
async function completed(word: string, language: Locale): Promise<string> {
  const [row] = await db.$queryRaw<Row[]>`
    with typed as materialized (select lower(unaccent(${word})) as word),
    own as materialized (
      select max(f.ideas) as ideas
        from unnest(tsvector_to_array(to_tsvector(search_configuration(${language}), ${word}))) as l (stem)
        join word_frequency f on f.language = ${language} and f.word = l.stem
    ), likeliest as materialized (
      select f.word, f.ideas
        from typed
        join word_frequency f on f.language = ${language} and f.word ^@ typed.word
       order by f.ideas desc, f.word
       limit 1
    )
    select own.ideas is not null or exists (select from search_word s where s.word = typed.word) as "isWord",
           own.ideas,
           (select l.word from likeliest l where l.ideas >= coalesce(own.ideas, 0) * ${MUCH_COMMONER}::int) as stem,
           (select s.word
              from search_word s
             where s.word like typed.word || '%'
             order by char_length(s.word), s.word
             limit 1) as word
      from typed
     cross join own`;
  if (row?.isWord) return row.ideas && row.stem ? `${word} ${row.stem}` : word;
  return row?.stem ?? row?.word ?? word;
}

/**
 * A title as it is most likely meant: mistyped words put right, and the last one, which may be in the middle of being
 * typed, as the commonest word that begins like it.
 */
export async function completeTitle(title: string, language: Locale): Promise<string> {
  const last = LAST_WORD.exec(title)?.[0] ?? "";
  const before = title.slice(0, title.length - last.length);
  const [mended, meant] = await Promise.all([
    before.trim() ? mendQuestion(before) : null,
    [...last].length >= SHORTEST ? completed(last, language) : last,
  ]);
  return `${mended ?? before}${meant}`;
}
