-- What changed since somebody's last visit is looked up by when it was decided.
create index decision_decided_at_idx on decision (decided_at);

-- Counted here and not at the next start: until every server is a new one, an old one might count all but these.
select rebuild_heads();
