-- Few ideas have others merged into them, but every list would plan the question anew whether the reader supports or
-- follows one of those. As functions they are planned once per connection, and only asked where there are any.
create function supports_duplicate(survivor uuid, reader uuid) returns boolean
  language plpgsql stable parallel safe as $$
begin
  return exists (
           select from merge m
             join vote v on v.idea_id = m.duplicate_id
            where m.survivor_id = survivor
              and v.voter_id = reader)
     and not exists (select from idea own where own.id = survivor and own.author_id = reader);
end $$;

create function follows_duplicate(survivor uuid, reader uuid) returns boolean
  language plpgsql stable parallel safe as $$
begin
  return exists (
           select from merge m
             join follow f on f.idea_id = m.duplicate_id
            where m.survivor_id = survivor
              and f.person_id = reader);
end $$;

-- Nobody asks for them.
drop index comparison_same_idx;

-- Ideas that are new or were edited since they were compared with the others, and which version waits. The clock reads
-- only what is there; looking for what is not compared yet took longer, with very many ideas, than comparing.
create table compare_due (
  idea_id      uuid primary key references idea (id) on delete cascade,
  version      integer not null,
  submitted_at timestamptz(3) not null
);
create index compare_due_submitted_at_idx on compare_due (submitted_at desc, idea_id);

insert into compare_due (idea_id, version, submitted_at)
select i.id, i.version, i.submitted_at
  from idea i
 where i.status <> 'draft'
   and (not exists (select from idea_compared c where c.idea_id = i.id and c.version = i.version)
        or i.status in ('submitted', 'in_review') and not exists (select from duplicate_look l where l.idea_id = i.id));

create function note_compare_due() returns trigger language plpgsql as $$
begin
  insert into compare_due (idea_id, version, submitted_at) values (new.id, new.version, new.submitted_at)
      on conflict (idea_id) do update
     set version = excluded.version;
  return null;
end $$;
create trigger idea_is_to_be_compared after insert on idea
  for each row when (new.status <> 'draft') execute function note_compare_due();
create trigger idea_is_to_be_compared_again after update of status, version on idea
  for each row when (new.status <> 'draft' and (old.status = 'draft' or old.version <> new.version))
  execute function note_compare_due();

drop table idea_compared;
drop table duplicate_look;
