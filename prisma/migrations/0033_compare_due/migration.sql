-- 0027 listed what is to be compared before its triggers were there: what a running portal posted, edited or imported in
-- between is on no list. A migration's ledger says when it began, and nothing ran for a day: whatever came that close to it
-- is compared (again, which changes nothing where it was).
--
-- The order matters: triggers first, then the lock, then the list. Whoever changes an idea meanwhile has been waited for, or
-- waits, and then writes the newer version over ours.
lock table compare_due in share row exclusive mode;

insert into compare_due (idea_id, version, submitted_at)
select i.id, i.version, i.submitted_at
  from idea i
 cross join _prisma_migrations m
 where m.migration_name = '0027_quick'
   and i.status <> 'draft'
   and (i.created_at between m.finished_at - interval '1 day' and m.finished_at + interval '1 day'
        or i.submitted_at between m.finished_at - interval '1 day' and m.finished_at + interval '1 day'
        or i.edited_at between m.finished_at - interval '1 day' and m.finished_at + interval '1 day')
    on conflict (idea_id) do nothing;
