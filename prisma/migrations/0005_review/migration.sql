-- The life of an idea, with an owner and promises. Words first: one name for a state, in code, addresses and text.
alter type idea_status rename value 'approved' to 'accepted';
alter type idea_status rename value 'implementing' to 'in_progress';

create table reviewer_group (
  id   uuid primary key default gen_random_uuid(),
  name citext not null unique check (char_length(btrim(name::text)) between 1 and 120)
);

create table reviewer_group_member (
  group_id  uuid not null references reviewer_group (id) on delete cascade,
  person_id uuid not null references person (id) on delete cascade,
  primary key (group_id, person_id)
);
create index reviewer_group_member_person_id_idx on reviewer_group_member (person_id);

create table review (
  idea_id         uuid primary key references idea (id) on delete cascade,
  version         int not null default 1,
  owner_id        uuid references person (id),
  group_id        uuid references reviewer_group (id) on delete set null,
  progress        smallint check (progress between 0 and 100),
  extent          text check (extent in ('fully', 'partly')),
  next_on         date,
  revisit_on      date,
  answer_due_at   timestamptz(3),
  answered_at     timestamptz(3),
  decision_due_at timestamptz(3),
  decided_at      timestamptz(3),
  waiting_since   timestamptz(3),
  waited_days     int not null default 0 check (waited_days >= 0),
  due_at          timestamptz(3) generated always as (
                    case when decided_at is not null or waiting_since is not null then null
                         when answered_at is null then answer_due_at
                         else decision_due_at
                    end) stored
) with (fillfactor = 80);
create index review_due_at_idx on review (due_at, idea_id) where due_at is not null;
create index review_owner_id_due_at_idx on review (owner_id, due_at, idea_id);
create index review_group_id_due_at_idx on review (group_id, due_at, idea_id);
create index review_waiting_since_idx on review (waiting_since, idea_id) where waiting_since is not null;
create index review_revisit_on_idx on review (revisit_on) where revisit_on is not null;

insert into review (idea_id)
select id from idea where status <> 'draft';

-- The pairs of lib/ideas/states.ts, once more where nothing can go past them; a test holds both against each other.
-- An import says what became of an idea elsewhere, under other rules: its connection is marked.
create function refuse_illegal_move() returns trigger language plpgsql as $$
begin
  if current_setting('tormenta.importing', true) = 'on' then
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
create trigger idea_moves_legally before update of status on idea
  for each row when (old.status is distinct from new.status) execute function refuse_illegal_move();

-- Every idea that others can read has a review, and every change of its state is a new version of it.
create function follow_state() returns trigger language plpgsql as $$
begin
  insert into review (idea_id) values (new.id) on conflict do nothing;
  if tg_op = 'UPDATE' then
    update review r
       set version = r.version + 1,
           decided_at = case when new.status in ('submitted', 'in_review') then null else coalesce(r.decided_at, now()) end,
           waiting_since = case when new.status in ('submitted', 'in_review') then r.waiting_since end,
           revisit_on = case when new.status = 'declined' then r.revisit_on end,
           next_on = case when new.status in ('accepted', 'in_progress') then r.next_on end,
           extent = case when new.status = 'implemented' then r.extent end,
           progress = case new.status when 'in_progress' then coalesce(r.progress, 0) when 'implemented' then 100 else r.progress end
     where r.idea_id = new.id;
  end if;
  return null;
end $$;
create trigger review_begins after insert on idea
  for each row when (new.status <> 'draft') execute function follow_state();
create trigger review_follows_state after update of status on idea
  for each row when (old.status is distinct from new.status) execute function follow_state();

-- The first answer by a person ends the first promise, through whichever door it came.
create function note_answer() returns trigger language plpgsql as $$
begin
  update review set answered_at = coalesce(answered_at, now()) where idea_id = new.idea_id and answered_at is null;
  return null;
end $$;
create trigger decision_answers after insert on decision
  for each row when (new.decided_by_id is not null and new.reason is not null) execute function note_answer();

-- What a move demands, looked at when its transaction ends: a no has a reason, a yes has somebody and a date.
create function demand_of_move() returns trigger language plpgsql as $$
begin
  if current_setting('tormenta.importing', true) = 'on' then
    return null;
  end if;
  if new.status in ('declined', 'archived') and not exists (
    select from decision d
     where d.idea_id = new.id
       and d.to_status = new.status
       and char_length(btrim(d.reason)) >= 20) then
    raise exception 'an idea is not % without a reason', new.status using errcode = 'integrity_constraint_violation';
  end if;
  if new.status = 'accepted' and not exists (
    select from review r where r.idea_id = new.id and r.owner_id is not null and r.next_on is not null) then
    raise exception 'an idea is not accepted without an owner and a date' using errcode = 'integrity_constraint_violation';
  end if;
  if new.status = 'in_progress' and not exists (
    select from review r where r.idea_id = new.id and r.owner_id is not null) then
    raise exception 'an idea is not in progress without an owner' using errcode = 'integrity_constraint_violation';
  end if;
  return null;
end $$;
create constraint trigger idea_move_has_what_it_needs after update of status on idea
  deferrable initially deferred
  for each row when (old.status is distinct from new.status) execute function demand_of_move();

alter table decision add constraint decision_kind_check check (
  from_status is null
  or to_status <> 'declined'
  or kind in ('already_exists', 'not_feasible', 'too_costly', 'out_of_scope', 'not_now')) not valid;
alter table decision validate constraint decision_kind_check;
