-- One line about what somebody does here, in the language it was written in.
alter table person add column about text check (btrim(about) <> '' and char_length(about) <= 300);
