-- In how many ideas of a language a word stands, by its stem: what is in few tells much. Counted by the clock from
-- idea_search, and not by a trigger: everybody who submits an idea would wait for the row of "to have". Words of a single
-- idea are left out, which is half of them.
create table word_frequency (
  language text not null check (language in ('en', 'es', 'pt')),
  -- Bytewise, so that the words that begin with something stand together.
  word     text collate "C" not null,
  ideas    integer not null check (ideas > 1),
  primary key (language, word)
);

-- How many ideas there were when the words of a language were counted.
create table word_count (
  language   text primary key check (language in ('en', 'es', 'pt')),
  ideas      integer not null check (ideas >= 0),
  counted_at timestamptz(3) not null default now()
);

-- What a language model made of an idea, where administrators have configured one. Its length is 1.
create table idea_meaning (
  idea_id uuid primary key references idea (id) on delete cascade,
  model   text not null check (char_length(model) <= 200),
  -- The idea's version that was asked about; edits make it older than the idea.
  version integer not null,
  vector  float4[] not null check (cardinality(vector) between 1 and 8192)
);

-- Which ideas are like which, compared once by the clock, so that an idea's page has only to look it up. Both ways.
create table idea_likeness (
  idea_id  uuid not null references idea (id) on delete cascade,
  other_id uuid not null references idea (id) on delete cascade check (other_id <> idea_id),
  -- How surely both ask for the same, as log-odds by what they say: lib/search/likeness.ts.
  likeness float4 not null,
  is_same  boolean not null,
  primary key (idea_id, other_id)
);
create index idea_likeness_other_id_idx on idea_likeness (other_id);

-- Which version of an idea was compared with the others; one without a row waits for it.
create table idea_compared (
  idea_id uuid primary key references idea (id) on delete cascade,
  version integer not null
);
