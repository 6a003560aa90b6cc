-- How often somebody tried to sign in lately; counted by all processes together. The columns are those that
-- rate-limiter-flexible expects; `expire` is in milliseconds since 1970.
create table rate_limit (
  key    varchar(255) primary key,
  points integer not null default 0 check (points >= 0),
  expire bigint
);
