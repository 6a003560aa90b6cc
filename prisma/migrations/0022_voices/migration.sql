-- Who takes part: in which month people read, voted, said something, proposed; and with whom each of them is counted.

-- Written with the sightings, which are forgotten after a while. Says neither what was read nor when in the month.
create table reading (
  person_id uuid not null references person (id) on delete cascade,
  month     date not null check (month = date_trunc('month', month)),
  primary key (month, person_id)
);
create index reading_person_id_idx on reading (person_id);

insert into reading (person_id, month)
select m.person_id, date_trunc('month', d.day)::date
  from impression m
 cross join lateral (values (m.seen_on), (m.last_on)) d (day)
    on conflict do nothing;

-- What a person did in a month; no row where it was nothing.
create table person_month (
  person_id uuid not null references person (id) on delete cascade,
  month     date not null,
  votes     integer not null,
  comments  integer not null,
  ideas     integer not null,
  primary key (month, person_id)
);
create index person_month_person_id_idx on person_month (person_id);

-- Votes and comments that stand, and ideas that were posted. Months are those of the organisation's time zone.
create view person_month_now as
select d.person_id,
       d.month,
       sum(d.votes)::int as votes,
       sum(d.comments)::int as comments,
       sum(d.ideas)::int as ideas
  from (
         select v.voter_id as person_id,
                date_trunc('month', v.created_at at time zone o.time_zone)::date as month,
                1 as votes, 0 as comments, 0 as ideas
           from vote v cross join organisation o
          union all
         select c.author_id, date_trunc('month', c.created_at at time zone o.time_zone)::date, 0, 1, 0
           from comment c cross join organisation o
          where c.author_id is not null and c.deleted_at is null
          union all
         select i.author_id, date_trunc('month', i.submitted_at at time zone o.time_zone)::date, 0, 0, 1
           from idea i cross join organisation o
          where i.author_id is not null and i.submitted_at is not null and i.status <> 'draft'
       ) d
 group by d.person_id, d.month;

-- Only of people who work here: of pseudonyms that came with an import nobody knows where they belong.
create function refresh_person_months(ids uuid[]) returns void language sql as $$
  delete from person_month where person_id = any (ids);
  insert into person_month (person_id, month, votes, comments, ideas)
  select n.person_id, n.month, n.votes, n.comments, n.ideas
    from person_month_now n
   where n.person_id = any (ids)
     and exists (select from person p where p.id = n.person_id and p.status <> 'imported');
$$;

create function rebuild_person_months() returns void language sql as $$
  delete from person_month;
  insert into person_month (person_id, month, votes, comments, ideas)
  select n.person_id, n.month, n.votes, n.comments, n.ideas
    from person_month_now n
    join person p on p.id = n.person_id and p.status <> 'imported';
$$;

-- The bands of years of service, from the first on: under one year, to two, to five, to ten, more. Six: not stated.
create view voice_now as
select p.id as person_id,
       p.department_id,
       p.place_id,
       p.level_id,
       case when p.joined_on is null then 6
            else 1 + (y.years >= 1)::int + (y.years >= 3)::int + (y.years >= 6)::int + (y.years >= 11)::int
       end::smallint as band
  from person p
 cross join lateral (select extract(year from age(current_date, p.joined_on)) as years) y
 where p.status = 'active';

-- The same with a name for everything that they have in common, by which they are counted.
create view voice_kind as
select n.*, concat_ws(' ', coalesce(n.department_id::text, '-'), coalesce(n.place_id::text, '-'),
                      coalesce(n.level_id::text, '-'), n.band) as kind
  from voice_now n;

-- With whom each person is counted, settled for all at once: what they were then, and where they count. Every figure about
-- people is a sum over these groups, so no figure is about fewer than five.
create table voice (
  person_id     uuid primary key references person (id) on delete cascade,
  department_id uuid,
  place_id      uuid,
  level_id      uuid,
  band          smallint not null check (band between 1 and 6),
  in_department uuid,
  in_place      uuid,
  in_level      smallint not null,
  in_band       smallint not null
);
create index voice_in_department_idx on voice (in_department);
create index voice_in_place_idx on voice (in_place);
