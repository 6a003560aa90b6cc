-- What two people have confirmed is not undone by one, and what was spent on deliveries that were given up stays counted.

-- Years of deliveries of which it was ever said what came: their forecast stays, whatever is taken back later.
create table known_year (
  delivery_id uuid not null references delivery (id) on delete cascade,
  year        smallint not null check (year between 2000 and 2199),
  primary key (delivery_id, year)
);
insert into known_year (delivery_id, year)
select delivery_id, year from outcome
 union
select e.subject_id, (e.payload ->> 'year')::smallint
  from event e
  join delivery d on d.id = e.subject_id
 where e.type = 'outcome.stated';

create function know_year() returns trigger language plpgsql as $$
begin
  insert into known_year (delivery_id, year) values (new.delivery_id, new.year) on conflict do nothing;
  return new;
end $$;
create trigger outcome_makes_known after insert or update of delivery_id, year on outcome
  for each row execute function know_year();

create or replace function keep_forecast() returns trigger language plpgsql as $$
declare
  line forecast := coalesce(new, old);
begin
  perform from delivery d where d.id = line.delivery_id for no key update;
  -- Gone with its delivery.
  if not found then
    return coalesce(new, old);
  end if;
  if exists (select from known_year k where k.delivery_id = line.delivery_id and k.year = line.year) then
    raise exception 'what came of % is known: its forecast stays', line.year using errcode = 'integrity_constraint_violation';
  end if;
  return coalesce(new, old);
end $$;

-- Stated anew it waits to be confirmed again, but is taken back by no one person either.
alter table outcome add column was_confirmed boolean not null default false;
update outcome o
   set was_confirmed = true
 where o.confirmed_at is not null
    or exists (select
                 from event e
                where e.subject_id = o.delivery_id
                  and e.type = 'outcome.confirmed'
                  and e.payload ->> 'year' = o.year::text
                  and e.payload ->> 'kind' = o.kind
                  and e.payload ->> 'in' = coalesce(o.currency::text, o.unit::text));

create function remember_confirmed() returns trigger language plpgsql as $$
begin
  new.was_confirmed := new.confirmed_at is not null or (tg_op = 'UPDATE' and old.was_confirmed);
  return new;
end $$;
create trigger outcome_remembers_confirmed before insert or update on outcome
  for each row execute function remember_confirmed();

-- A delivery that was given up keeps its ideas, by which its cost is counted, and lets another one bring them about.
alter table delivery_idea add column is_let_go boolean not null default false;
create unique index delivery_idea_held_key on delivery_idea (idea_id) where not is_let_go;
create index delivery_idea_idea_id_idx on delivery_idea (idea_id);
alter table delivery_idea drop constraint delivery_idea_idea_id_key;
update delivery_idea di
   set is_let_go = true
  from delivery d
 where d.id = di.delivery_id
   and d.state = 'stopped';

create function let_go_when_stopped() returns trigger language plpgsql as $$
begin
  new.is_let_go := exists (select from delivery d where d.id = new.delivery_id and d.state = 'stopped');
  return new;
end $$;
create trigger delivery_idea_let_go before insert on delivery_idea
  for each row execute function let_go_when_stopped();

create function let_go_of_ideas() returns trigger language plpgsql as $$
begin
  update delivery_idea set is_let_go = (new.state = 'stopped') where delivery_id = new.id;
  return new;
end $$;
create trigger delivery_stopped_lets_go after update of state on delivery
  for each row when (old.state is distinct from new.state) execute function let_go_of_ideas();

-- Links that deliveries have lost because another one began after they were given up.
insert into delivery_idea (delivery_id, idea_id)
select distinct d.id, i.id
  from delivery d
  join event e on e.subject_id = d.id and e.type in ('delivery.begun', 'delivery.ideaAdded')
  join idea i on i.id = (e.payload ->> 'idea')::uuid
 where d.state = 'stopped'
   and not exists (select
                     from event r
                    where r.subject_id = d.id
                      and r.type = 'delivery.ideaRemoved'
                      and r.payload ->> 'idea' = e.payload ->> 'idea'
                      and r.id > e.id)
    on conflict do nothing;

-- Money of some years, read from the index alone.
create index forecast_money_idx on forecast (year, delivery_id) include (kind, currency, amount)
  where currency is not null;
create index outcome_money_idx on outcome (year, delivery_id) include (kind, currency, amount, confirmed_at)
  where currency is not null;
