create extension if not exists citext;
create extension if not exists pg_trgm;
create extension if not exists unaccent;

create type place_kind    as enum ('country', 'site', 'area');
create type person_status as enum ('active', 'suspended', 'imported');
create type role          as enum ('employee', 'reviewer', 'executive', 'communicator', 'moderator', 'administrator');
create type idea_status   as enum ('draft', 'submitted', 'in_review', 'approved', 'implementing', 'implemented',
                                   'declined', 'merged', 'withdrawn', 'archived');

-- People -------------------------------------------------------------------------------------------------------------

create table organisation (
  singleton      boolean primary key default true check (singleton),
  name           text not null check (btrim(name) <> '' and char_length(name) <= 200),
  time_zone      text not null check (now() at time zone time_zone is not null),
  default_locale text not null check (default_locale in ('en', 'es', 'pt')),
  currency       char(3) not null default 'EUR' check (currency ~ '^[A-Z]{3}$'),
  demo           boolean not null default false,
  set_up_at      timestamptz(3) not null default now()
);

create table setup_token (
  token_hash text primary key,
  expires_at timestamptz(3) not null
);

create table department (
  id        uuid primary key default gen_random_uuid(),
  parent_id uuid references department (id) check (parent_id <> id),
  name      text not null check (btrim(name) <> '' and char_length(name) <= 200),
  unique nulls not distinct (parent_id, name)
);

create table place (
  id        uuid primary key default gen_random_uuid(),
  parent_id uuid references place (id) check (parent_id <> id),
  kind      place_kind not null,
  name      text not null check (btrim(name) <> '' and char_length(name) <= 200),
  country   char(2) check (country ~ '^[A-Z]{2}$'),
  unique nulls not distinct (parent_id, name),
  check (country is null or kind = 'country')
);

-- A circle would make every "and all below it" run for ever.
create function refuse_circle() returns trigger language plpgsql as $$
declare
  circular boolean;
begin
  execute format(
    'with recursive above (id, parent_id) as (
       select id, parent_id from %1$I where id = $1
       union
       select p.id, p.parent_id from %1$I p join above a on p.id = a.parent_id
     )
     select exists (select from above where id = $2)', tg_table_name)
    into circular
    using new.parent_id, new.id;
  if circular then
    raise exception '% % may not be below itself', tg_table_name, new.id using errcode = 'check_violation';
  end if;
  return new;
end $$;

create trigger department_is_a_tree before insert or update of parent_id on department
  for each row when (new.parent_id is not null) execute function refuse_circle();
create trigger place_is_a_tree before insert or update of parent_id on place
  for each row when (new.parent_id is not null) execute function refuse_circle();

create table person (
  id            uuid primary key default gen_random_uuid(),
  email         citext unique check (email ~ '^[^@[:space:]]+@[^@[:space:]]+$' and char_length(email) <= 254),
  name          text not null check (btrim(name) <> '' and char_length(name) <= 200),
  locale        text check (locale in ('en', 'es', 'pt')),
  department_id uuid references department (id),
  place_id      uuid references place (id),
  status        person_status not null default 'active',
  created_at    timestamptz(3) not null default now(),
  -- An imported pseudonym never gets an address, so no sign-in can ever land on it.
  check (status <> 'imported' or email is null)
);
create index person_department_id_idx on person (department_id);
create index person_place_id_idx on person (place_id);
create index person_name_idx on person (name);

create table person_role (
  person_id uuid not null references person (id) on delete cascade,
  role      role not null,
  primary key (person_id, role)
);
create index person_role_role_idx on person_role (role);

create table identity (
  issuer    text not null,
  subject   text not null check (subject <> ''),
  person_id uuid not null references person (id) on delete cascade,
  linked_at timestamptz(3) not null default now(),
  primary key (issuer, subject)
);
create index identity_person_id_idx on identity (person_id);

create table session (
  token_hash   text primary key,
  person_id    uuid not null references person (id) on delete cascade,
  created_at   timestamptz(3) not null default now(),
  last_seen_at timestamptz(3) not null default now(),
  expires_at   timestamptz(3) not null,
  browser      text not null default '' check (char_length(browser) <= 300)
);
create index session_person_id_idx on session (person_id);
create index session_expires_at_idx on session (expires_at);

