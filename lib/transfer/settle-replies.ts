import type { Context, Notes } from "./record-book";

/** Hangs answers below a parent that came after them. The thread's top follows in the next step. */
const HANG = `
  with hung as (
    update comment c
       set parent_id = p.id, root_id = p.root_id
      from import_link l
      join import_record r on r.source_id = l.source_id and r.kind = 'comment' and r.external_id = l.external_id
      join import_record o on o.source_id = l.source_id and o.kind = 'comment' and o.external_id = l.wanted[1]
      join comment p on p.id = o.target_id
     where l.source_id = $1
       and l.kind = 'reply'
       and c.id = r.target_id
       and c.parent_id is null
       and p.idea_id = c.idea_id
       and p.root_id <> c.id
    returning c.id, c.idea_id, l.external_id
  ), settled as (
    delete from import_link l
     using hung h
     where l.source_id = $1
       and l.kind = 'reply'
       and l.external_id = h.external_id
  )
  select array_agg(distinct idea_id) as ideas, array_agg(id) as hung from hung`;

/** Answers that hang below each other in a circle, which no thread's top reaches, start threads again. */
const CUT = `
  with recursive tree as (
    select id from comment where idea_id = any($1) and parent_id is null
    union all
    select c.id from comment c join tree t on c.parent_id = t.id
  )
  update comment set parent_id = null, root_id = id
   where id = any($2)
     and id not in (select id from tree)`;

const FIND_TOPS = `
  with recursive tree as (
    select id, id as root_id from comment where idea_id = any($1) and parent_id is null
    union all
    select c.id, t.root_id from comment c join tree t on c.parent_id = t.id
  )
  update comment c set root_id = t.root_id
    from tree t
   where c.id = t.id
     and c.root_id <> t.root_id`;

/** Puts answers whose parent came later in the file, or in a later file, into their threads. */
export async function settleReplies({ connection, sourceId }: Context): Promise<Notes> {
  const { rows } = await connection.query<{ ideas: string[] | null; hung: string[] | null }>(HANG, [sourceId]);
  const { ideas, hung } = rows[0] ?? {};
  if (!ideas || !hung) return {};
  await connection.query(CUT, [ideas, hung]);
  await connection.query(FIND_TOPS, [ideas]);
  return { topLevel: -hung.length };
}
