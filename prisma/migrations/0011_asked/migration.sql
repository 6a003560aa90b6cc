-- Reviewers hear of it when they are asked to mark an idea.
alter table notification drop constraint notification_reason_check;
alter table notification add constraint notification_reason_check check (
  reason in ('author', 'mentioned', 'answered', 'reminded', 'escalated', 'owner', 'asked', 'group', 'voter', 'commenter',
             'follower'));
