import type { Actor } from "../access/actor";
import { can } from "../access/authorize";
import { visibleIdeasSql } from "../access/visibility";
import { votableStates } from "../ideas/states";
import { db, Prisma } from "../platform/db/client";
import { notFound } from "../platform/errors";
import type { Locale } from "../platform/i18n/locales";
import { parse } from "../platform/parse";
import { type SimilarIdea, type SimilarInput, similarInput } from "./schema";

/** As many as one looks at before going on. */
const MOST = 5;

type Written = { title: string; body: string; language: Locale };

/**
 * Ideas that say what somebody is about to propose, the most alike first: at most five, in whatever state but drafts.
 *
 * @param input what is written so far
 */
export async function similarIdeas(actor: Actor, input: SimilarInput): Promise<SimilarIdea[]> {
  const { title, body, language = actor.locale } = parse(similarInput, input);
  return alike(actor, { title, body, language }, null);
}

/**
 * Ideas that say the same as one that is there already, the most alike first: at most five, in whatever state but drafts.
 *
 * @throws Failure `not_found` when there is none, or `actor` may not know of it
 */
export async function similarTo(actor: Actor, ideaId: string): Promise<SimilarIdea[]> {
  const [idea] = await db.$queryRaw<Written[]>`
    select i.title, i.plain as body, i.language
      from idea i
     where i.id = ${ideaId}::uuid
       and ${visibleIdeasSql(actor)}`;
  if (!idea) throw notFound();
  return alike(actor, idea, ideaId);
}

type Row = Omit<SimilarIdea, "happened" | "mayVote"> & SimilarIdea["happened"] & { authorId: string | null };

const columns: Record<Locale, Prisma.Sql> = {
  en: Prisma.sql`s.en`,
  es: Prisma.sql`s.es`,
  pt: Prisma.sql`s.pt`,
};

async function alike(actor: Actor, { title, language }: Written, besides: string | null): Promise<SimilarIdea[]> {
  const column = columns[language];
  const rows = await db.$queryRaw<Row[]>`
    with asked as materialized (
      select array_to_string(array(select quote_literal(lexeme)
                                     from unnest(to_tsvector(search_configuration(${language}), ${title}))
                                    order by lexeme
                                    limit 20), ' | ')::tsquery as words
    ), near as materialized (
      select s.idea_id, similarity(i.title, ${title}) as similarity
        from asked
        join idea_search s on ${column} @@ asked.words
        join idea i on i.id = s.idea_id
       where i.status <> 'draft'
         and i.id is distinct from ${besides}::uuid
         and ${visibleIdeasSql(actor)}
       order by ts_rank(${column}, asked.words) desc, i.id
       limit ${MOST}::int
    )
    select i.id as "ideaId",
           i.title,
           i.language,
           i.status::text,
           i.author_id as "authorId",
           d.decided_at as at,
           d.kind,
           (select json_build_object('id', o.id, 'title', o.title)
              from merge m
              join idea o on o.id = m.survivor_id
             where m.duplicate_id = i.id) as "mergedInto",
           n.votes,
           exists (select from vote v where v.idea_id = i.id and v.voter_id = ${actor.id}::uuid) as mine,
           near.similarity::float8,
           false as "isProbablySame",
           array[]::text[] as shared
      from near
      join idea i on i.id = near.idea_id
      join idea_tally n on n.idea_id = i.id
      left join lateral (
             select d.decided_at, d.kind
               from decision d
              where d.idea_id = i.id
                and d.to_status = i.status
              order by d.decided_at desc nulls last, d.id desc
              limit 1
           ) d on true
     order by near.similarity desc, i.id`;
  return rows.map(({ authorId, at, kind, mergedInto, ...idea }) => ({
    ...idea,
    happened: { at, kind, mergedInto },
    mayVote: votableStates.includes(idea.status) && can(actor, "idea.vote", { authorId }),
  }));
}
