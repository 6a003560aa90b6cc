-- How long ideas stay in each state, and what they become then. Kept beside what it is read from, like idea_fact in
-- 0021_insights: a view says what is true, and counting all anew and counting what has changed both read it.

-- Every step that an idea took, with the state it came from where that is known. What was moved here is in the event log;
-- answers that an import brought name only where they led. An undone merge never was.
create view idea_stride as
select i.id as idea_id,
       i.status as status_now,
       i.submitted_at as at,
       0::bigint as place,
       null::idea_status as from_status,
       'submitted'::idea_status as to_status
  from idea i
 where i.status <> 'draft'
 union all
select i.id, i.status, greatest(s.at, i.submitted_at), s.place, s.from_status, s.to_status
  from idea i
  join (select e.subject_id as idea_id,
               e.at,
               e.id + 2 as place,
               (e.payload ->> 'from')::idea_status as from_status,
               (e.payload ->> 'to')::idea_status as to_status
          from event e
         where e.type = 'idea.moved'
         union all
        select e.subject_id, e.at, e.id + 2, (e.payload ->> 'from')::idea_status, 'withdrawn'
          from event e
         where e.type = 'idea.withdrawn'
         union all
        select m.duplicate_id, m.merged_at, 1, m.from_status, 'merged'
          from merge m
         union all
        select d.idea_id, d.decided_at, 2, null, d.to_status
          from decision d
         where d.decided_at is not null
           and d.from_status is null) s on s.idea_id = i.id
 where i.status <> 'draft';

-- The stays that follow from them. What is told twice is one step; where a step began in another state than the one
-- before it ended in, or the idea stands elsewhere than the last one led, there is a stay that began on a day that nobody
-- knows.
create view idea_stay_now as
select a.idea_id,
       row_number() over w as number,
       a.status,
       lead(a.status) over w as became,
       (a.at at time zone o.time_zone)::date as entered_on,
       (lead(a.at) over w at time zone o.time_zone)::date as left_on,
       i.department_id,
       i.place_id,
       i.category_id
  from (select s.idea_id, t.status, t.at, s.number * 3 + t.part as place
          from (select s.*,
                       lag(s.to_status) over w as before,
                       lead(s.place) over w is null as is_last,
                       row_number() over w as number
                  from idea_stride s
                window w as (partition by s.idea_id order by s.at, s.place, s.to_status)) s
         cross join lateral (
                 select s.from_status as status, null::timestamptz as at, 0 as part
                  where s.from_status <> s.before and s.to_status <> s.before
                  union all
                 select s.to_status, s.at, 1
                  where s.to_status is distinct from s.before
                  union all
                 select s.status_now, null, 2
                  where s.is_last and s.to_status <> s.status_now) t) a
  join idea i on i.id = a.idea_id
 cross join organisation o
window w as (partition by a.idea_id order by a.place);

create table idea_stay (
  idea_id       uuid not null references idea (id) on delete cascade,
  number        integer not null,
  status        idea_status not null,
  became        idea_status,
  entered_on    date,
  left_on       date,
  department_id uuid,
  place_id      uuid,
  category_id   uuid,
  primary key (idea_id, number)
);
-- Narrowed to some units, the stays that ended in a period are read from these two alone; and so is what waits now.
create index idea_stay_left_on_idx on idea_stay (left_on)
  include (status, became, entered_on, department_id, place_id, category_id) where left_on is not null;
create index idea_stay_waiting_idx on idea_stay (status, entered_on)
  include (department_id, place_id, category_id)
  where became is null and status in ('submitted', 'in_review', 'accepted', 'in_progress');

-- How many stays in a state ended in a month, after how many days, in which other state: of the whole organisation.
-- Medians come from these counts. -1: nobody knows after how many days.
create table stay_cell (
  month  date not null,
  status idea_status not null,
  became idea_status not null,
  days   integer not null,
  stays  integer not null,
  primary key (month, status, became, days)
) with (fillfactor = 80);

-- Adds the stays of these ideas to the counts, or with -1 takes them away again.
create function count_idea_stays(ids uuid[], sign integer) returns void language plpgsql as $$
begin
  insert into stay_cell as c
  select date_trunc('month', s.left_on)::date, s.status, s.became, coalesce(s.left_on - s.entered_on, -1), sign * count(*)
    from idea_stay s
   where s.idea_id = any (ids)
     and s.left_on is not null
   group by 1, 2, 3, 4
      on conflict (month, status, became, days) do update set stays = c.stays + excluded.stays;
end $$;

create function refresh_idea_stays(ids uuid[]) returns void language plpgsql as $$
declare
  id uuid;
begin
  perform count_idea_stays(ids, -1);
  delete from idea_stay s where s.idea_id = any (ids);
  -- One by one: so the log is asked for each idea by index, and never read as a whole.
  foreach id in array ids loop
    insert into idea_stay select * from idea_stay_now n where n.idea_id = id;
  end loop;
  perform count_idea_stays(ids, 1);
  -- Counted anew there is no cell of nothing either.
  delete from stay_cell c where c.stays = 0;
end $$;

create function rebuild_idea_stays() returns void language plpgsql as $$
begin
  delete from stay_cell;
  delete from idea_stay;
  insert into idea_stay select * from idea_stay_now;
  perform count_idea_stays(array(select distinct idea_id from idea_stay), 1);
end $$;

-- What waits for an answer, and what came and was answered lately: for the forecast.
create index idea_fact_unanswered_idx on idea_fact (posted_on)
  include (department_id, place_id, category_id) where not is_answered and status in ('submitted', 'in_review');
create index idea_fact_answered_on_idx on idea_fact (answered_on);
