-- One insert that adds and raises counts would fire both triggers, each in an order of its own, and two of them could wait
-- for each other. Whoever notes sightings puts the ideas down itself, in the order in which everything else is written.
drop trigger exposure_added on exposure;
drop trigger exposure_grown on exposure;
drop function note_exposure();

-- So that an idea that everybody looks at is ranked anew once a minute, and not every few seconds.
alter table exposure_due add column since timestamptz(3) not null default now();
