-- Merging is a link: votes, comments and followers stay where they were given. An idea that stays is supported by
-- whoever voted for it or for one of its duplicates, each of them once.

-- What was before a merge, so that removing the link brings back exactly that.
alter table merge
  add column from_status   idea_status not null default 'submitted' check (from_status not in ('draft', 'merged')),
  add column review        jsonb,
  add column evaluation_id uuid references evaluation (id) on delete set null,
  add column decision_id   uuid references decision (id) on delete set null;
create index merge_evaluation_id_idx on merge (evaluation_id);
create index merge_decision_id_idx on merge (decision_id);
update merge m
   set decision_id = d.id,
       from_status = coalesce(d.from_status, 'submitted')
  from (select distinct on (idea_id) id, idea_id, nullif(nullif(from_status, 'merged'), 'draft') as from_status
          from decision
         where to_status = 'merged'
           and decided_by_id is not null
         order by idea_id, decided_at desc) d
 where d.idea_id = m.duplicate_id
   and m.merged_by_id is not null;

-- The counter knows whether it stands for others, or others stand for it: a vote then asks nothing more.
alter table idea_tally
  add column duplicates  integer not null default 0 check (duplicates >= 0),
  add column survivor_id uuid,
  -- No chains: nobody could say where they end.
  add constraint idea_tally_no_chain check (survivor_id is null or duplicates = 0);

-- Who supports an idea, here or on one of its duplicates, and since when. Its author is none of them for a vote that was
-- given to a duplicate: nobody votes for the own idea.
create view family_vote as
select f.idea_id, v.voter_id, min(v.created_at) as created_at
  from (select i.id as idea_id, i.id as member_id, null::uuid as author_id
          from idea i
         union all
        select m.survivor_id, m.duplicate_id, i.author_id
          from merge m
          join idea i on i.id = m.survivor_id) f
  join vote v on v.idea_id = f.member_id
 where v.voter_id is distinct from f.author_id
 group by f.idea_id, v.voter_id;

-- The counts follow the rows, whoever writes them. Whoever counts for a family holds first the counter of a duplicate
-- and then that of the idea that stays, and looks only then who else is there: nobody is counted twice or forgotten,
-- however many vote and merge at once.
create or replace function tally_votes() returns trigger language plpgsql as $$
declare
  step     constant integer := case tg_op when 'INSERT' then 1 else -1 end;
  families uuid[];
begin
  with counted as (
    update idea_tally t
       set votes = t.votes + case when t.duplicates > 0 then 0 else step * c.n end,
           changes = t.changes + 1
      from (select idea_id, count(*) as n from changed group by idea_id) c
     where t.idea_id = c.idea_id
    returning coalesce(t.survivor_id, t.idea_id) as id, t.survivor_id is not null or t.duplicates > 0 as is_family
  )
  select array_agg(id) into families from counted where is_family;
  if families is null then
    return null;
  end if;

  perform from idea_tally t where t.idea_id = any (families) order by t.idea_id for no key update;
  update idea_tally t
     set votes = t.votes + step * c.n,
         changes = t.changes + 1
    from (select f.id, count(distinct c.voter_id) as n
            from changed c
            join idea_tally o on o.idea_id = c.idea_id
            join idea f on f.id = coalesce(o.survivor_id, o.idea_id)
           where f.id = any (families)
             and (c.idea_id = f.id or c.voter_id is distinct from f.author_id)
             and not exists (
                   select from vote v
                    where v.voter_id = c.voter_id
                      and (v.idea_id = f.id
                           or v.voter_id is distinct from f.author_id
                              and v.idea_id in (select m.duplicate_id from merge m where m.survivor_id = f.id))
                      and not exists (select from changed x where x.idea_id = v.idea_id and x.voter_id = v.voter_id))
           group by f.id) c
   where t.idea_id = c.id;
  return null;
end $$;

create function tally_family() returns trigger language plpgsql as $$
begin
  update idea_tally t
     set survivor_id = new.survivor_id,
         changes = t.changes + 1
   where t.idea_id = coalesce(new.duplicate_id, old.duplicate_id);
  perform from idea_tally t
    where t.idea_id in (new.survivor_id, old.survivor_id)
    order by t.idea_id
      for no key update;
  update idea_tally t
     set duplicates = (select count(*) from merge m where m.survivor_id = t.idea_id),
         votes = (select count(*) from family_vote v where v.idea_id = t.idea_id),
         changes = t.changes + 1
   where t.idea_id in (new.survivor_id, old.survivor_id);
  return null;
end $$;

create trigger tally_merge after insert or update of duplicate_id, survivor_id or delete on merge
  for each row execute function tally_family();

create function tally_other_author() returns trigger language plpgsql as $$
begin
  perform from idea_tally t where t.idea_id = new.id and t.duplicates > 0 for no key update;
  if found then
    update idea_tally t
       set votes = (select count(*) from family_vote v where v.idea_id = t.idea_id),
           changes = t.changes + 1
     where t.idea_id = new.id;
  end if;
  return null;
