-- An author may wish that the own idea becomes part of another one; the author of that one, or a reviewer, says yes or no.
create table merge_wish (
  id             uuid primary key default gen_random_uuid(),
  duplicate_id   uuid not null references idea (id) on delete cascade,
  survivor_id    uuid not null references idea (id) on delete cascade check (survivor_id <> duplicate_id),
  asked_by_id    uuid not null references person (id),
  asked_at       timestamptz(3) not null default now(),
  answer         text check (answer in ('yes', 'no', 'withdrawn')),
  answered_by_id uuid references person (id),
  answered_at    timestamptz(3),
  check (num_nonnulls(answer, answered_by_id, answered_at) in (0, 3)),
  -- Nobody consents to the own wish.
  check (answer = 'withdrawn' or answered_by_id <> asked_by_id)
);
create unique index merge_wish_open_idx on merge_wish (duplicate_id) where answer is null;
create index merge_wish_duplicate_id_asked_at_idx on merge_wish (duplicate_id, asked_at);
create index merge_wish_survivor_id_idx on merge_wish (survivor_id);
create index merge_wish_asked_by_id_idx on merge_wish (asked_by_id);
create index merge_wish_answered_by_id_idx on merge_wish (answered_by_id);

-- Two ideas that may say the same, each pair once. Told apart, they are never proposed again.
create table likely_duplicate (
  one_id           uuid not null references idea (id) on delete cascade,
  other_id         uuid not null references idea (id) on delete cascade check (one_id < other_id),
  score            real not null check (score between 0 and 1),
  is_probably_same boolean not null,
  shared           text[] not null,
  found_at         timestamptz(3) not null default now(),
  told_apart_at    timestamptz(3),
  told_apart_by_id uuid references person (id),
  primary key (one_id, other_id),
  check ((told_apart_at is null) = (told_apart_by_id is null))
);
create index likely_duplicate_other_id_idx on likely_duplicate (other_id);
create index likely_duplicate_told_apart_by_id_idx on likely_duplicate (told_apart_by_id);
-- The queue of pairs is read from its beginning.
create index likely_duplicate_open_idx on likely_duplicate (is_probably_same desc, score desc, one_id, other_id)
 where told_apart_at is null;

create table duplicate_later (
  one_id    uuid not null,
  other_id  uuid not null,
  person_id uuid not null references person (id) on delete cascade,
  until_on  date not null,
  primary key (one_id, other_id, person_id),
  foreign key (one_id, other_id) references likely_duplicate (one_id, other_id) on delete cascade
);
create index duplicate_later_person_id_idx on duplicate_later (person_id);

-- Which ideas were compared with the others, and when: what an import brought is looked at bit by bit.
create table duplicate_look (
  idea_id   uuid primary key references idea (id) on delete cascade,
  looked_at timestamptz(3) not null default now()
);

-- Whoever wrote the idea that stays is asked whether another one becomes part of it.
alter table notification drop constraint notification_reason_check;
alter table notification add constraint notification_reason_check check (
  reason in ('author', 'mentioned', 'answered', 'reminded', 'escalated', 'owner', 'asked', 'consulted', 'group', 'voter',
             'commenter', 'follower'));
