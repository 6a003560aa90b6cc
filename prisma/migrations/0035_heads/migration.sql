-- How many ideas came of those who count right in a unit, by the month in which they were posted: without what was taken back,
-- and without ideas of people who do not count, such as the authors of an import. Those whom no unit stands for have no id:
-- zeros stand for it.
create table head_cell (
  dimension text not null check (dimension in ('department', 'place')),
  unit_id   uuid not null,
  month     date not null,
  ideas     integer not null,
  primary key (dimension, unit_id, month)
) with (fillfactor = 70);
create index head_cell_month_idx on head_cell (dimension, month);

-- What an idea counts for its author's units.
create view head_part as
select f.idea_id, u.dimension, u.unit_id, date_trunc('month', f.posted_on)::date as month
  from idea_fact f
  join voice v on v.person_id = f.author_id
 cross join lateral (
         values ('department', coalesce(v.in_department, '00000000-0000-0000-0000-000000000000')),
                ('place', coalesce(v.in_place, '00000000-0000-0000-0000-000000000000'))
       ) u (dimension, unit_id)
 where f.status <> 'withdrawn';

-- Adds what these ideas count to the sums, or with -1 takes it away again.
create function count_heads(ids uuid[], sign integer) returns void language sql as $$
  insert into head_cell as c (dimension, unit_id, month, ideas)
  select p.dimension, p.unit_id, p.month, sign * count(*)
    from head_part p
   where p.idea_id = any (ids)
   group by p.dimension, p.unit_id, p.month
      on conflict (dimension, unit_id, month) do update
     set ideas = c.ideas + excluded.ideas;
$$;

-- The rest is that of 0021_insights.
create or replace function refresh_idea_facts(ids uuid[]) returns void language plpgsql as $$
begin
  perform count_idea_facts(ids, -1);
  perform count_heads(ids, -1);
  delete from idea_fact f where f.idea_id = any (ids);
  insert into idea_fact select * from idea_fact_now n where n.idea_id = any (ids);
  perform count_idea_facts(ids, 1);
  perform count_heads(ids, 1);
  -- Sums of nothing are no sums: what is counted anew has none of them either.
  delete from idea_cell c where c.posted = 0 and c.answers = 0 and c.promises = 0 and c.acceptances = 0 and c.implementations = 0;
  delete from answer_cell c where c.ideas = 0;
  delete from head_cell c where c.ideas = 0;
end $$;

-- After whoever counts where was settled.
create function rebuild_heads() returns void language sql as $$
  delete from head_cell;
  insert into head_cell (dimension, unit_id, month, ideas)
  select p.dimension, p.unit_id, p.month, count(*)
    from head_part p
   group by p.dimension, p.unit_id, p.month;
$$;

-- So that it is counted at once.
update insight_mark set rebuilt_at = null;
