-- Evaluation: reviewers mark an idea by a scorecard, each without seeing the others until the own marks are handed in.

create table scorecard (
  id           uuid primary key default gen_random_uuid(),
  is_general   boolean not null default false,
  reviewers    smallint not null default 3 check (reviewers between 1 and 9),
  hides_author boolean not null default false,
  note_from    smallint not null default 2 check (note_from between 0 and 4)
);
create unique index scorecard_is_general_idx on scorecard (is_general) where is_general;

create table criterion (
  id           uuid primary key default gen_random_uuid(),
  scorecard_id uuid not null references scorecard (id),
  part         text not null check (part in ('value', 'cost', 'risk')),
  weight       smallint not null check (weight between 0 and 10),
  position     integer not null,
  retired_at   timestamptz(3)
);
create index criterion_scorecard_id_position_idx on criterion (scorecard_id, position);

create table criterion_wording (
  criterion_id uuid not null references criterion (id) on delete cascade,
  locale       text not null check (locale in ('en', 'es', 'pt')),
  name         text not null check (btrim(name) <> '' and char_length(name) <= 80),
  help         text not null default '' check (char_length(help) <= 500),
  labels       text[] not null default '{}' check (cardinality(labels) in (0, 5)),
  primary key (criterion_id, locale)
);

create table evaluation (
  id           uuid primary key default gen_random_uuid(),
  idea_id      uuid not null references idea (id) on delete cascade,
  scorecard_id uuid not null references scorecard (id),
  hides_author boolean not null,
  note_from    smallint not null check (note_from between 0 and 4),
  begun_at     timestamptz(3) not null default now(),
  begun_by_id  uuid references person (id),
  closed_at    timestamptz(3)
);
create index evaluation_idea_id_begun_at_idx on evaluation (idea_id, begun_at);
create unique index evaluation_open_idx on evaluation (idea_id) where closed_at is null;
create index evaluation_scorecard_id_idx on evaluation (scorecard_id);
create index evaluation_begun_by_id_idx on evaluation (begun_by_id);

create table evaluation_criterion (
  evaluation_id uuid not null references evaluation (id) on delete cascade,
  criterion_id  uuid not null references criterion (id),
  primary key (evaluation_id, criterion_id)
);
create index evaluation_criterion_criterion_id_idx on evaluation_criterion (criterion_id);

create table assessment (
  evaluation_id uuid not null references evaluation (id) on delete cascade,
  reviewer_id   uuid not null references person (id),
  distance      text not null check (distance in ('team', 'branch', 'other', 'unknown')),
  assigned_at   timestamptz(3) not null default now(),
  version       integer not null default 1 check (version > 0),
  handed_in_at  timestamptz(3),
  changed_at    timestamptz(3) check (changed_at is null or handed_in_at is not null),
  primary key (evaluation_id, reviewer_id)
);
create index assessment_reviewer_id_idx on assessment (reviewer_id, handed_in_at);

create table mark (
  evaluation_id uuid not null,
  reviewer_id   uuid not null,
  criterion_id  uuid not null,
  value         smallint not null check (value between 1 and 5),
  note          text not null default '' check (char_length(note) <= 2000),
  primary key (evaluation_id, reviewer_id, criterion_id),
  foreign key (evaluation_id, reviewer_id) references assessment (evaluation_id, reviewer_id) on delete cascade,
  foreign key (evaluation_id, criterion_id) references evaluation_criterion (evaluation_id, criterion_id) on delete cascade
);
create index mark_evaluation_id_criterion_id_idx on mark (evaluation_id, criterion_id);

-- What a mark was given for never turns into something else; a criterion that is no longer wanted is retired.
create function refuse_other_part() returns trigger language plpgsql as $$
begin
  raise exception 'a criterion keeps its part: retire it and add another' using errcode = 'integrity_constraint_violation';
end $$;
create trigger criterion_keeps_its_part before update of part on criterion
  for each row when (old.part is distinct from new.part) execute function refuse_other_part();

create function refuse_own_assessment() returns trigger language plpgsql as $$
begin
  if exists (select from evaluation e
               join idea i on i.id = e.idea_id
              where e.id = new.evaluation_id
                and i.author_id = new.reviewer_id) then
    raise exception 'nobody evaluates the own idea' using errcode = 'integrity_constraint_violation';
  end if;
  return new;
end $$;
create trigger assessment_is_by_another before insert or update of reviewer_id on assessment
  for each row execute function refuse_own_assessment();