create table sign_in_token (
  token_hash text primary key,
  email      citext not null,
  expires_at timestamptz(3) not null
);
create index sign_in_token_expires_at_idx on sign_in_token (expires_at);

create table api_token (
  id         uuid primary key default gen_random_uuid(),
  person_id  uuid not null references person (id) on delete cascade,
  name       text not null check (btrim(name) <> '' and char_length(name) <= 100),
  token_hash text not null unique,
  scopes     text[] not null check (scopes <@ array['read', 'write'] and cardinality(scopes) > 0),
  created_at timestamptz(3) not null default now(),
  expires_at timestamptz(3) not null,
  revoked_at timestamptz(3)
);
create index api_token_person_id_idx on api_token (person_id);

-- Where imported content came from ------------------------------------------------------------------------------------

create table import_source (
  id          text primary key,
  title       text not null,
  attribution text not null,
  licence     text not null,
  url         text check (url ~ '^https?://')
);

create table import_record (
  source_id   text not null references import_source (id),
  kind        text not null check (kind in ('idea', 'person', 'comment', 'vote')),
  external_id text not null,
  target_id   uuid,
  digest      text not null,
  file        text not null,
  line        integer not null,
  primary key (source_id, kind, external_id)
);
create index import_record_target_id_idx on import_record (target_id);

create table import_run (
  id          uuid primary key default gen_random_uuid(),
  source_id   text not null references import_source (id),
  digest      text not null unique,
  read        integer not null default 0,
  created     integer not null default 0,
  updated     integer not null default 0,
  unchanged   integer not null default 0,
  rejected    integer not null default 0,
  notes       jsonb not null default '{}',
  started_at  timestamptz(3) not null default now(),
  finished_at timestamptz(3),
  -- The sum always adds up, or the batch is not saved.
  check (read = created + updated + unchanged + rejected)
);

create table import_reject (
  run_id      uuid not null references import_run (id) on delete cascade,
  row         integer not null,
  line        integer not null,
  external_id text not null default '',
  reason      text not null,
  detail      jsonb not null default '{}',
  primary key (run_id, row)
);

create table import_link (
  source_id   text not null references import_source (id),
  kind        text not null check (kind in ('merge', 'reply')),
  external_id text not null,
  wanted      text[] not null check (cardinality(wanted) > 0),
  primary key (source_id, kind, external_id)
);

-- Ideas --------------------------------------------------------------------------------------------------------------

create table category (
  id       uuid primary key default gen_random_uuid(),
  name     citext not null unique check (btrim(name) <> '' and char_length(name) <= 200),
  position integer not null default 0
);

create table idea (
  id            uuid primary key default gen_random_uuid(),
  title         text not null check (char_length(title) <= 300),
  body          text not null default '' check (char_length(body) <= 200000),
  plain         text not null default '',
  language      text not null check (language in ('en', 'es', 'pt')),
  status        idea_status not null default 'draft',
  author_id     uuid references person (id),
  category_id   uuid references category (id),
  department_id uuid references department (id),
  place_id      uuid references place (id),
  created_at    timestamptz(3) not null default now(),
  submitted_at  timestamptz(3),
  edited_at     timestamptz(3),
  version       integer not null default 1 check (version > 0),
  source_id     text references import_source (id),
  original_url  text check (original_url ~ '^https?://'),
  check (status = 'draft' or (btrim(title) <> '' and submitted_at is not null)),
  check (status <> 'draft' or (submitted_at is null and author_id is not null))
);
create index idea_submitted_at_id_idx on idea (submitted_at desc, id desc);
create index idea_author_id_idx on idea (author_id);
create index idea_category_id_idx on idea (category_id);
create index idea_department_id_idx on idea (department_id);
create index idea_place_id_idx on idea (place_id);
create index idea_status_idx on idea (status);

create table idea_revision (
  idea_id      uuid not null references idea (id) on delete cascade,
  version      integer not null check (version > 0),
  title        text not null,
  body         text not null,
  edited_by_id uuid references person (id),
  edited_at    timestamptz(3) not null default now(),
  primary key (idea_id, version)
);

