-- The reviewers' desk: queue and board read narrow ranges of the reviews alone, so a review knows its idea's state and age.
alter table review
  add column status    idea_status,
  add column posted_at timestamptz(3);
update review r
   set status = i.status,
       posted_at = coalesce(i.submitted_at, i.created_at)
  from idea i
 where i.id = r.idea_id;
alter table review
  alter column status set not null,
  alter column posted_at set not null;

-- Whatever else changes a review: every change of an idea's state is one, see follow_state.
create function know_idea() returns trigger language plpgsql as $$
begin
  select i.status, coalesce(i.submitted_at, i.created_at)
    into new.status, new.posted_at
    from idea i
   where i.id = new.idea_id;
  return new;
end $$;
create trigger review_knows_idea before insert or update on review
  for each row execute function know_idea();

-- Each view of lib/desk/queue-views.ts is one range of one of these; counting looks at no row beside them.
create index review_open_idx on review (coalesce(due_at, 'infinity'), posted_at, idea_id)
 where status in ('submitted', 'in_review') and waiting_since is null;
create index review_open_owner_id_idx on review (owner_id, coalesce(due_at, 'infinity'), posted_at, idea_id)
 where status in ('submitted', 'in_review') and waiting_since is null;
create index review_open_group_id_idx on review (group_id, coalesce(due_at, 'infinity'), posted_at, idea_id)
 where status in ('submitted', 'in_review') and waiting_since is null;
create index review_promised_idx on review (status, coalesce(next_on, 'infinity'), idea_id)
 where status in ('accepted', 'in_progress');
create index review_ended_idx on review (status, decided_at desc, idea_id)
 where status in ('implemented', 'declined') and decided_at is not null;

create table note (
  id         uuid primary key,
  idea_id    uuid not null references idea (id) on delete cascade,
  author_id  uuid not null references person (id),
  body       text not null check (char_length(btrim(body)) between 1 and 5000),
  mentioned  uuid[] not null default '{}',
  created_at timestamptz(3) not null default now()
);
create index note_idea_id_created_at_id_idx on note (idea_id, created_at, id);
create index note_author_id_idx on note (author_id);

create table drafted_answer (
  idea_id       uuid primary key references idea (id) on delete cascade,
  to_status     idea_status check (to_status <> 'draft'),
  reason        text check (char_length(reason) <= 20000),
  kind          text,
  extent        text,
  owner_id      uuid references person (id),
  next_on       date,
  revisit_on    date,
  version       int not null,
  drafted_by_id uuid not null references person (id),
  drafted_at    timestamptz(3) not null default now(),
  check (to_status is not null or reason is not null)
);
create index drafted_answer_drafted_by_id_idx on drafted_answer (drafted_by_id);
create index drafted_answer_owner_id_idx on drafted_answer (owner_id);

create table answer_template (
  id       uuid primary key default gen_random_uuid(),
  language text not null check (language in ('en', 'es', 'pt')),
  kind     text check (kind in ('already_exists', 'not_feasible', 'too_costly', 'out_of_scope', 'not_now')),
  name     text not null check (char_length(btrim(name)) between 1 and 80),
  body     text not null check (char_length(btrim(body)) between 1 and 5000),
  unique (language, name)
);
-- Whether an answer is a template as it stands is asked at every answer.
create index answer_template_body_idx on answer_template using hash (body);

-- Who decided lately on such ideas is asked when an owner is suggested.
create index decision_decided_by_id_decided_at_idx on decision (decided_by_id, decided_at);