end $$;

create trigger tally_other_author after update of author_id on idea
  for each row when (old.author_id is distinct from new.author_id) execute function tally_other_author();

update idea_tally t
   set survivor_id = m.survivor_id,
       changes = t.changes + 1
  from merge m
 where m.duplicate_id = t.idea_id;
update idea_tally t
   set duplicates = s.n,
       votes = (select count(*) from family_vote v where v.idea_id = t.idea_id),
       changes = t.changes + 1
  from (select survivor_id, count(*) as n from merge group by survivor_id) s
 where s.survivor_id = t.idea_id;

-- A merge remembers how it found the duplicate, whoever merges.
create function remember_before_merge() returns trigger language plpgsql as $$
begin
  select case when i.status in ('draft', 'merged') then new.from_status else i.status end,
         to_jsonb(r) - array['idea_id', 'version', 'due_at', 'status', 'posted_at'],
         (select e.id from evaluation e where e.idea_id = i.id and e.closed_at is null)
    into new.from_status, new.review, new.evaluation_id
    from idea i
    left join review r on r.idea_id = i.id
   where i.id = new.duplicate_id;
  return new;
end $$;

create trigger merge_remembers before insert on merge
  for each row execute function remember_before_merge();

-- And removing it brings that back: the state, what was promised, and the evaluation that the merge had ended.
create function restore_before_merge() returns trigger language plpgsql as $$
begin
  update idea set status = old.from_status where id = old.duplicate_id and status = 'merged';
  if not found then
    return old;
  end if;
  update review r
     set owner_id        = (select p.id from person p where p.id = w.owner_id),
         group_id        = (select g.id from reviewer_group g where g.id = w.group_id),
         progress        = w.progress,
         extent          = w.extent,
         next_on         = w.next_on,
         revisit_on      = w.revisit_on,
         answer_due_at   = w.answer_due_at,
         answered_at     = w.answered_at,
         decision_due_at = w.decision_due_at,
         decided_at      = w.decided_at,
         ended_at        = w.ended_at,
         waiting_since   = w.waiting_since,
         waited_days     = w.waited_days
    from jsonb_populate_record(null::review, old.review) w
   where r.idea_id = old.duplicate_id
     and old.review is not null;
  update evaluation set closed_at = null where id = old.evaluation_id;
  return old;
end $$;

create trigger merge_gives_back before delete on merge
  for each row execute function restore_before_merge();

create function forget_merge_reason() returns trigger language plpgsql as $$
begin
  delete from decision where id = old.decision_id;
  return null;
end $$;

create trigger merge_takes_its_reason_along after delete on merge
  for each row when (old.decision_id is not null) execute function forget_merge_reason();

create or replace function refuse_illegal_move() returns trigger language plpgsql as $$
begin
  if current_setting('tormenta.importing', true) = 'on' then
    return new;
  end if;
  -- Whoever removes a merge takes a step back, no step on.
  if old.status = 'merged' and exists (
    select from merge m where m.duplicate_id = new.id and m.from_status = new.status) then
    return new;
  end if;
  if (old.status::text || ' ' || new.status::text) not in (
    'draft submitted',
    'submitted in_review', 'submitted accepted', 'submitted declined', 'submitted merged', 'submitted withdrawn',
    'submitted archived',
    'in_review submitted', 'in_review accepted', 'in_review declined', 'in_review merged', 'in_review withdrawn',
    'in_review archived',
    'accepted in_review', 'accepted in_progress', 'accepted implemented', 'accepted declined', 'accepted merged',
    'in_progress accepted', 'in_progress implemented', 'in_progress declined',
    'implemented in_progress',
    'declined submitted', 'declined in_review', 'declined merged', 'declined archived',
    'archived submitted', 'archived in_review'
  ) then
    raise exception 'an idea cannot go from % to %', old.status, new.status using errcode = 'integrity_constraint_violation';
  end if;
  return new;
end $$;

-- What an idea was before it was merged it had become by every rule; it need not do so twice.
drop trigger idea_move_has_what_it_needs on idea;
create constraint trigger idea_move_has_what_it_needs after update of status on idea
  deferrable initially deferred
  for each row when (old.status is distinct from new.status and old.status <> 'merged') execute function demand_of_move();

create function refuse_reopening_evaluation() returns trigger language plpgsql as $$
begin
  if new.closed_at is null and exists (select from merge m where m.evaluation_id = new.id) then
    return new;
  end if;
  raise exception 'what was closed or handed in stays so' using errcode = 'integrity_constraint_violation';
end $$;
drop trigger evaluation_stays_closed on evaluation;
create trigger evaluation_stays_closed before update on evaluation
  for each row when (old.closed_at is not null) execute function refuse_reopening_evaluation();
