-- An idea that is taken up again gets a new promise and waits for a new answer. Its first answer, and what had been promised
-- of it, are kept beside them: figures are about those.
alter table review
  add column first_answered_at   timestamptz(3),
  add column first_answer_due_at timestamptz(3),
  add column again_at            timestamptz(3);

-- Of those that came back before this was kept: the first answer is known from what was said. What was promised is known
-- where somebody was told of it.
update review r
   set again_at = b.at,
       first_answered_at = (select min(d.decided_at)
                              from decision d
                             where d.idea_id = r.idea_id
                               and d.reason is not null
                               and d.decided_at < b.first_at),
       first_answer_due_at = (select max(n.due_at)
                                from promise_notice n
                               where n.idea_id = r.idea_id
                                 and n.promise = 'answer'
                                 and n.at < b.first_at)
  from (select e.subject_id as idea_id, max(e.at) as at, min(e.at) as first_at
          from event e
         where e.type = 'idea.moved'
           and e.actor_id is null
           and e.payload ->> 'from' = 'declined'
           and e.payload ->> 'to' = 'submitted'
         group by e.subject_id) b
 where b.idea_id = r.idea_id;

-- Whether it waits for an answer now, the first or another; when it was taken up again, and when that was answered.
alter table idea_fact
  add column is_waiting        boolean not null default false,
  add column again_on          date,
  add column again_answered_on date;

-- The rest is that of 0021_insights. Of all first answers the earliest counts, whoever gave it.
create or replace view idea_fact_now as
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
       (p.answer_due_at at time zone o.time_zone)::date as answer_due_on,
       case when p.answer_due_at is not null and a.at is not null then a.at <= p.answer_due_at end as is_answer_kept,
       i.status in ('accepted', 'in_progress', 'implemented') or s.accepted_at is not null as is_accepted,
       i.status in ('in_progress', 'implemented') or s.started_at is not null as is_started,
       d.accepted_on,
       d.started_on,
       d.implemented_on,
       d.declined_on,
       i.status in ('submitted', 'in_review') and r.answered_at is null and (r.again_at is not null or a.at is null)
         as is_waiting,
       (r.again_at at time zone o.time_zone)::date as again_on,
       case when r.again_at is not null then (r.answered_at at time zone o.time_zone)::date end as again_answered_on
  from organisation o
 cross join idea i
  left join review r on r.idea_id = i.id
 cross join lateral (
         select case when r.again_at is null then least(r.answered_at, min(d.decided_at)) else r.first_answered_at end as at
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
 cross join lateral (
         select (i.submitted_at at time zone o.time_zone)::date as posted_on,
                case when r.again_at is null then r.answer_due_at else r.first_answer_due_at end as answer_due_at
       ) p
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

update idea_fact set is_waiting = true where not is_answered and status in ('submitted', 'in_review');
-- Counted anew as soon as somebody counts.
update insight_mark set rebuilt_at = null;

drop index idea_fact_unanswered_idx;
create index idea_fact_waiting_idx on idea_fact (posted_on) include (department_id, place_id, category_id) where is_waiting;
create index idea_fact_again_on_idx on idea_fact (again_on) where again_on is not null;
