-- What leadership sees, kept beside what it is counted from. No trigger on anything that people wait for: the event log says
-- which ideas and people to look at again (lib/insights/roll-ups.ts). Definitions are views, so that counting all anew and
-- counting what has changed cannot differ.

create table level (
  id       uuid primary key default gen_random_uuid(),
  name     citext not null unique check (char_length(name) between 1 and 60),
  position integer not null default 0
);
alter table person
  add column level_id  uuid references level (id) on delete set null,
  add column joined_on date;
create index person_level_id_idx on person (level_id);

create table figure_target (
  figure    text primary key check (figure in ('ideasPerHead', 'participation', 'implementedShare', 'benefit', 'timeToAnswer')),
  value     double precision not null check (value > 0),
  set_by_id uuid references person (id) on delete set null,
  set_at    timestamptz(3) not null default now()
);
create index figure_target_set_by_id_idx on figure_target (set_by_id);

create table leader_visit (
  person_id uuid primary key references person (id) on delete cascade,
  at        timestamptz(3) not null default now(),
  before_at timestamptz(3)
);

-- How far the event log has been counted. One row.
create table insight_mark (
  singleton  boolean primary key default true check (singleton),
  upto_id    bigint not null default 0,
  counted_at timestamptz(3),
  rebuilt_at timestamptz(3)
);
insert into insight_mark default values;

-- Every unit with itself and all above it.
create table unit_above (
  dimension text not null check (dimension in ('department', 'place')),
  unit_id   uuid not null,
  above_id  uuid not null,
  primary key (dimension, unit_id, above_id)
);
create index unit_above_above_id_idx on unit_above (dimension, above_id, unit_id);

create view unit_above_now as
with recursive department_above (unit_id, above_id) as (
  select id, id from department
   union all
  select a.unit_id, d.parent_id from department_above a join department d on d.id = a.above_id where d.parent_id is not null
), place_above (unit_id, above_id) as (
  select id, id from place
   union all
  select a.unit_id, p.parent_id from place_above a join place p on p.id = a.above_id where p.parent_id is not null
)
select 'department' as dimension, unit_id, above_id from department_above
 union all
select 'place', unit_id, above_id from place_above;

-- Every arrival of an idea in a state: moves made here, and what imports and merges brought. One may stand here twice.
create view idea_step as
select e.subject_id as idea_id, e.at, (e.payload ->> 'to')::idea_status as to_status from event e where e.type = 'idea.moved'
 union all
select e.subject_id, e.at, 'withdrawn' from event e where e.type = 'idea.withdrawn'
 union all
select m.duplicate_id, m.merged_at, 'merged' from merge m
 union all
select d.idea_id, d.decided_at, d.to_status from decision d where d.decided_at is not null;

create table idea_fact (
  idea_id         uuid primary key references idea (id) on delete cascade,
  department_id   uuid,
  place_id        uuid,
  category_id     uuid,
  author_id       uuid,
  owner_id        uuid,
  status          idea_status not null,
  posted_on       date not null,
  is_answered     boolean not null,
  answered_on     date,
  answer_due_on   date,
  is_answer_kept  boolean,
  is_accepted     boolean not null,
  is_started      boolean not null,
  accepted_on     date,
  started_on      date,
  implemented_on  date,
  declined_on     date
);
create index idea_fact_department_id_idx on idea_fact (department_id, posted_on);
create index idea_fact_place_id_idx on idea_fact (place_id, posted_on);
create index idea_fact_category_id_idx on idea_fact (category_id, posted_on);
create index idea_fact_author_id_idx on idea_fact (author_id);
create index idea_fact_posted_on_idx on idea_fact (posted_on);