-- Once an evaluation is closed, what was handed in stands, and what was not never will be. Whoever closes it and whoever
-- still writes take turns.
create function refuse_after_closing() returns trigger language plpgsql as $$
declare
  closed timestamptz;
begin
  select e.closed_at into closed
    from evaluation e
   where e.id = coalesce(new.evaluation_id, old.evaluation_id)
     for share;
  if closed is not null then
    raise exception 'this evaluation is closed' using errcode = 'integrity_constraint_violation';
  end if;
  return coalesce(new, old);
end $$;
create trigger mark_only_while_open before insert or update or delete on mark
  for each row execute function refuse_after_closing();
create trigger assessment_only_while_open before insert or update or delete on assessment
  for each row execute function refuse_after_closing();

create function refuse_reopening() returns trigger language plpgsql as $$
begin
  raise exception 'what was closed or handed in stays so' using errcode = 'integrity_constraint_violation';
end $$;
create trigger evaluation_stays_closed before update on evaluation
  for each row when (old.closed_at is not null) execute function refuse_reopening();
create trigger assessment_stays_handed_in before update on assessment
  for each row when (old.handed_in_at is not null and new.handed_in_at is null) execute function refuse_reopening();

-- What is handed in has a mark for everything that is asked, and a word with every low one; looked at when the
-- transaction ends.
create function require_whole_scorecard() returns trigger language plpgsql as $$
begin
  if exists (
    select from assessment a
      join evaluation e on e.id = a.evaluation_id
      join evaluation_criterion c on c.evaluation_id = a.evaluation_id
      left join mark m on m.evaluation_id = a.evaluation_id
                      and m.reviewer_id = a.reviewer_id
                      and m.criterion_id = c.criterion_id
     where a.evaluation_id = coalesce(new.evaluation_id, old.evaluation_id)
       and a.reviewer_id = coalesce(new.reviewer_id, old.reviewer_id)
       and a.handed_in_at is not null
       and (m.value is null or (m.value <= e.note_from and btrim(m.note) = ''))) then
    raise exception 'a scorecard is handed in whole, with a note on every low mark' using errcode = 'integrity_constraint_violation';
  end if;
  return null;
end $$;
create constraint trigger assessment_is_whole after insert or update of handed_in_at on assessment
  deferrable initially deferred
  for each row when (new.handed_in_at is not null) execute function require_whole_scorecard();
create constraint trigger mark_leaves_scorecard_whole after insert or update or delete on mark
  deferrable initially deferred
  for each row execute function require_whole_scorecard();

-- Evaluating ends when there is nothing left to decide, however the idea came there: the open tasks are cancelled.
create function end_evaluation() returns trigger language plpgsql as $$
begin
  update evaluation set closed_at = now() where idea_id = new.id and closed_at is null;
  return null;
end $$;
create trigger evaluation_ends_with_decision after update of status on idea
  for each row when (old.status is distinct from new.status and new.status not in ('submitted', 'in_review'))
  execute function end_evaluation();

-- The part of the organisation that a department belongs to: the uppermost above it, or the one below that where the
-- whole organisation hangs on a single one.
create function department_branch(department uuid) returns uuid language sql stable as $$
  with recursive up as (
    select d.id, d.parent_id, 0 as height
      from department d
     where d.id = department_branch.department
     union all
    select d.id, d.parent_id, up.height + 1
      from department d
      join up on d.id = up.parent_id
  ), top as (
    select min(d.id::text)::uuid as id, count(*) as tops
      from department d
     where d.parent_id is null
  )
  select up.id
    from up
   cross join top
   where up.parent_id is null
      or (top.tops = 1 and up.parent_id = top.id)
   order by up.height
   limit 1
$$;

-- How far apart two people work.
create function distance_between(one uuid, other uuid) returns text language sql stable as $$
  select case when one is null or other is null then 'unknown'
              when one = other then 'team'
              when department_branch(one) = department_branch(other) then 'branch'
              else 'other'
         end
$$;

