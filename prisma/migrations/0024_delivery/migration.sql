-- What becomes of a yes: deliveries with milestones and news, what they are expected to bring, and what came of it.

-- ISO 4217: how many decimals each currency is counted in. Amounts are kept in its smallest unit.
create table currency (
  code   char(3) primary key check (code ~ '^[A-Z]{3}$'),
  digits smallint not null check (digits between 0 and 4)
);
insert into currency (code, digits)
select code, 2
  from unnest(string_to_array(
    'AED AFN ALL AMD AOA ARS AUD AWG AZN BAM BBD BDT BMD BND BOB BOV BRL BSD BTN BWP BYN BZD CAD CDF CHF CNY COP CRC '
    'CUP CVE CZK DKK DOP DZD EGP ERN ETB EUR FJD FKP GBP GEL GHS GIP GMD GTQ GYD HKD HNL HTG HUF IDR ILS INR IRR JMD '
    'KES KGS KHR KPW KYD KZT LAK LBP LKR LRD LSL MAD MDL MGA MKD MMK MNT MOP MRU MUR MVR MWK MXN MYR MZN NAD NGN NIO '
    'NOK NPR NZD PAB PEN PGK PHP PKR PLN QAR RON RSD RUB SAR SBD SCR SDG SEK SGD SHP SLE SOS SRD SSP STN SVC SYP SZL '
    'THB TJS TMT TOP TRY TTD TWD TZS UAH USD UYU UZS VES WST XCD YER ZAR ZMW', ' ')) as code
 union all
select code, 0
  from unnest(string_to_array('BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX UYI VND VUV XAF XOF XPF', ' ')) as code
 union all
select code, 3 from unnest(string_to_array('BHD IQD JOD KWD LYD OMR TND', ' ')) as code
 union all
select code, 4 from unnest(string_to_array('CLF UYW', ' ')) as code;

create table delivery (
  id          uuid primary key default gen_random_uuid(),
  title       text not null check (btrim(title) <> '' and char_length(title) <= 120),
  owner_id    uuid not null references person (id),
  starts_on   date not null,
  due_on      date not null,
  progress    smallint not null default 0 check (progress between 0 and 100),
  state       text not null default 'open' check (state in ('open', 'done', 'stopped')),
  work_url    text check (work_url ~ '^https://' and char_length(work_url) <= 1000),
  version     int not null default 1,
  begun_by_id uuid references person (id),
  begun_at    timestamptz(3) not null default now(),
  ended_at    timestamptz(3),
  check (starts_on <= due_on),
  check ((state = 'open') = (ended_at is null)),
  check (state <> 'done' or progress = 100)
);
create index delivery_owner_id_idx on delivery (owner_id);
create index delivery_begun_by_id_idx on delivery (begun_by_id);
create index delivery_state_due_on_idx on delivery (state, due_on, id);
create index delivery_due_on_idx on delivery (due_on, id);

-- An idea is delivered once: two deliveries of the same would each claim what it brought.
create table delivery_idea (
  delivery_id uuid not null references delivery (id) on delete cascade,
  idea_id     uuid not null references idea (id) on delete cascade,
  primary key (delivery_id, idea_id),
  unique (idea_id)
);

create table milestone (
  id          uuid primary key default gen_random_uuid(),
  delivery_id uuid not null references delivery (id) on delete cascade,
  name        text not null check (btrim(name) <> '' and char_length(name) <= 120),
  due_on      date not null,
  done_on     date
);
create index milestone_delivery_id_due_on_idx on milestone (delivery_id, due_on);

create table delivery_update (
  id          uuid primary key default gen_random_uuid(),
  delivery_id uuid not null references delivery (id) on delete cascade,
  author_id   uuid references person (id),
  progress    smallint not null check (progress between 0 and 100),
  body        text check (btrim(body) <> '' and char_length(body) <= 5000),
  at          timestamptz(3) not null default now()
);
create index delivery_update_delivery_id_at_idx on delivery_update (delivery_id, at);
create index delivery_update_author_id_idx on delivery_update (author_id);

-- What is expected, and what came of it, by year. Money is counted in the smallest unit of its currency, everything else
-- in hundredths of its unit; costs are positive and taken off where benefits are added up.
create table forecast (
  id           uuid primary key default gen_random_uuid(),
  delivery_id  uuid not null references delivery (id) on delete cascade,
  year         smallint not null check (year between 2000 and 2199),
  kind         text not null check (kind in ('saved', 'avoided', 'earned', 'cost',
                                             'customers', 'staff', 'safety', 'environment', 'quality')),
  amount       bigint not null check (amount between 0 and 1000000000000000),
  currency     char(3) references currency (code),
  unit         citext check (btrim(unit::text) <> '' and char_length(unit::text) <= 60),
  note         text check (btrim(note) <> '' and char_length(note) <= 2000),
  stated_by_id uuid references person (id),
  stated_at    timestamptz(3) not null default now(),
  check ((kind in ('saved', 'avoided', 'earned', 'cost')) = (currency is not null)),
  check ((currency is null) = (unit is not null)),
  unique nulls not distinct (delivery_id, year, kind, currency, unit)
);
create index forecast_year_idx on forecast (year, delivery_id);
create index forecast_stated_by_id_idx on forecast (stated_by_id);
create index forecast_currency_idx on forecast (currency);