-- What is true of each idea that was posted. Days are those of the organisation's time zone; what a source dates before
-- the idea was posted happened on that day.
create view idea_fact_now as
select i.id as idea_id,
       i.department_id,
       i.place_id,
       i.category_id,
       i.author_id,
       r.owner_id,
       i.status,
       p.posted_on,
       a.at is not null or i.status in ('accepted', 'in_progress', 'implemented', 'declined', 'merged', 'archived')
         as is_answered,
       d.answered_on,
       (r.answer_due_at at time zone o.time_zone)::date as answer_due_on,
       case when r.answer_due_at is not null and r.answered_at is not null then r.answered_at <= r.answer_due_at end
         as is_answer_kept,
       i.status in ('accepted', 'in_progress', 'implemented') or s.accepted_at is not null as is_accepted,
       i.status in ('in_progress', 'implemented') or s.started_at is not null as is_started,
       d.accepted_on,
       d.started_on,
       d.implemented_on,
       d.declined_on
  from organisation o
 cross join idea i
  left join review r on r.idea_id = i.id
 cross join lateral (
         select coalesce(r.answered_at, min(d.decided_at)) as at
           from decision d
          where d.idea_id = i.id
            and d.reason is not null
       ) a
 cross join lateral (
         select min(t.at) filter (where t.to_status in ('accepted', 'in_progress', 'implemented')) as accepted_at,
                min(t.at) filter (where t.to_status in ('in_progress', 'implemented')) as started_at,
                max(t.at) filter (where t.to_status = 'implemented' and i.status = 'implemented') as implemented_at,
                max(t.at) filter (where t.to_status = 'declined' and i.status = 'declined') as declined_at
           from idea_step t
          where t.idea_id = i.id
       ) s
 cross join lateral (select (i.submitted_at at time zone o.time_zone)::date as posted_on) p
 -- Of several days the latest; of a day and nothing, nothing.
 cross join lateral (
         select case when a.at is not null then greatest((a.at at time zone o.time_zone)::date, p.posted_on) end
                  as answered_on,
                case when s.accepted_at is not null
                     then greatest((s.accepted_at at time zone o.time_zone)::date, p.posted_on) end as accepted_on,
                case when s.started_at is not null
                     then greatest((s.started_at at time zone o.time_zone)::date, p.posted_on) end as started_on,
                case when s.implemented_at is not null
                     then greatest((s.implemented_at at time zone o.time_zone)::date, p.posted_on) end as implemented_on,
                case when s.declined_at is not null
                     then greatest((s.declined_at at time zone o.time_zone)::date, p.posted_on) end as declined_on
       ) d
 where i.submitted_at is not null
   and i.status <> 'draft';

-- What an idea counts in which month. By the month in which it was posted: what became of it. By the month in which
-- something happened: that it did. Duplicates and ideas that were taken back are posted, and nothing else.
create view idea_month as
select f.*, m.*
  from idea_fact f
 cross join lateral (
         select date_trunc('month', f.posted_on)::date as month,
                1 as posted,
                (f.status = 'merged')::int as duplicates,
                (f.status = 'withdrawn')::int as withdrawn,
                (c.counts and f.is_answered)::int as answered,
                (c.counts and f.is_accepted)::int as accepted,
                (c.counts and f.is_started)::int as started,
                (f.status = 'implemented')::int as implemented,
                (f.status = 'declined')::int as declined,
                (f.status = 'archived')::int as archived,
                (f.status in ('submitted', 'in_review'))::int as undecided,
                0 as answers, 0 as answer_days, 0 as promises, 0 as promises_kept, 0 as promises_late, 0 as acceptances,
                0 as implementations
           from (select f.status not in ('merged', 'withdrawn') as counts) c
          union all
         select date_trunc('month', f.answered_on)::date, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1, f.answered_on - f.posted_on, 0, 0, 0, 0, 0
          where f.answered_on is not null and f.status not in ('merged', 'withdrawn')
          union all
         select date_trunc('month', f.answer_due_on)::date, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1,
                coalesce(f.is_answer_kept, false)::int, coalesce(not f.is_answer_kept, false)::int, 0, 0
          where f.answer_due_on is not null and f.status not in ('merged', 'withdrawn')
          union all
         select date_trunc('month', f.accepted_on)::date, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1, 0
          where f.accepted_on is not null
          union all
         select date_trunc('month', f.implemented_on)::date, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1
          where f.implemented_on is not null
       ) m;

-- The organisation as a whole, and every unit with all that hangs below it. Sums of `idea_month`.
create table idea_cell (
  dimension       text not null check (dimension in ('all', 'department', 'place', 'category')),
  unit_id         uuid not null,
  month           date not null,
  posted          integer not null,
  duplicates      integer not null,
  withdrawn       integer not null,
  answered        integer not null,
  accepted        integer not null,
  started         integer not null,
  implemented     integer not null,
  declined        integer not null,
  archived        integer not null,
  undecided       integer not null,
  answers         integer not null,
  answer_days     integer not null,
  promises        integer not null,
  promises_kept   integer not null,
  promises_late   integer not null,
  acceptances     integer not null,
  implementations integer not null,
  primary key (dimension, unit_id, month)
) with (fillfactor = 70);

