-- In which months each person did what, as bits from January 2000 to December 2049: any period is one look at one row.
create table doing (
  person_id uuid primary key references person (id) on delete cascade,
  read      bit(600) not null,
  voted     bit(600) not null,
  commented bit(600) not null,
  proposed  bit(600) not null
);

create function month_bit(month date) returns bit(600) language sql immutable strict parallel safe as $$
  select case when n between 0 and 599 then set_bit(b'0'::bit(600), n, 1) else b'0'::bit(600) end
    from (select (extract(year from month)::int - 2000) * 12 + extract(month from month)::int - 1 as n) place
$$;

create view doing_now as
select p.id as person_id,
       coalesce(r.months, b'0'::bit(600)) as read,
       coalesce(m.voted, b'0'::bit(600)) as voted,
       coalesce(m.commented, b'0'::bit(600)) as commented,
       coalesce(m.proposed, b'0'::bit(600)) as proposed
  from person p
  left join lateral (select bit_or(month_bit(r.month)) as months from reading r where r.person_id = p.id) r on true
  left join lateral (
         select bit_or(month_bit(m.month)) filter (where m.votes > 0) as voted,
                bit_or(month_bit(m.month)) filter (where m.comments > 0) as commented,
                bit_or(month_bit(m.month)) filter (where m.ideas > 0) as proposed
           from person_month m
          where m.person_id = p.id
       ) m on true
 where p.status <> 'imported';

-- No event tells that somebody read: the latest month is looked through instead.
create function refresh_doing(ids uuid[]) returns void language sql as $$
  delete from doing where person_id = any (ids);
  insert into doing select * from doing_now n where n.person_id = any (ids);
  update doing d
     set read = d.read | month_bit(r.month)
    from reading r
   where r.month = (select max(month) from reading)
     and d.person_id = r.person_id
     and d.read & month_bit(r.month) = b'0'::bit(600);
$$;

create function rebuild_doing() returns void language sql as $$
  delete from doing;
  insert into doing select * from doing_now;
$$;

-- So that it is counted at once.
update insight_mark set rebuilt_at = null;
