import type { Method } from "./found-pairs";

const rows = async (sql: (db: typeof import("../../lib/platform/db/client").db) => Promise<{ id: string }[]>) => {
  const { db } = await import("../../lib/platform/db/client");
  return (await sql(db)).map(({ id }) => id);
};

/** What PostgreSQL can do by itself, by one statement each. Both ask within the language of the idea. */
export const baselines: Method[] = [
  {
    name: "pg_trgm, title",
    rank: (ideaId) =>
      rows(
        (db) => db.$queryRaw`
          select o.id
            from idea i
            join idea o on o.language = i.language and o.id <> i.id
           where i.id = ${ideaId}::uuid
           order by similarity(o.title, i.title) desc, o.id
           limit 60`,
      ),
  },
  {
    name: "full text, title or-ed",
    rank: (ideaId) =>
      rows(
        (db) => db.$queryRaw`
          with asked as materialized (
            select i.id, array_to_string(
                     array(select quote_literal(w)
                             from unnest(tsvector_to_array(to_tsvector(search_configuration(i.language), i.title))) w),
                     ' | ')::tsquery as words,
                   i.language
              from idea i
             where i.id = ${ideaId}::uuid
          )
          select s.idea_id as id
            from asked q
            join idea_search s on s.idea_id <> q.id and coalesce(s.en, s.es) @@ q.words
            join idea o on o.id = s.idea_id and o.language = q.language
           order by ts_rank(coalesce(s.en, s.es), q.words) desc, s.idea_id
           limit 60`,
      ),
  },
];
