-- Half-typed labels of drafts must not show up among everybody's tags.
alter table idea add column draft_tags text[] not null default '{}',
                 add check (status = 'draft' or draft_tags = '{}');

-- JavaScript and JSON hold integers exactly up to here; nothing that a company estimates costs more.
alter table cost_estimate add check (amount_minor <= 9007199254740991);
