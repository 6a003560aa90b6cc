-- The organisation's calendar, and what it promises to whoever submits an idea.
alter table organisation
  add column working_weekdays smallint[] not null default '{1,2,3,4,5}'
    check (working_weekdays <@ array[1, 2, 3, 4, 5, 6, 7]::smallint[] and cardinality(working_weekdays) between 1 and 7),
  add column answer_days   smallint not null default 3 check (answer_days between 1 and 60),
  add column decision_days smallint not null default 15 check (decision_days between 1 and 250),
  add column escalates_to  role[] not null default '{administrator}'
    check (escalates_to <@ array['administrator', 'executive']::role[] and cardinality(escalates_to) > 0),
  add check (decision_days >= answer_days);

create table holiday (
  id   uuid primary key default gen_random_uuid(),
  day  date not null unique check (day between '2000-01-01' and '2100-12-31'),
  name text not null check (btrim(name) <> '' and char_length(name) <= 200)
);
