import { db } from "../platform/db/client";
import { editDistance } from "./edit-distance";

/** Words that can be mended; shorter ones are too near to too many others. A minus before it keeps a word as it is. */
const WORD = /(?<![-\p{L}\p{M}])[\p{L}\p{M}]{4,30}(?![\p{L}\p{M}])/gu;

/** Of a long question only so many words are looked at. */
const MOST_WORDS = 8;

/** How many candidates per word are compared by the letter. */
const MOST_NEAR = 20;

/** How many slips a word may hold and still be recognised: one in five letters or fewer, two in nine, else three. */
const mostSlips = (word: string) => (word.length <= 5 ? 1 : word.length <= 9 ? 2 : 3);

type Near = { asked: string; plain: string; near: string };

/** The vocabulary's word that `asked` most likely meant: the fewest slips away, then the most alike. */
function meant(candidates: Near[]): string | undefined {
  const ranked = candidates
    .map(({ plain, near }) => ({ near, slips: editDistance(plain, near) }))
    .filter(({ near, slips }) => slips <= mostSlips(near))
    .sort((a, b) => a.slips - b.slips);
  return ranked[0]?.near;
}

/**
 * The question with mistyped words put right: every word that occurs in no idea, in no form, becomes the one that was
 * most likely meant, judged by shared groups of three letters (pg_trgm) and then by slips of the hand.
 *
 * @returns null when there is nothing to put right, or no word comes near
 */
export async function mendQuestion(q: string): Promise<string | null> {
  const words = [...new Set(q.match(WORD)?.map((word) => word.toLowerCase()))].slice(0, MOST_WORDS);
  if (words.length === 0) return null;

  const candidates = await db.$queryRaw<Near[]>`
    select w.asked, w.plain, near.word as near
      from (select asked, lower(unaccent(asked)) as plain from unnest(${words}::text[]) as t (asked)) w
     cross join lateral (
             select s.word
               from search_word s
              where s.word % w.plain
              order by similarity(s.word, w.plain) desc, s.word
              limit ${MOST_NEAR}::int
           ) near
     where not exists (select from search_word known where known.word = w.plain)
       and not exists (
             select from idea_search s
              where s.es @@ phraseto_tsquery('tormenta_es', w.asked)
                 or s.en @@ phraseto_tsquery('tormenta_en', w.asked)
                 or s.pt @@ phraseto_tsquery('tormenta_pt', w.asked)
           )`;

  const mended = q.replace(WORD, (word) => {
    const asked = word.toLowerCase();
    return meant(candidates.filter((candidate) => candidate.asked === asked)) ?? word;
  });
  return mended === q ? null : mended;
}
