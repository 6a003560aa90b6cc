-- What the pages about people are read from: one narrow row per person who counts, and sums of months, so that nobody
-- waits while rows of people and months are added up.

-- Taken over by what follows.
drop function refresh_doing;
drop function rebuild_doing;
drop view doing_now;
drop function month_bit;
drop table doing;

-- Who has read something for the first time in a month since it was last counted: there is no event for that. Rows are only
-- added and taken away, so no reader ever waits for whoever counts.
create table reading_due (
  id        bigint generated always as identity primary key,
  person_id uuid not null references person (id) on delete cascade
);
create index reading_due_person_id_idx on reading_due (person_id);

-- What each of those who count had done by the end of each month in which they did anything: what they did in any months is
-- the difference of two numbers. Empty where there is nothing.
create table voice_span (
  person_id     uuid primary key references voice (person_id) on delete cascade,
  in_department uuid,
  in_place      uuid,
  in_level      smallint not null,
  in_band       smallint not null,
  first_on      date,
  last_on       date,
  back_on       date,
  months        date[] not null,
  reads         integer[] not null,
  votes         integer[] not null,
  comments      integer[] not null,
  ideas         integer[] not null
) with (fillfactor = 80);
create index voice_span_in_department_idx on voice_span (in_department);
create index voice_span_in_place_idx on voice_span (in_place);
create index idea_fact_declined_on_idx on idea_fact (declined_on, author_id);

-- When people proposed something first, last, and for the first time after their first no.
create view author_now as
select p.author_id,
       min(p.posted_on) as first_on,
       max(p.posted_on) as last_on,
       min(p.posted_on) filter (where p.posted_on > p.no_on) as back_on
  from (
         select f.author_id, f.posted_on, min(f.declined_on) over (partition by f.author_id) as no_on from idea_fact f
       ) p
 group by p.author_id;

-- What nobody else can see, reading and voting, is that of whom they are counted as. Nothing is left out for those who did
-- nothing. Every step goes by the person, so that a condition on who it is reaches the tables.
create view voice_span_now as
select u.person_id,
       max(u.first_on) as first_on,
       max(u.last_on) as last_on,
       max(u.back_on) as back_on,
       coalesce(array_agg(u.month order by u.month) filter (where u.month is not null), '{}') as months,
       coalesce(array_agg(u.reads order by u.month) filter (where u.month is not null and u.all_reads > 0), '{}') as reads,
       coalesce(array_agg(u.votes order by u.month) filter (where u.month is not null and u.all_votes > 0), '{}') as votes,
       coalesce(array_agg(u.comments order by u.month) filter (where u.month is not null and u.all_comments > 0), '{}') as comments,
       coalesce(array_agg(u.ideas order by u.month) filter (where u.month is not null and u.all_ideas > 0), '{}') as ideas
  from (
         select d.person_id,
                d.month,
                max(d.first_on) as first_on,
                max(d.last_on) as last_on,
                max(d.back_on) as back_on,
                (sum(sum(d.reads)) over w)::int as reads,
                (sum(sum(d.votes)) over w)::int as votes,
                (sum(sum(d.comments)) over w)::int as comments,
                (sum(sum(d.ideas)) over w)::int as ideas,
                sum(sum(d.reads)) over (partition by d.person_id) as all_reads,
                sum(sum(d.votes)) over (partition by d.person_id) as all_votes,
                sum(sum(d.comments)) over (partition by d.person_id) as all_comments,
                sum(sum(d.ideas)) over (partition by d.person_id) as all_ideas
           from (
                  select v.person_id, null::date as month, 0 as reads, 0 as votes, 0 as comments, 0 as ideas,
                         null::date as first_on, null::date as last_on, null::date as back_on
                    from voice v
                   union all
                  select v.person_id, r.month, 1, 0, 0, 0, null, null, null
                    from voice v
                    join reading r on r.person_id = v.counted_as
                   union all
                  select v.person_id, m.month, 0, m.votes, 0, 0, null, null, null
                    from voice v
                    join person_month m on m.person_id = v.counted_as and m.votes > 0
                   union all
                  select v.person_id, m.month, 0, 0, m.comments, m.ideas, null, null, null
                    from voice v
                    join person_month m on m.person_id = v.person_id and m.comments + m.ideas > 0
                   union all
                  select v.person_id, null, 0, 0, 0, 0, a.first_on, a.last_on, a.back_on
                    from voice v
                    join author_now a on a.author_id = v.person_id
                ) d
          group by d.person_id, d.month
         window w as (partition by d.person_id order by d.month)
       ) u
 group by u.person_id;

