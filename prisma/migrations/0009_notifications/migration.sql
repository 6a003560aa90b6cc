alter table person
  add column time_zone text check (time_zone is null or now() at time zone time_zone is not null);

-- Whom "@maria.perez" in a comment means.
create index person_handle_idx on person (lower(split_part(email::text, '@', 1)));

create table mail_preference (
  person_id uuid not null references person (id) on delete cascade,
  kind      text not null check (kind in ('own', 'followed', 'comment', 'mention', 'task')),
  rhythm    text not null check (rhythm in ('now', 'daily', 'weekly', 'never')),
  primary key (person_id, kind)
);

create table digest (
  id         uuid primary key default gen_random_uuid(),
  person_id  uuid not null references person (id) on delete cascade,
  rhythm     text not null check (rhythm in ('daily', 'weekly')),
  due_at     timestamptz(3) not null,
  created_at timestamptz(3) not null default now(),
  mailed_at  timestamptz(3),
  -- However often it is asked for, a morning has one.
  unique (person_id, rhythm, due_at)
);

create table notification (
  id         uuid primary key default gen_random_uuid(),
  event_id   bigint not null references event (id),
  person_id  uuid not null references person (id) on delete cascade,
  idea_id    uuid not null references idea (id) on delete cascade,
  kind       text not null check (kind in ('own', 'followed', 'comment', 'mention', 'task')),
  reason     text not null check (reason in ('author', 'mentioned', 'answered', 'reminded', 'escalated', 'owner',
                                             'group', 'voter', 'commenter', 'follower')),
  rhythm     text not null check (rhythm in ('now', 'daily', 'weekly', 'never')),
  created_at timestamptz(3) not null default now(),
  read_at    timestamptz(3),
  mailed_at  timestamptz(3),
  digest_id  uuid references digest (id) on delete set null,
  -- Nobody hears of one thing twice. Also the order of an inbox, whose pages are ranges of it.
  unique (person_id, event_id)
);
create index notification_event_id_idx on notification (event_id);
create index notification_idea_id_idx on notification (idea_id);
create index notification_digest_id_idx on notification (digest_id) where digest_id is not null;
-- How many are unread is asked with every page: counted in this small index alone.
create index notification_unread_idx on notification (person_id) where read_at is null;
-- What waits for a digest; empty right after it.
create index notification_waiting_idx on notification (rhythm, person_id, created_at)
  where digest_id is null and rhythm in ('daily', 'weekly') and read_at is null;
