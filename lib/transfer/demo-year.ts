import { type PromiseCalendar, promiseCalendar, promisesFrom } from "../settings/calendar";
import type { Connection } from "./connection";
import { chance } from "./demo-chance";
import type { DemoOrganisation } from "./demo-files";
import { ownerOf, type PromisedIdea } from "./demo-promises";

const DAY_MS = 86_400_000;

/** The source whose ideas came in over a month, and are told as if over a year, so that there is a past to look at. */
export const STRETCHED = "valladolid";

/** Each day of that month counts for so many. */
const DAYS = 13;

/** Moves ideas back in time, so that a month's ideas are those of a year; the youngest stay where they are. */
export async function spreadOverTheYear(connection: Connection, loadedAt: Date): Promise<void> {
  await connection.query(
    `with earlier as (
       select i.id,
              make_interval(days => a.days * ($2::int - 1) + case when a.days > 0 then abs(hashtext(r.external_id)::bigint)::int % $2 end)
                as by
         from idea i
         join import_record r on r.target_id = i.id and r.kind = 'idea'
        -- Counted by the calendar, so that it does not matter at which hour the demo is loaded.
        cross join (select max(submitted_at)::date as day from idea where source_id = $3) youngest
        cross join lateral (select youngest.day - i.submitted_at::date as days) a
        where i.source_id = $3
          and a.days > 0
     ), moved as (
       update idea i
          set submitted_at = i.submitted_at - e.by, created_at = i.created_at - e.by
         from earlier e
        where e.id = i.id
       returning i.id, i.submitted_at
     ), reviewed as (
       update review r set posted_at = m.submitted_at from moved m where m.id = r.idea_id
     )
     update merge g set merged_at = least($1, m.submitted_at + interval '2 days') from moved m where m.id = g.duplicate_id`,
    [loadedAt, DAYS, STRETCHED],
  );
}

type Decided = PromisedIdea & { title: string };

/** Days until a first answer, and until a decision: mostly soon, sometimes late. */
const answerDays = (key: string) => 0.4 + 7 * chance(`answered ${key}`) ** 2;
const decisionDays = (key: string) => 4 + 36 * chance(`decided ${key}`) ** 2;

function dated(idea: Decided, calendar: PromiseCalendar, organisation: DemoOrganisation, loadedAt: Date) {
  const posted = idea.submittedAt.getTime();
  // The youngest are minutes old: they too were answered after they were posted, and before the demo was loaded.
  const after = (days: number) => new Date(posted + Math.min(days * DAY_MS, 0.9 * (loadedAt.getTime() - posted)));
  const decided_at = after(decisionDays(idea.key));
  const answered_at = new Date(Math.min(after(answerDays(idea.key)).getTime(), decided_at.getTime()));
  const { answerDueAt: answer_due_at, decisionDueAt: decision_due_at } = promisesFrom(calendar, idea.submittedAt);
  const { ownerId: owner_id, groupId: group_id } = ownerOf(idea, organisation);
  return { id: idea.id, decided_at, answered_at, answer_due_at, decision_due_at, owner_id, group_id };
}

/** Says of what was decided in that year when it was answered and decided, by whom, and what had been promised. */
export async function answerOverTheYear(
  connection: Connection,
  organisation: DemoOrganisation,
  loadedAt: Date,
): Promise<void> {
  const { rows } = await connection.query<Decided>(
    `select i.id, i.title, i.source_id || ' ' || r.external_id as key, i.source_id as "sourceId",
            i.author_id as "authorId", i.submitted_at as "submittedAt", d.name as department, a.name as above
       from idea i
       join import_record r on r.target_id = i.id and r.kind = 'idea'
       left join department d on d.id = i.department_id
       left join department a on a.id = d.parent_id
      where i.source_id = $1
        and i.status in ('accepted', 'declined')`,
    [STRETCHED],
  );
  const calendar = await promiseCalendar();
  const said = JSON.stringify(rows.map((idea) => dated(idea, calendar, organisation, loadedAt)));
  const columns = `id uuid, decided_at timestamptz, answered_at timestamptz, answer_due_at timestamptz,
                   decision_due_at timestamptz, owner_id uuid, group_id uuid`;
  await connection.query(
    `update decision d set decided_at = n.decided_at
       from jsonb_to_recordset($1::jsonb) as n (${columns}) where d.idea_id = n.id and d.decided_at is null`,
    [said],
  );
  await connection.query(
    `update review r
        set answered_at = n.answered_at, decided_at = n.decided_at, answer_due_at = n.answer_due_at,
            decision_due_at = n.decision_due_at, owner_id = coalesce(r.owner_id, n.owner_id), group_id = n.group_id
       from jsonb_to_recordset($1::jsonb) as n (${columns}) where r.idea_id = n.id`,
    [said],
  );
}
