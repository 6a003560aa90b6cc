-- What the organisation wants, which ideas serve it, how daring they are, and what reviewers' marks said of them.

create table goal (
  id         uuid primary key default gen_random_uuid(),
  position   integer not null,
  retired_at timestamptz(3)
);
create index goal_position_idx on goal (position);

create table goal_wording (
  goal_id uuid not null references goal (id) on delete cascade,
  locale  text not null check (locale in ('en', 'es', 'pt')),
  name    text not null check (btrim(name) <> '' and char_length(name) <= 80),
  about   text not null default '' check (char_length(about) <= 500),
  primary key (goal_id, locale)
);

-- At most three goals for an idea: there is no fourth place.
create table idea_goal (
  idea_id      uuid not null references idea (id) on delete cascade,
  place        smallint not null check (place between 1 and 3),
  goal_id      uuid not null references goal (id),
  chosen_at    timestamptz(3) not null default now(),
  chosen_by_id uuid references person (id),
  primary key (idea_id, place),
  unique (idea_id, goal_id)
);
create index idea_goal_goal_id_idx on idea_goal (goal_id, idea_id);
create index idea_goal_chosen_by_id_idx on idea_goal (chosen_by_id);

create table idea_ambition (
  idea_id      uuid primary key references idea (id) on delete cascade,
  ambition     text not null check (ambition in ('usual', 'moderate', 'radical')),
  chosen_at    timestamptz(3) not null default now(),
  chosen_by_id uuid references person (id)
);
create index idea_ambition_ambition_idx on idea_ambition (ambition, idea_id);
create index idea_ambition_chosen_by_id_idx on idea_ambition (chosen_by_id);

-- How many of a hundred ideas that are backed should be of each kind. One row.
create table balance_wish (
  is_only  boolean primary key default true check (is_only),
  usual    smallint not null check (usual between 0 and 100),
  moderate smallint not null check (moderate between 0 and 100),
  radical  smallint not null check (radical between 0 and 100),
  check (usual + moderate + radical = 100)
);
insert into balance_wish (usual, moderate, radical) values (70, 20, 10);

-- What reviewers made of an idea: kept beside the marks, so that nobody waits for all marks to be read.
create table idea_score (
  idea_id       uuid primary key references idea (id) on delete cascade,
  evaluation_id uuid not null references evaluation (id) on delete cascade,
  reviewers     integer not null check (reviewers > 0),
  value         numeric(5, 4) check (value between 1 and 5),
  cost          numeric(5, 4) check (cost between 1 and 5),
  risk          numeric(5, 4) check (risk between 1 and 5)
);
create index idea_score_evaluation_id_idx on idea_score (evaluation_id);

-- What idea_score ought to hold: of each idea the newest evaluation that is closed and has marks. One that a merge ended
-- goes on if the merge is undone, so it is not over. Each reviewer's weighted mean counts once.
create view idea_score_now as
select newest.idea_id,
       newest.evaluation_id,
       count(*)::integer as reviewers,
       round(avg(by_reviewer.value), 4) as value,
       round(avg(by_reviewer.cost), 4) as cost,
       round(avg(by_reviewer.risk), 4) as risk
  from (select distinct on (e.idea_id) e.idea_id, e.id as evaluation_id
          from evaluation e
         where e.closed_at is not null
           and not exists (select from merge m where m.evaluation_id = e.id)
           and exists (select from assessment a where a.evaluation_id = e.id and a.handed_in_at is not null)
         order by e.idea_id, e.begun_at desc, e.id) newest
 cross join lateral (
       select a.reviewer_id,
              sum(c.weight * m.value) filter (where c.part = 'value')::numeric
                / nullif(sum(c.weight) filter (where c.part = 'value'), 0) as value,
              sum(c.weight * m.value) filter (where c.part = 'cost')::numeric
                / nullif(sum(c.weight) filter (where c.part = 'cost'), 0) as cost,
              sum(c.weight * m.value) filter (where c.part = 'risk')::numeric
                / nullif(sum(c.weight) filter (where c.part = 'risk'), 0) as risk
         from assessment a
         join mark m on m.evaluation_id = a.evaluation_id and m.reviewer_id = a.reviewer_id
         join criterion c on c.id = m.criterion_id
        where a.evaluation_id = newest.evaluation_id
          and a.handed_in_at is not null
        group by a.reviewer_id) by_reviewer
 group by newest.idea_id, newest.evaluation_id;
