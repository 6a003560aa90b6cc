-- Whom a month's letter was written to.
create table monthly_letter (
  id         uuid primary key default gen_random_uuid(),
  person_id  uuid not null references person (id) on delete cascade,
  month      text not null check (month ~ '^[0-9]{4}-(0[1-9]|1[0-2])$'),
  created_at timestamptz(3) not null default now(),
  mailed_at  timestamptz(3),
  -- However often it is asked for, a month has one.
  unique (person_id, month)
);

alter table mail_preference
  drop constraint mail_preference_kind_check,
  drop constraint mail_preference_rhythm_check,
  add constraint mail_preference_kind_check check (kind in ('own', 'followed', 'comment', 'mention', 'task', 'letter')),
  add constraint mail_preference_rhythm_check check (case kind
    when 'letter' then rhythm in ('monthly', 'never')
    else rhythm in ('now', 'daily', 'weekly', 'never')
  end);