create table outcome (
  id              uuid primary key default gen_random_uuid(),
  delivery_id     uuid not null references delivery (id) on delete cascade,
  year            smallint not null check (year between 2000 and 2199),
  kind            text not null check (kind in ('saved', 'avoided', 'earned', 'cost',
                                                'customers', 'staff', 'safety', 'environment', 'quality')),
  amount          bigint not null check (amount between 0 and 1000000000000000),
  currency        char(3) references currency (code),
  unit            citext check (btrim(unit::text) <> '' and char_length(unit::text) <= 60),
  evidence        text not null check (char_length(btrim(evidence)) between 10 and 2000),
  version         int not null default 1,
  stated_by_id    uuid not null references person (id),
  stated_at       timestamptz(3) not null default now(),
  confirmed_by_id uuid references person (id),
  confirmed_at    timestamptz(3),
  check ((kind in ('saved', 'avoided', 'earned', 'cost')) = (currency is not null)),
  check ((currency is null) = (unit is not null)),
  check ((confirmed_by_id is null) = (confirmed_at is null)),
  constraint outcome_confirmed_by_another check (confirmed_by_id <> stated_by_id),
  unique nulls not distinct (delivery_id, year, kind, currency, unit)
);
create index outcome_year_idx on outcome (year, delivery_id);
create index outcome_unconfirmed_idx on outcome (stated_at, id) where confirmed_at is null;
create index outcome_stated_by_id_idx on outcome (stated_by_id);
create index outcome_confirmed_by_id_idx on outcome (confirmed_by_id);
create index outcome_currency_idx on outcome (currency);

-- What was confirmed is what stood there: with any other figure or evidence it is confirmed anew.
create function unconfirm_outcome() returns trigger language plpgsql as $$
begin
  new.version := old.version + 1;
  new.confirmed_by_id := null;
  new.confirmed_at := null;
  return new;
end $$;
create trigger outcome_changed_is_unconfirmed before update on outcome
  for each row when ((old.delivery_id, old.year, old.kind, old.amount, old.currency, old.unit::text, old.evidence,
                      old.stated_by_id)
                     is distinct from (new.delivery_id, new.year, new.kind, new.amount, new.currency, new.unit::text,
                                       new.evidence, new.stated_by_id))
  execute function unconfirm_outcome();

-- What was expected is said before one knows what came: afterwards it stays, or every forecast would turn out right.
-- Whoever states the one and whoever states the other take turns.
create function keep_forecast() returns trigger language plpgsql as $$
declare
  line forecast := coalesce(new, old);
begin
  perform from delivery d where d.id = line.delivery_id for no key update;
  -- Gone with its delivery.
  if not found then
    return coalesce(new, old);
  end if;
  if exists (select from outcome o where o.delivery_id = line.delivery_id and o.year = line.year) then
    raise exception 'what came of % is known: its forecast stays', line.year using errcode = 'integrity_constraint_violation';
  end if;
  return coalesce(new, old);
end $$;
create trigger forecast_comes_first before insert or update or delete on forecast
  for each row execute function keep_forecast();
create function take_turns_with_forecast() returns trigger language plpgsql as $$
begin
  perform from delivery d where d.id = new.delivery_id for no key update;
  return new;
end $$;
create trigger outcome_waits_for_forecast before insert on outcome
  for each row execute function take_turns_with_forecast();

-- What one unit of a currency was worth in another one, over a year. Nothing is added up without it.
create table exchange_rate (
  id            uuid primary key default gen_random_uuid(),
  currency      char(3) not null references currency (code),
  into_currency char(3) not null references currency (code),
  year          smallint not null check (year between 2000 and 2199),
  rate          numeric(20, 10) not null check (rate > 0),
  source        text not null check (btrim(source) <> '' and char_length(source) <= 300),
  stated_by_id  uuid references person (id),
  stated_at     timestamptz(3) not null default now(),
  check (currency <> into_currency),
  unique (currency, into_currency, year)
);
create index exchange_rate_into_currency_idx on exchange_rate (into_currency, year);
create index exchange_rate_stated_by_id_idx on exchange_rate (stated_by_id);

-- An amount in another currency, in its smallest unit; nothing without a rate. Half a unit is rounded away from zero.
create function converted(amount bigint, digits smallint, into_digits smallint, rate numeric) returns numeric
language sql immutable parallel safe as $$
  select round(amount * rate * power(10::numeric, into_digits - digits))
$$;
