-- To whom new ideas go. From top to bottom: the first rule that fits an idea and has somebody for it decides.
create table routing_rule (
  id            uuid primary key default gen_random_uuid(),
  position      integer not null default 0,
  category_id   uuid references category (id) on delete cascade,
  department_id uuid references department (id) on delete cascade,
  place_id      uuid references place (id) on delete cascade,
  owner_id      uuid references person (id) on delete cascade,
  group_id      uuid references reviewer_group (id),
  check (num_nonnulls(owner_id, group_id) = 1),
  unique nulls not distinct (category_id, department_id, place_id)
);
create index routing_rule_department_id_idx on routing_rule (department_id);
create index routing_rule_place_id_idx on routing_rule (place_id);
create index routing_rule_owner_id_idx on routing_rule (owner_id);
create index routing_rule_group_id_idx on routing_rule (group_id);

-- Whose turn it was last: among reviewers with as many open ideas, the one who has waited longest gets the next.
create table reviewer_turn (
  person_id uuid primary key references person (id) on delete cascade,
  at        timestamptz not null
);

-- How much is open at somebody's is counted at every submission.
create index review_open_owner_idx on review (owner_id) where decided_at is null and owner_id is not null;

-- What was said about a promise; the key lets it be said once, whoever says it.
create table promise_notice (
  idea_id uuid not null references idea (id) on delete cascade,
  promise text not null check (promise in ('answer', 'decision')),
  kind    text not null check (kind in ('reminded', 'escalated')),
  due_at  timestamptz(3) not null,
  at      timestamptz(3) not null default now(),
  primary key (idea_id, promise, kind, due_at)
);
