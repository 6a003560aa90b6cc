-- An idea and those that were merged into it, said once: with whose votes for a duplicate do not count for the idea that
-- stays, because it is their own.
create view family_member as
select i.id as idea_id, i.id as member_id, null::uuid as barred_id
  from idea i
 union all
select m.survivor_id, m.duplicate_id, i.author_id
  from merge m
  join idea i on i.id = m.survivor_id;

create or replace view family_vote as
select f.idea_id, v.voter_id, min(v.created_at) as created_at
  from family_member f
  join vote v on v.idea_id = f.member_id
 where v.voter_id is distinct from f.barred_id
 group by f.idea_id, v.voter_id;