-- How many ideas were answered after how many days, by the month of the answer: medians come from these.
create table answer_cell (
  dimension text not null check (dimension in ('all', 'department', 'place', 'category')),
  unit_id   uuid not null,
  month     date not null,
  days      integer not null,
  ideas     integer not null,
  primary key (dimension, unit_id, month, days)
) with (fillfactor = 70);

-- What an idea counts in which month for which units. The organisation as a whole has no id: zeros stand for it.
-- One scan of the facts: joining two views of them on their key ends PostgreSQL 18.4 (it eliminates the self-join).
create view idea_cell_part as
select u.dimension, u.unit_id, m.*
  from idea_month m
 cross join lateral (
         select 'all' as dimension, '00000000-0000-0000-0000-000000000000'::uuid as unit_id
          union all
         select 'category', m.category_id where m.category_id is not null
          union all
         select a.dimension, a.above_id
           from unit_above a
          where (a.dimension = 'department' and a.unit_id = m.department_id)
             or (a.dimension = 'place' and a.unit_id = m.place_id)
       ) u;

-- Adds what these ideas count to the sums, or with -1 takes it away again.
create function count_idea_facts(ids uuid[], sign integer) returns void language plpgsql as $$
begin
  insert into idea_cell as c
  select p.dimension, p.unit_id, p.month, sign * sum(p.posted), sign * sum(p.duplicates), sign * sum(p.withdrawn),
         sign * sum(p.answered), sign * sum(p.accepted), sign * sum(p.started), sign * sum(p.implemented),
         sign * sum(p.declined), sign * sum(p.archived), sign * sum(p.undecided), sign * sum(p.answers),
         sign * sum(p.answer_days), sign * sum(p.promises), sign * sum(p.promises_kept), sign * sum(p.promises_late),
         sign * sum(p.acceptances), sign * sum(p.implementations)
    from idea_cell_part p
   where p.idea_id = any (ids)
   group by p.dimension, p.unit_id, p.month
      on conflict (dimension, unit_id, month) do update
     set posted = c.posted + excluded.posted, duplicates = c.duplicates + excluded.duplicates,
         withdrawn = c.withdrawn + excluded.withdrawn, answered = c.answered + excluded.answered,
         accepted = c.accepted + excluded.accepted, started = c.started + excluded.started,
         implemented = c.implemented + excluded.implemented, declined = c.declined + excluded.declined,
         archived = c.archived + excluded.archived, undecided = c.undecided + excluded.undecided,
         answers = c.answers + excluded.answers, answer_days = c.answer_days + excluded.answer_days,
         promises = c.promises + excluded.promises, promises_kept = c.promises_kept + excluded.promises_kept,
         promises_late = c.promises_late + excluded.promises_late, acceptances = c.acceptances + excluded.acceptances,
         implementations = c.implementations + excluded.implementations;
  insert into answer_cell as c
  select p.dimension, p.unit_id, p.month, p.answer_days, sign * sum(p.answers)
    from idea_cell_part p
   where p.idea_id = any (ids)
     and p.answers > 0
   group by p.dimension, p.unit_id, p.month, p.answer_days
      on conflict (dimension, unit_id, month, days) do update
     set ideas = c.ideas + excluded.ideas;
end $$;

-- Brings the facts of these ideas and all sums of them up to date.
create function refresh_idea_facts(ids uuid[]) returns void language plpgsql as $$
begin
  perform count_idea_facts(ids, -1);
  delete from idea_fact f where f.idea_id = any (ids);
  insert into idea_fact select * from idea_fact_now n where n.idea_id = any (ids);
  perform count_idea_facts(ids, 1);
  -- Sums of nothing are no sums: what is counted anew has none of them either.
  delete from idea_cell c where c.posted = 0 and c.answers = 0 and c.promises = 0 and c.acceptances = 0 and c.implementations = 0;
  delete from answer_cell c where c.ideas = 0;
end $$;

-- The same for all that there are.
create function rebuild_idea_facts() returns void language plpgsql as $$
begin
  delete from answer_cell;
  delete from idea_cell;
  delete from idea_fact;
  delete from unit_above;
  insert into unit_above select * from unit_above_now;
  insert into idea_fact select * from idea_fact_now;
  perform count_idea_facts(array(select idea_id from idea_fact), 1);
end $$;