-- A scorecard to begin with. 5 is always the good end: a 5 for cost is cheap, a 5 for risk is safe.
with general as (
  insert into scorecard (is_general) values (true) returning id
), asked (key, part, weight, position) as (
  values ('benefit', 'value', 3, 1),
         ('reach', 'value', 2, 2),
         ('fit', 'value', 2, 3),
         ('cost', 'cost', 2, 4),
         ('effort', 'cost', 1, 5),
         ('risk', 'risk', 2, 6)
), made as (
  insert into criterion (scorecard_id, part, weight, position)
  select g.id, a.part, a.weight, a.position
    from general g
   cross join asked a
  returning id, position
), worded (key, locale, name, help, labels) as (
  values
    ('benefit', 'en', 'Benefit', 'How much better does it make things for those it concerns?',
     array['Hardly any', 'A little', 'Clear', 'Large', 'It changes their day']),
    ('benefit', 'es', 'Beneficio', '¿Cuánto mejora las cosas para quienes les afecta?',
     array['Casi ninguno', 'Poco', 'Claro', 'Grande', 'Les cambia el día']),
    ('benefit', 'pt', 'Benefício', 'Quanto melhora a vida de quem é atingido?',
     array['Quase nenhum', 'Pouco', 'Claro', 'Grande', 'Muda o dia a dia']),
    ('reach', 'en', 'Reach', 'How many people would notice it?',
     array['A few', 'One team', 'Several teams', 'A whole area', 'Nearly everybody']),
    ('reach', 'es', 'Alcance', '¿Cuántas personas lo notarían?',
     array['Unas pocas', 'Un equipo', 'Varios equipos', 'Toda un área', 'Casi todo el mundo']),
    ('reach', 'pt', 'Alcance', 'Quantas pessoas perceberiam a diferença?',
     array['Poucas', 'Uma equipe', 'Várias equipes', 'Uma área inteira', 'Quase todo mundo']),
    ('fit', 'en', 'Fit with our goals', 'Does it bring us closer to what we have set out to do this year?',
     array['It leads away', 'Beside them', 'In part', 'Well', 'Right at the heart of them']),
    ('fit', 'es', 'Encaje con los objetivos', '¿Nos acerca a lo que nos hemos propuesto este año?',
     array['Nos aleja', 'Va por otro lado', 'En parte', 'Bien', 'Está en el centro de ellos']),
    ('fit', 'pt', 'Alinhamento com os objetivos', 'Ela nos aproxima do que definimos para este ano?',
     array['Afasta', 'Corre por fora', 'Em parte', 'Bem', 'Está no centro deles']),
    ('cost', 'en', 'Cost', 'What would it cost to do and to keep? 5 is cheap.',
     array['Beyond any budget', 'Expensive', 'Takes planning', 'Affordable', 'Next to nothing']),
    ('cost', 'es', 'Coste', '¿Cuánto costaría hacerla y mantenerla? 5 es barata.',
     array['Fuera de todo presupuesto', 'Cara', 'Hay que planificarla', 'Asumible', 'Casi nada']),
    ('cost', 'pt', 'Custo', 'Quanto custaria fazê-la e mantê-la? 5 é barata.',
     array['Fora de qualquer orçamento', 'Cara', 'Exige planejamento', 'Cabe no orçamento', 'Quase nada']),
    ('effort', 'en', 'Effort', 'How much work is it until it is there? 5 is little.',
     array['Years', 'Many months', 'A few months', 'Weeks', 'Days']),
    ('effort', 'es', 'Esfuerzo', '¿Cuánto trabajo hace falta hasta que esté hecha? 5 es poco.',
     array['Años', 'Muchos meses', 'Unos meses', 'Semanas', 'Días']),
    ('effort', 'pt', 'Esforço', 'Quanto trabalho falta até ficar pronta? 5 é pouco.',
     array['Anos', 'Muitos meses', 'Alguns meses', 'Semanas', 'Dias']),
    ('risk', 'en', 'Risk', 'What can go wrong, and how badly? 5 is safe.',
     array['Somebody may come to harm', 'High', 'To be watched', 'Low', 'Safe']),
    ('risk', 'es', 'Riesgo', '¿Qué puede salir mal y con qué consecuencias? 5 es segura.',
     array['Alguien puede salir perjudicado', 'Alto', 'Hay que vigilarlo', 'Bajo', 'Segura']),
    ('risk', 'pt', 'Risco', 'O que pode dar errado, e com que gravidade? 5 é segura.',
     array['Alguém pode se prejudicar', 'Alto', 'Exige atenção', 'Baixo', 'Segura'])
)
insert into criterion_wording (criterion_id, locale, name, help, labels)
select m.id, w.locale, w.name, w.help, w.labels
  from worded w
  join asked a on a.key = w.key
  join made m on m.position = a.position;
