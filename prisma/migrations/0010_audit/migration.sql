-- The event log is read by time: newest first, of a person, of a thing, of a kind, through a door.
drop index event_subject_id_id_idx;
drop index event_type_id_idx;
create index event_at_id_idx on event (at, id);
create index event_subject_id_at_id_idx on event (subject_id, at, id);
create index event_type_at_id_idx on event (type, at, id);
create index event_actor_id_at_id_idx on event (actor_id, at, id);
-- Nearly everything comes through the web: for that the log itself is the index, and votes pay nothing for this one.
create index event_other_door_idx on event (via, at, id) where via <> 'web';

-- Seals say what the log was: each covers the events after one number up to another, and the seal before it.
create table event_seal (
  number    bigint primary key check (number > 0),
  after_id  bigint not null check (after_id >= 0),
  upto_id   bigint not null,
  events    integer not null check (events > 0),
  sealed_at timestamptz(3) not null,
  previous  bytea not null check (octet_length(previous) = 32),
  hash      bytea not null check (octet_length(hash) = 32),
  check (upto_id > after_id)
);

create trigger event_seal_is_append_only before update or delete or truncate on event_seal
  for each statement execute function refuse_change();

-- Where the chain ends: without it, nobody would miss the last seal. It moves with a new seal, and only so.
create table event_chain (
  singleton boolean primary key default true check (singleton),
  seals     bigint not null default 0,
  upto_id   bigint not null default 0,
  hash      bytea not null default decode(repeat('00', 32), 'hex')
);
insert into event_chain default values;

create function link_seal() returns trigger language plpgsql as $$
begin
  update event_chain c set seals = new.number, upto_id = new.upto_id, hash = new.hash
   where new.number = c.seals + 1 and new.after_id = c.upto_id and new.previous = c.hash;
  if not found then
    raise exception 'a seal continues the chain' using errcode = 'integrity_constraint_violation';
  end if;
  return null;
end $$;

create trigger event_seal_continues_the_chain after insert on event_seal
  for each row execute function link_seal();

create function keep_chain() returns trigger language plpgsql as $$
begin
  if tg_op <> 'UPDATE' or new.seals <> old.seals + 1 or not exists (
    select from event_seal s where s.number = new.seals and s.hash = new.hash and s.upto_id = new.upto_id
  ) then
    raise exception 'the chain only grows, by a seal' using errcode = 'integrity_constraint_violation';
  end if;
  return new;
end $$;

create trigger event_chain_only_grows before insert or update or delete on event_chain
  for each row execute function keep_chain();
create trigger event_chain_stays before truncate on event_chain
  for each statement execute function refuse_change();

-- What came of checking the chain from its first seal to its last.
create table chain_check (
  checked_at timestamptz(3) primary key default now(),
  seals      bigint not null,
  events     bigint not null,
  fault      text,
  fault_seal bigint
);

-- What this organisation calls a state, and how its badge looks. What is not here, the portal says in its own words.
create table state_name (
  status idea_status not null,
  locale text not null check (locale in ('en', 'es', 'pt')),
  name   text not null check (name = btrim(name) and length(name) between 1 and 40),
  primary key (status, locale)
);

create table state_look (
  status idea_status primary key,
  tone   text not null check (tone in ('neutral', 'accent', 'storm', 'spark', 'success', 'warning', 'danger'))
);
