import type { Actor } from "../access/actor";
import { can } from "../access/authorize";
import { visibleIdeasSql } from "../access/visibility";
import { votableStates } from "../ideas/states";
import { db } from "../platform/db/client";
import { supportedSql } from "../votes/supported";
import type { Found, Wording } from "./alike-ideas";
import { rankOf, similarityOf } from "./likeness";
import type { SimilarIdea } from "./schema";

/** As many as one looks at before going on. */
const MOST = 5;

/** A duplicate leads to the idea that stays, and several of a family to the same: so a few more are looked up. */
const LOOKED_UP = 20;

type Row = Omit<SimilarIdea, "happened" | "mayVote" | "similarity" | "isProbablySame"> & {
  foundId: string;
  authorId: string | null;
  at: Date | null;
  kind: string | null;
};

/**
 * What a reader is shown of ideas that were found: the best of them with what became of each, a duplicate as the idea
 * that it was merged into. What the reader may not see is not among them.
 */
export async function shownOf(actor: Actor, found: Found[], wording: Wording, besides: string | null) {
  const best = found.toSorted((a, b) => rankOf(b) - rankOf(a) || (a.ideaId < b.ideaId ? -1 : 1)).slice(0, LOOKED_UP);
  if (best.length === 0) return [];
  const rows = await rowsOf(
    actor,
    best.map(({ ideaId }) => ideaId),
    wording,
  );
  const byId = new Map(rows.map((row) => [row.foundId, row]));
  const shown = new Map<string, SimilarIdea>();
  for (const one of best) {
    const row = byId.get(one.ideaId);
    if (row && row.ideaId !== besides && !shown.has(row.ideaId)) shown.set(row.ideaId, similar(actor, row, one));
  }
  return [...shown.values()].slice(0, MOST);
}

function similar(actor: Actor, row: Row, { likeness, isSame }: Found): SimilarIdea {
  const { foundId: _, authorId, at, kind, ...idea } = row;
  return {
    ...idea,
    happened: { at, kind },
    mayVote: votableStates.includes(idea.status) && can(actor, "idea.vote", { authorId }),
    similarity: similarityOf(likeness),
    isProbablySame: isSame,
  };
}

/** What is told of the ideas that were found. Only the beginning of the text is asked for words that both have. */
const rowsOf = (actor: Actor, ids: string[], { title, body, language }: Wording): Promise<Row[]> => db.$queryRaw<Row[]>`
  with spoken as materialized (
    select distinct on (l.lexeme) l.lexeme, w.word
      from (select lower(m[1]) as word, n
              from regexp_matches(${`${title} ${body}`.slice(0, 600)}, '([[:alnum:]]{2,})', 'g') with ordinality as t (m, n)) w
     cross join unnest(tsvector_to_array(to_tsvector(search_configuration(${language}), w.word))) as l (lexeme)
     order by l.lexeme, w.n
  ), telling as materialized (
    select p.lexeme, p.word, coalesce(q.ideas, 1) as ideas
      from spoken p
      left join word_frequency q on q.language = ${language} and q.word = p.lexeme
  )
  select f.id as "foundId",
         i.id as "ideaId",
         i.title,
         i.language,
         i.status::text,
         i.author_id as "authorId",
         d.decided_at as at,
         d.kind,
         n.votes,
         ${supportedSql(actor)} as mine,
         array(select p.word
                 from telling p
                 join unnest(coalesce(s.en, s.es, s.pt)) u on u.lexeme = p.lexeme
                order by p.ideas, p.word
                limit 5) as shared
    from unnest(${ids}::uuid[]) as f (id)
    left join merge m on m.duplicate_id = f.id
    join idea i on i.id = coalesce(m.survivor_id, f.id)
    join idea_tally n on n.idea_id = i.id
    join idea_search s on s.idea_id = f.id
    left join lateral (
           select d.decided_at, d.kind
             from decision d
            where d.idea_id = i.id
              and d.to_status = i.status
            order by d.decided_at desc nulls last, d.id desc
            limit 1
         ) d on true
   where i.status <> 'draft'
     and ${visibleIdeasSql(actor)}`;
