-- How many people did something in any months is no sum of months, since who did it in two of them counts once. It is one of
-- rows that also say when people had last done it before: those in the months asked for whose last time lies before them.

-- How many people count together by each department, place, level and years of service they are told by.
create table voice_group (
  dimension text not null check (dimension in ('department', 'place', 'level', 'band')),
  unit_id   uuid not null,
  step      smallint not null,
  people    integer not null,
  primary key (dimension, unit_id, step)
);

-- How many of them did something in a month who had last done it in another. Who never had is of year 1, who is in no unit of
-- zeros; units have no step, steps no unit.
create table voice_return (
  dimension  text not null check (dimension in ('department', 'place', 'level', 'band')),
  unit_id    uuid not null,
  step       smallint not null,
  month      date not null,
  last_month date not null,
  read       integer not null,
  voted      integer not null,
  commented  integer not null,
  proposed   integer not null,
  took_part  integer not null,
  primary key (dimension, unit_id, step, month, last_month)
);
create index voice_return_month_idx on voice_return (month);

-- Each deed of those who count, once a month: 1 reading, 2 voting, 3 commenting, 4 proposing, 5 any of the last three. The
-- numbers of `voice_span` grow where something was done, so it was last done where a number first stood.
create view voice_return_part as
select s.in_department, s.in_place, s.in_level, s.in_band,
       1 as deed,
       s.months[i] as month,
       s.months[array_position(s.reads, nullif(s.reads[i - 1], 0))] as last_month
  from voice_span s
 cross join lateral generate_subscripts(s.reads, 1) i
 where s.reads[i] > coalesce(s.reads[i - 1], 0)
 union all
select s.in_department, s.in_place, s.in_level, s.in_band,
       2,
       s.months[i],
       s.months[array_position(s.votes, nullif(s.votes[i - 1], 0))]
  from voice_span s
 cross join lateral generate_subscripts(s.votes, 1) i
 where s.votes[i] > coalesce(s.votes[i - 1], 0)
 union all
select s.in_department, s.in_place, s.in_level, s.in_band,
       3,
       s.months[i],
       s.months[array_position(s.comments, nullif(s.comments[i - 1], 0))]
  from voice_span s
 cross join lateral generate_subscripts(s.comments, 1) i
 where s.comments[i] > coalesce(s.comments[i - 1], 0)
 union all
select s.in_department, s.in_place, s.in_level, s.in_band,
       4,
       s.months[i],
       s.months[array_position(s.ideas, nullif(s.ideas[i - 1], 0))]
  from voice_span s
 cross join lateral generate_subscripts(s.ideas, 1) i
 where s.ideas[i] > coalesce(s.ideas[i - 1], 0)
 union all
select s.in_department, s.in_place, s.in_level, s.in_band,
       5,
       s.months[i],
       greatest(s.months[array_position(s.votes, nullif(s.votes[i - 1], 0))],
                s.months[array_position(s.comments, nullif(s.comments[i - 1], 0))],
                s.months[array_position(s.ideas, nullif(s.ideas[i - 1], 0))])
  from voice_span s
 cross join lateral generate_subscripts(s.months, 1) i
 where s.votes[i] > coalesce(s.votes[i - 1], 0)
    or s.comments[i] > coalesce(s.comments[i - 1], 0)
    or s.ideas[i] > coalesce(s.ideas[i - 1], 0);

-- Sorting millions of deeds for some thousand sums would take most of the time.
create function rebuild_voice_returns() returns void language sql set work_mem = '64MB' set enable_sort = off set jit = off as $$
  delete from voice_group;
  insert into voice_group
  select case when grouping(s.in_department) = 0 then 'department' when grouping(s.in_place) = 0 then 'place'
              when grouping(s.in_level) = 0 then 'level' else 'band' end,
         coalesce(s.in_department, s.in_place, '00000000-0000-0000-0000-000000000000'),
         coalesce(s.in_level, s.in_band, 0),
         count(*)
    from voice_span s
   group by grouping sets ((s.in_department), (s.in_place), (s.in_level), (s.in_band));

  delete from voice_return;
  insert into voice_return
  select case when grouping(p.in_department) = 0 then 'department' when grouping(p.in_place) = 0 then 'place'
              when grouping(p.in_level) = 0 then 'level' else 'band' end,
         coalesce(p.in_department, p.in_place, '00000000-0000-0000-0000-000000000000'),
         coalesce(p.in_level, p.in_band, 0),
         p.month,
         coalesce(p.last_month, '0001-01-01'),
         coalesce(sum(p.people) filter (where p.deed = 1), 0),
         coalesce(sum(p.people) filter (where p.deed = 2), 0),
         coalesce(sum(p.people) filter (where p.deed = 3), 0),
         coalesce(sum(p.people) filter (where p.deed = 4), 0),
         coalesce(sum(p.people) filter (where p.deed = 5), 0)
    from (
           select in_department, in_place, in_level, in_band, month, last_month, deed, count(*) as people
             from voice_return_part
            group by 1, 2, 3, 4, 5, 6, 7
         ) p
   group by grouping sets ((p.in_department, p.month, p.last_month), (p.in_place, p.month, p.last_month),
                           (p.in_level, p.month, p.last_month), (p.in_band, p.month, p.last_month));
$$;

-- They are always counted together.
create or replace function rebuild_voice_spans() returns void language plpgsql set work_mem = '64MB' as $$
begin
  delete from voice_month;
  delete from voice_span;
  insert into voice_span
  select v.person_id, v.in_department, v.in_place, v.in_level, v.in_band,
         n.first_on, n.last_on, n.back_on, n.months, n.reads, n.votes, n.comments, n.ideas
    from voice_span_now n
    join voice v on v.person_id = n.person_id;
  perform count_voice_spans(array(select person_id from voice_span), 1);
  perform rebuild_voice_returns();
end $$;

-- What is counted already is all they are counted from.
select rebuild_voice_returns();