create table tag (
  id   uuid primary key default gen_random_uuid(),
  name text not null unique check (name = lower(btrim(name)) and name <> '' and char_length(name) <= 60)
);

create table idea_tag (
  idea_id uuid not null references idea (id) on delete cascade,
  tag_id  uuid not null references tag (id) on delete cascade,
  primary key (idea_id, tag_id)
);
create index idea_tag_tag_id_idx on idea_tag (tag_id);

create table follow (
  idea_id   uuid not null references idea (id) on delete cascade,
  person_id uuid not null references person (id) on delete cascade,
  since     timestamptz(3) not null default now(),
  primary key (idea_id, person_id)
);
create index follow_person_id_idx on follow (person_id);

create table merge (
  duplicate_id uuid primary key references idea (id) on delete cascade,
  survivor_id  uuid not null references idea (id) on delete cascade check (survivor_id <> duplicate_id),
  merged_at    timestamptz(3) not null default now(),
  merged_by_id uuid references person (id)
);
create index merge_survivor_id_idx on merge (survivor_id);

create table cost_estimate (
  idea_id      uuid primary key references idea (id) on delete cascade,
  amount_minor bigint not null check (amount_minor >= 0),
  currency     char(3) not null check (currency ~ '^[A-Z]{3}$')
);

create table decision (
  id            uuid primary key default gen_random_uuid(),
  idea_id       uuid not null references idea (id) on delete cascade,
  from_status   idea_status,
  to_status     idea_status not null,
  kind          text,
  reason        text check (char_length(reason) <= 20000),
  decided_by_id uuid references person (id),
  decided_at    timestamptz(3)
);
create index decision_idea_id_decided_at_idx on decision (idea_id, decided_at);

-- Votes and comments -------------------------------------------------------------------------------------------------

create table vote (
  idea_id    uuid not null references idea (id) on delete cascade,
  voter_id   uuid not null references person (id) on delete cascade,
  created_at timestamptz(3) not null default now(),
  primary key (idea_id, voter_id)
);
create index vote_voter_id_idx on vote (voter_id);

create table comment (
  id         uuid primary key default gen_random_uuid(),
  idea_id    uuid not null references idea (id) on delete cascade,
  root_id    uuid not null,
  parent_id  uuid,
  author_id  uuid references person (id),
  body       text not null check (char_length(body) <= 100000),
  created_at timestamptz(3) not null default now(),
  edited_at  timestamptz(3),
  deleted_at timestamptz(3),
  unique (id, idea_id),
  -- An answer belongs to the same idea as what it answers.
  foreign key (parent_id, idea_id) references comment (id, idea_id),
  foreign key (root_id, idea_id) references comment (id, idea_id),
  check ((parent_id is null) = (root_id = id)),
  check (deleted_at is null or body = ''),
  check (deleted_at is not null or btrim(body) <> '')
);
create index comment_idea_id_created_at_id_idx on comment (idea_id, created_at, id);
create index comment_root_id_created_at_id_idx on comment (root_id, created_at, id);
create index comment_parent_id_idx on comment (parent_id);
create index comment_author_id_idx on comment (author_id);
-- Threads are paged by the comments that start them.
create index comment_thread_start_idx on comment (idea_id, created_at, id) where parent_id is null;

-- Half-empty pages let a hot idea's counter change in place, without touching an index.
create table idea_tally (
  idea_id  uuid primary key references idea (id) on delete cascade,
  votes    integer not null default 0 check (votes >= 0),
  comments integer not null default 0 check (comments >= 0),
  changes  integer not null default 0
) with (fillfactor = 50);

create table idea_rank (
  idea_id  uuid primary key references idea (id) on delete cascade,
  votes    integer not null,
  comments integer not null,
  trending double precision not null,
  changes  integer not null
);
-- Each order of lib/ranking/ranked-ideas.ts reads its page as one range of one of these.
create index idea_rank_supported_idx on idea_rank (votes desc, trending desc, idea_id desc);
create index idea_rank_discussed_idx on idea_rank (comments desc, trending desc, idea_id desc);
create index idea_rank_trending_idx on idea_rank (trending desc, idea_id desc);

