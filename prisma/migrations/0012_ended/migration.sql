-- What was ended lately is not what was decided lately: an idea is accepted in spring and done in autumn.
alter table review add column ended_at timestamptz(3);
update review set ended_at = decided_at where status in ('implemented', 'declined') and decided_at is not null;

create or replace function follow_state() returns trigger language plpgsql as $$
begin
  insert into review (idea_id) values (new.id) on conflict do nothing;
  if tg_op = 'UPDATE' then
    update review r
       set version = r.version + 1,
           decided_at = case when new.status in ('submitted', 'in_review') then null else coalesce(r.decided_at, now()) end,
           ended_at = case when new.status in ('implemented', 'declined') then now() end,
           waiting_since = case when new.status in ('submitted', 'in_review') then r.waiting_since end,
           revisit_on = case when new.status = 'declined' then r.revisit_on end,
           next_on = case when new.status in ('accepted', 'in_progress') then r.next_on end,
           extent = case when new.status = 'implemented' then r.extent end,
           progress = case new.status when 'in_progress' then coalesce(r.progress, 0) when 'implemented' then 100 else r.progress end
     where r.idea_id = new.id;
  end if;
  return null;
end $$;

create index review_ended_at_idx on review (status, ended_at desc, idea_id)
 where status in ('implemented', 'declined') and ended_at is not null;
drop index review_ended_idx;
