/** The first page of the list by an index, and nothing else that a list shows. */
export const listSql = `
  select i.id, i.title, r.votes
    from idea_rank r
    join idea i on i.id = r.idea_id
   order by r.trending desc, r.idea_id desc
   limit 20`;

/** A vote as one statement, on tables of their own without triggers. */
export const voteSql = `
  with cast_now as (
    insert into bench_vote (idea_id, voter_id)
    values ($1, $2)
        on conflict do nothing
    returning 1
  )
  update bench_tally set votes = votes + (select count(*) from cast_now)
   where idea_id = $1
  returning votes`;