create table external_support (
  idea_id    uuid primary key references idea (id) on delete cascade,
  supporters integer not null check (supporters >= 0),
  opposed    integer check (opposed >= 0)
);

create function tally_new_idea() returns trigger language plpgsql as $$
begin
  insert into idea_tally (idea_id) select id from added;
  return null;
end $$;

create trigger tally_idea after insert on idea
  referencing new table as added for each statement execute function tally_new_idea();

-- The counts follow the rows, whoever writes them: a command, an import, a hand on the console.
create function tally_votes() returns trigger language plpgsql as $$
begin
  if tg_op = 'INSERT' then
    update idea_tally t set votes = t.votes + c.n, changes = t.changes + 1
      from (select idea_id, count(*) as n from changed group by idea_id) c
     where t.idea_id = c.idea_id;
  else
    update idea_tally t set votes = t.votes - c.n, changes = t.changes + 1
      from (select idea_id, count(*) as n from changed group by idea_id) c
     where t.idea_id = c.idea_id;
  end if;
  return null;
end $$;

create trigger tally_vote_cast after insert on vote
  referencing new table as changed for each statement execute function tally_votes();
create trigger tally_vote_taken_back after delete on vote
  referencing old table as changed for each statement execute function tally_votes();

create function tally_external_support() returns trigger language plpgsql as $$
begin
  update idea_tally set changes = changes + 1 where idea_id = coalesce(new.idea_id, old.idea_id);
  return null;
end $$;

create trigger tally_external_support after insert or update or delete on external_support
  for each row execute function tally_external_support();

create function refuse_change() returns trigger language plpgsql as $$
begin
  raise exception '% is never changed, only added to', tg_table_name using errcode = 'integrity_constraint_violation';
end $$;

create trigger vote_is_not_edited before update on vote for each statement execute function refuse_change();

create function tally_comments() returns trigger language plpgsql as $$
begin
  if tg_op = 'INSERT' then
    update idea_tally t set comments = t.comments + c.n, changes = t.changes + 1
      from (select idea_id, count(*) as n from added where deleted_at is null group by idea_id) c
     where t.idea_id = c.idea_id;
  elsif tg_op = 'DELETE' then
    update idea_tally t set comments = t.comments - c.n, changes = t.changes + 1
      from (select idea_id, count(*) as n from removed where deleted_at is null group by idea_id) c
     where t.idea_id = c.idea_id;
  else
    update idea_tally t set comments = t.comments + c.n, changes = t.changes + 1
      from (select idea_id, sum(n) as n
              from (select idea_id, 1 as n from added where deleted_at is null
                    union all
                    select idea_id, -1 from removed where deleted_at is null) moved
             group by idea_id
            having sum(n) <> 0) c
     where t.idea_id = c.idea_id;
  end if;
  return null;
end $$;

create trigger tally_comment_posted after insert on comment
  referencing new table as added for each statement execute function tally_comments();
create trigger tally_comment_removed after delete on comment
  referencing old table as removed for each statement execute function tally_comments();
create trigger tally_comment_changed after update on comment
  referencing old table as removed new table as added for each statement execute function tally_comments();

-- Search -------------------------------------------------------------------------------------------------------------

-- Accents are taken off before stemming, in the text and in the question alike, so "camion" finds "camión".
create text search configuration tormenta_es (copy = spanish);
alter text search configuration tormenta_es alter mapping for hword, hword_part, word with unaccent, spanish_stem;
create text search configuration tormenta_en (copy = english);
alter text search configuration tormenta_en alter mapping for hword, hword_part, word with unaccent, english_stem;
create text search configuration tormenta_pt (copy = portuguese);
alter text search configuration tormenta_pt alter mapping for hword, hword_part, word with unaccent, portuguese_stem;
-- Words as they are written, without accents: the vocabulary from which mistyped words are mended.
create text search configuration tormenta_words (copy = simple);
alter text search configuration tormenta_words alter mapping for hword, hword_part, word with unaccent, simple;
alter text search configuration tormenta_words
  drop mapping for email, url, url_path, host, file, sfloat, float, int, uint, version, numword, numhword, hword_numpart;

