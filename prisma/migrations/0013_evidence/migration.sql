-- What the fair ranking knows of an idea besides its votes: who has had it before their eyes, and what comparisons say.

-- One row per person and idea, at the place where they first saw it.
create table impression (
  idea_id    uuid not null references idea (id) on delete cascade,
  person_id  uuid not null references person (id) on delete cascade,
  place      text not null check (place in ('list', 'home', 'search', 'similar', 'page')),
  list_order text,
  position   smallint not null check (position between 0 and 1000),
  band       smallint not null check (band between 0 and 7),
  seen_on    date not null,
  last_on    date not null,
  primary key (idea_id, person_id),
  check (last_on >= seen_on)
);
create index impression_person_id_idx on impression (person_id, seen_on);

-- Counts, which stay when rows are forgotten.
create table exposure (
  idea_id uuid not null references idea (id) on delete cascade,
  seen_on date not null,
  band    smallint not null check (band between 0 and 7),
  people  integer not null check (people >= 0),
  primary key (idea_id, seen_on, band)
) with (fillfactor = 70);

-- The ideas that more people have seen since they were last ranked. Apart from idea_tally, whose rows votes wait for.
create table exposure_due (
  idea_id uuid primary key references idea (id) on delete cascade
);

create function note_exposure() returns trigger language plpgsql as $$
begin
  insert into exposure_due (idea_id) select distinct idea_id from changed order by idea_id on conflict do nothing;
  return null;
end $$;

create trigger exposure_added after insert on exposure
  referencing new table as changed for each statement execute function note_exposure();
create trigger exposure_grown after update on exposure
  referencing new table as changed for each statement execute function note_exposure();

create table idea_strength (
  idea_id     uuid primary key references idea (id) on delete cascade,
  strength    double precision not null,
  error       double precision not null check (error > 0),
  comparisons integer not null check (comparisons > 0)
);

create table ranking_fit (
  id         integer primary key generated always as identity,
  fitted_at  timestamptz(3) not null default now(),
  alpha      double precision not null check (alpha > 0),
  beta       double precision not null check (beta > 0),
  curve      double precision[] not null check (cardinality(curve) = 7),
  imported   jsonb not null,
  evidence   jsonb not null
);

-- The defaults are those of an idea that nobody has seen; the next refresh computes every idea anew, because none has a fit.
alter table idea_rank
  add column merit           double precision not null default 0.0199,
  add column expected        double precision not null default 0.15,
  add column hopeful         double precision not null default 0.3607,
  add column sightings       integer not null default 0,
  add column seen            double precision not null default 0,
  add column supporters_seen integer not null default 0,
  add column lot_hope        double precision not null default 0.3607,
  add column lot_middle      double precision not null default -2.2342,
  add column lot_scale       double precision not null default 0.5645,
  add column fit             integer;

create index idea_rank_merit_idx on idea_rank (merit desc, trending desc, idea_id desc);
create index idea_rank_lot_idx on idea_rank (lot_hope desc, trending desc, idea_id desc);
