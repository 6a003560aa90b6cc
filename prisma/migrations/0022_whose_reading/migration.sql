-- Of some people, by lot, it is counted what somebody else read and voted. So a figure of nobody, or of everybody, says
-- nothing certain of anyone; what all can see whose it is, ideas and comments, is counted of who wrote it.
delete from voice;
alter table voice add column counted_as uuid not null references person (id) on delete cascade;
create index voice_counted_as_idx on voice (counted_as);

-- One of every twenty who count in a department, and at least one; those they are counted as are not among them.
create function draw_counted_as() returns void language sql as $$
  with lot as materialized (
    select v.person_id,
           row_number() over (partition by v.in_department order by random()) as n,
           count(*) over (partition by v.in_department) as people
      from voice v
  ), drawn as materialized (
    select l.person_id, l.n <= ceil(l.people / 20.0) as is_swapped, row_number() over (
             partition by l.n <= ceil(l.people / 20.0) order by random()) as place
      from lot l
  )
  update voice v
     set counted_as = o.person_id
    from drawn d
    join drawn o on o.place = d.place and not o.is_swapped
   where d.is_swapped
     and v.person_id = d.person_id;
$$;