-- How many of those who count in a unit did what in a month. Those whom no unit stands for have no id: zeros stand for it.
create table voice_month (
  dimension  text not null check (dimension in ('department', 'place')),
  unit_id    uuid not null,
  month      date not null,
  read       integer not null,
  voted      integer not null,
  commented  integer not null,
  proposed   integer not null,
  took_part  integer not null,
  first_time integer not null,
  came_back  integer not null,
  primary key (dimension, unit_id, month)
) with (fillfactor = 70);
create index voice_month_month_idx on voice_month (dimension, month);

create view voice_month_part as
select s.person_id, s.in_department, s.in_place, m.*
  from voice_span s
 cross join lateral (
         select s.months[i] as month,
                coalesce(s.reads[i] > coalesce(s.reads[i - 1], 0), false) as read,
                coalesce(s.votes[i] > coalesce(s.votes[i - 1], 0), false) as voted,
                coalesce(s.comments[i] > coalesce(s.comments[i - 1], 0), false) as commented,
                coalesce(s.ideas[i] > coalesce(s.ideas[i - 1], 0), false) as proposed,
                coalesce(date_trunc('month', s.first_on) = s.months[i], false) as first_time,
                coalesce(date_trunc('month', s.back_on) = s.months[i], false) as came_back
           from generate_subscripts(s.months, 1) i
       ) m;

-- Adds what these people did to the sums, or with -1 takes it away again.
create function count_voice_spans(ids uuid[], sign integer) returns void language sql as $$
  insert into voice_month as c
  select u.dimension, u.unit_id, p.month, sign * sum(p.read), sign * sum(p.voted), sign * sum(p.commented),
         sign * sum(p.proposed), sign * sum(p.took_part), sign * sum(p.first_time), sign * sum(p.came_back)
    from (
           select p.in_department,
                  p.in_place,
                  p.month,
                  count(*) filter (where p.read) as read,
                  count(*) filter (where p.voted) as voted,
                  count(*) filter (where p.commented) as commented,
                  count(*) filter (where p.proposed) as proposed,
                  count(*) filter (where p.voted or p.commented or p.proposed) as took_part,
                  count(*) filter (where p.first_time) as first_time,
                  count(*) filter (where p.came_back) as came_back
             from voice_month_part p
            where p.person_id = any (ids)
            group by p.in_department, p.in_place, p.month
         ) p
   cross join lateral (
           values ('department', coalesce(p.in_department, '00000000-0000-0000-0000-000000000000')),
                  ('place', coalesce(p.in_place, '00000000-0000-0000-0000-000000000000'))
         ) u (dimension, unit_id)
   group by u.dimension, u.unit_id, p.month
      on conflict (dimension, unit_id, month) do update
     set read = c.read + excluded.read, voted = c.voted + excluded.voted, commented = c.commented + excluded.commented,
         proposed = c.proposed + excluded.proposed, took_part = c.took_part + excluded.took_part,
         first_time = c.first_time + excluded.first_time, came_back = c.came_back + excluded.came_back;
$$;

-- Brings what these people are counted with up to date, and those who are counted as one of them.
create function refresh_voice_spans(ids uuid[]) returns void language plpgsql as $$
declare
  those uuid[] := array(select v.person_id from voice v where v.person_id = any (ids) or v.counted_as = any (ids));
begin
  perform count_voice_spans(those, -1);
  delete from voice_span s where s.person_id = any (those);
  insert into voice_span
  select v.person_id, v.in_department, v.in_place, v.in_level, v.in_band,
         n.first_on, n.last_on, n.back_on, n.months, n.reads, n.votes, n.comments, n.ideas
    from voice_span_now n
    join voice v on v.person_id = n.person_id
   where n.person_id = any (those);
  perform count_voice_spans(those, 1);
  -- Sums of nothing are no sums: what is counted anew has none of them either.
  delete from voice_month c where c.read = 0 and c.took_part = 0;
end $$;

-- The same for all that there are.
create function rebuild_voice_spans() returns void language plpgsql set work_mem = '64MB' as $$
begin
  delete from voice_month;
  delete from voice_span;
  insert into voice_span
  select v.person_id, v.in_department, v.in_place, v.in_level, v.in_band,
         n.first_on, n.last_on, n.back_on, n.months, n.reads, n.votes, n.comments, n.ideas
    from voice_span_now n
    join voice v on v.person_id = n.person_id;
  perform count_voice_spans(array(select person_id from voice_span), 1);
end $$;

-- So that it is counted at once.
update insight_mark set rebuilt_at = null;
