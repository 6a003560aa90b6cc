-- A step may be told by an answer alone: what was decided before there was an event log, or brought along with the state it
-- came from. Where there is an event for it, the answer says the same step once more and is left out. The rest is that of
-- 0023_stays.
create or replace view idea_stride as
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
        select d.idea_id, d.decided_at, 2, d.from_status, d.to_status
          from decision d
         where d.decided_at is not null
           and (d.from_status is null
                or d.from_status <> d.to_status
               and d.to_status <> 'merged'
               and not exists (
                     select from event e
                      where e.subject_id = d.idea_id
                        and e.type = 'idea.moved'
                        and e.payload ->> 'to' = d.to_status::text
                        and e.at between d.decided_at - interval '1 hour' and d.decided_at + interval '1 hour'))
       ) s on s.idea_id = i.id
 where i.status <> 'draft';