create function search_configuration(language text) returns regconfig language sql immutable as $$
  select case language when 'es' then 'tormenta_es'::regconfig
                       when 'pt' then 'tormenta_pt'::regconfig
                       else 'tormenta_en'::regconfig end;
$$;

-- One column per language, of which an idea fills one: each has statistics of its own, and a plan for the Spanish
-- "energía" is not misled by all the English "energy" with the same stem.
create table idea_search (
  idea_id      uuid primary key references idea (id) on delete cascade,
  submitted_at timestamptz(3) not null,
  en           tsvector,
  es           tsvector,
  pt           tsvector,
  check (num_nonnulls(en, es, pt) = 1)
);
create index idea_search_en_idx on idea_search using gin (en);
create index idea_search_es_idx on idea_search using gin (es);
create index idea_search_pt_idx on idea_search using gin (pt);
-- The newest answers to a word that very many ideas contain are found by going back in time.
create index idea_search_submitted_at_idx on idea_search (submitted_at desc, idea_id desc);

create table search_word (
  word text primary key
);
create index search_word_word_idx on search_word using gin (word gin_trgm_ops);

-- Drafts stay out: neither they nor their words can be found by anybody.
create function index_idea(indexed uuid) returns void language sql as $$
  insert into idea_search (idea_id, submitted_at, en, es, pt)
  select id,
         submitted_at,
         case language when 'en' then document end,
         case language when 'es' then document end,
         case language when 'pt' then document end
    from (select i.id,
                 i.submitted_at,
                 i.language,
                 setweight(to_tsvector(search_configuration(i.language), i.title), 'A')
                 || setweight(to_tsvector(search_configuration(i.language), coalesce(string_agg(t.name, ' '), '')), 'B')
                 || setweight(to_tsvector(search_configuration(i.language), i.plain), 'C') as document
            from idea i
            left join idea_tag it on it.idea_id = i.id
            left join tag t on t.id = it.tag_id
           where i.id = indexed
             and i.status <> 'draft'
           group by i.id) readable
      on conflict (idea_id) do update
     set submitted_at = excluded.submitted_at, en = excluded.en, es = excluded.es, pt = excluded.pt;
$$;

create function learn_words(learned uuid) returns void language sql as $$
  -- In the order of the words, so that two writers with the same new words never wait for each other in a circle.
  insert into search_word (word)
  select w.word
    from idea i
   cross join unnest(tsvector_to_array(to_tsvector('tormenta_words', i.title || ' ' || i.plain))) as w (word)
   where i.id = learned
     and i.status <> 'draft'
     and char_length(w.word) between 4 and 30
   order by w.word
      on conflict do nothing;
$$;

create function index_changed_idea() returns trigger language plpgsql as $$
begin
  perform index_idea(new.id);
  perform learn_words(new.id);
  return null;
end $$;

create trigger index_idea after insert or update of title, plain, language, status, submitted_at on idea
  for each row when (new.status <> 'draft') execute function index_changed_idea();

-- Once per statement, however many tags it gives: an import tags hundreds of ideas at once.
create function index_tagged_ideas() returns trigger language plpgsql as $$
begin
  perform index_idea(c.idea_id) from (select distinct idea_id from changed) c;
  return null;
end $$;

create trigger index_tag_given after insert on idea_tag
  referencing new table as changed for each statement execute function index_tagged_ideas();
create trigger index_tag_taken_away after delete on idea_tag
  referencing old table as changed for each statement execute function index_tagged_ideas();

-- Events -------------------------------------------------------------------------------------------------------------

create table event (
  id         bigint generated by default as identity primary key,
  at         timestamptz(3) not null default now(),
  type       text not null,
  actor_id   uuid,
  via        text not null check (via in ('web', 'api', 'scim', 'job', 'import')),
  subject_id uuid not null,
  payload    jsonb not null default '{}'
);
create index event_subject_id_id_idx on event (subject_id, id);
create index event_type_id_idx on event (type, id);

create trigger event_is_append_only before update or delete or truncate on event
  for each statement execute function refuse_change();
