-- What people did is counted once, when a month is over, and then for everybody at once. Whoever looks again and again sees
-- one change a month, and not that somebody has just voted.

-- The first day that is not counted yet; null before anything about people was counted.
alter table insight_mark add column people_until date;

-- Nothing is brought up to date by the person any more.
drop table reading_due;
drop function refresh_person_months;
drop function refresh_voice_spans;
drop function draw_counted_as;

create or replace function rebuild_person_months() returns void language sql set work_mem = '64MB' as $$
  merge into person_month m
  using (
          select n.*
            from person_month_now n
            join person p on p.id = n.person_id and p.status <> 'imported'
            join insight_mark k on n.month < k.people_until
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

create or replace view author_now as
select p.author_id,
       min(p.posted_on) as first_on,
       max(p.posted_on) as last_on,
       min(p.posted_on) filter (where p.posted_on > p.no_on) as back_on
  from (
         select f.author_id, f.posted_on,
                min(f.declined_on) filter (where f.declined_on < k.people_until) over (partition by f.author_id) as no_on
           from idea_fact f
           join insight_mark k on f.posted_on < k.people_until
       ) p
 group by p.author_id;

-- The same as before, without what was read in a month that is not over.
create or replace view voice_span_now as
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
                    join insight_mark k on r.month < k.people_until
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

-- What had become of the ideas of those who count when it was counted: decisions show at once elsewhere, where ideas are told
-- of, but here they would say of which level somebody is.
create table voice_idea (
  idea_id        uuid primary key references idea (id) on delete cascade,
  person_id      uuid not null references voice (person_id) on delete cascade,
  posted_on      date not null,
  declined_on    date,
  is_standing    boolean not null,
  is_accepted    boolean not null,
  is_implemented boolean not null
);
create index voice_idea_person_id_idx on voice_idea (person_id);
create index voice_idea_posted_on_idx on voice_idea (posted_on);
create index voice_idea_declined_on_idx on voice_idea (declined_on);
-- Only those who came back were looked up there.
drop index idea_fact_declined_on_idx;

create view voice_idea_now as
select f.idea_id,
       v.person_id,
       f.posted_on,
       case when f.declined_on < k.people_until then f.declined_on end as declined_on,
       f.status not in ('merged', 'withdrawn') as is_standing,
       coalesce(f.is_accepted, false) as is_accepted,
       f.status = 'implemented' as is_implemented
  from idea_fact f
  join voice v on v.person_id = f.author_id
  join insight_mark k on f.posted_on < k.people_until;

create function rebuild_voice_ideas() returns void language sql as $$
  delete from voice_idea;
  insert into voice_idea (idea_id, person_id, posted_on, declined_on, is_standing, is_accepted, is_implemented)
  select n.idea_id, n.person_id, n.posted_on, n.declined_on, n.is_standing, n.is_accepted, n.is_implemented
    from voice_idea_now n;
$$;

-- One of every twenty who count in a department, and at least one. Whose lot was drawn keeps it, or who counts figures from
-- before and after could tell it; newcomers draw what is missing, and others only where there are no newcomers.
create function draw_counted_as(newcomers uuid[]) returns void language sql as $$
  with standing as materialized (
    select v.person_id,
           v.in_department,
           v.counted_as <> v.person_id as is_swapped,
           n.id is not null as is_new,
           exists (select from voice o where o.counted_as = v.person_id and o.person_id <> v.person_id) as is_taken
      from voice v
      left join unnest(newcomers) n (id) on n.id = v.person_id
  ), lot as materialized (
    select s.person_id,
           s.is_swapped,
           s.is_taken,
           row_number() over (
             partition by s.in_department order by s.is_swapped desc, s.is_new desc, s.is_taken, random()) as n,
           ceil(count(*) over (partition by s.in_department) / 20.0) as wanted
      from standing s
  ), drawn as materialized (
    select l.person_id, row_number() over (order by random()) as place
      from lot l
     where not l.is_swapped and l.n <= l.wanted
  ), offered as materialized (
    select l.person_id, row_number() over (order by l.is_taken, random()) as place
      from lot l
     where not l.is_swapped and l.n > l.wanted
  )
  update voice v
     set counted_as = o.person_id
    from drawn d
    join offered o on o.place = d.place
   where v.person_id = d.person_id;
$$;

-- So that it is counted at once.
update insight_mark set rebuilt_at = null;
