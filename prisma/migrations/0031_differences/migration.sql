-- Counted anew, most of it is what it was: only what differs is written. Writing all of it anew, with its indexes and the look
-- whether each person is there, took most of the time.
create or replace function rebuild_person_months() returns void language sql set work_mem = '64MB' as $$
  merge into person_month m
  using (
          select n.*
            from person_month_now n
            join person p on p.id = n.person_id and p.status <> 'imported'
        ) n
     on n.person_id = m.person_id
    and n.month = m.month
   when matched and (m.votes, m.comments, m.ideas) is distinct from (n.votes, n.comments, n.ideas) then
        update set votes = n.votes, comments = n.comments, ideas = n.ideas
   when not matched by target then
        insert (person_id, month, votes, comments, ideas) values (n.person_id, n.month, n.votes, n.comments, n.ideas)
   when not matched by source then
        delete;
$$;
