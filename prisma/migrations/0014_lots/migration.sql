-- The days on which the lots of the order "discover" were drawn: the newest decides what everybody draws.
create table lot_day (
  drawn_on date primary key
);

-- The order "unanswered": who has waited longest for a person's answer comes first.
create index review_unanswered_idx on review (posted_at, idea_id)
 where answered_at is null and status in ('submitted', 'in_review');
