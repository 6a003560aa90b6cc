-- "Which of these two?": pairs of ideas that the portal drew for somebody, and what they answered.

create table comparison (
  id          uuid primary key default gen_random_uuid(),
  person_id   uuid not null references person (id) on delete cascade,
  left_id     uuid not null references idea (id) on delete cascade,
  right_id    uuid not null references idea (id) on delete cascade,
  category_id uuid,
  drawn_at    timestamptz(3) not null default now(),
  answer      text check (answer in ('left', 'right', 'undecided', 'both_good', 'both_weak', 'unknown', 'same')),
  answered_at timestamptz(3),
  check (left_id <> right_id),
  check ((answer is null) = (answered_at is null))
);

-- Nobody is asked the same twice, whichever way round.
create unique index comparison_pair_idx
  on comparison (person_id, least(left_id, right_id), greatest(left_id, right_id));
-- One pair waits for a person at a time, among all ideas and among those of each category: whoever asks again gets the
-- same one, and cannot go on asking until a certain idea comes.
create unique index comparison_waiting_idx on comparison (person_id, category_id) nulls not distinct where answer is null;
create index comparison_person_id_answered_at_idx on comparison (person_id, answered_at);
create index comparison_left_id_idx on comparison (left_id);
create index comparison_right_id_idx on comparison (right_id);
create index comparison_same_idx on comparison (answered_at) where answer = 'same';

-- Pairs are drawn from anywhere among the ideas that are open: ids are random, so a walk that begins at a random id is a
-- random sample. The states are those that take votes (lib/ideas/states.ts).
create index idea_open_idx on idea (id) where status in ('submitted', 'in_review', 'accepted');
create index idea_open_category_id_idx on idea (category_id, id) where status in ('submitted', 'in_review', 'accepted');

-- What the strengths were last computed from.
create table comparison_fit (
  is_current boolean primary key default true check (is_current),
  basis      text not null,
  fitted_at  timestamptz(3) not null default now()
);

create function refuse_own_comparison() returns trigger language plpgsql as $$
begin
  if exists (select from idea i where i.id in (new.left_id, new.right_id) and i.author_id = new.person_id) then
    raise exception 'nobody compares the own idea' using errcode = 'integrity_constraint_violation';
  end if;
  return new;
end $$;
create trigger comparison_is_of_others_ideas before insert on comparison
  for each row execute function refuse_own_comparison();

create function refuse_other_pair() returns trigger language plpgsql as $$
begin
  raise exception 'a comparison keeps its pair and its person, and once answered stays so' using errcode = 'integrity_constraint_violation';
end $$;
create trigger comparison_keeps_its_pair before update on comparison
  for each row when (
    (old.id, old.person_id, old.left_id, old.right_id, old.drawn_at)
      is distinct from (new.id, new.person_id, new.left_id, new.right_id, new.drawn_at)
    or (old.answer is not null and new.answer is null))
  execute function refuse_other_pair();
