import { type PromiseCalendar, promiseCalendar, promisesFrom } from "../settings/calendar";
import { workingDaysBetween } from "../settings/working-days";
import type { Connection } from "./connection";
import { chance, pick } from "./demo-chance";
import type { DemoOrganisation } from "./demo-files";
import { INVENTED, personId } from "./demo-organisation";
import { groupId } from "./demo-reviewing";

/** What the demo's queue shows: so many that are late, that wait for their author, and that are still in time. */
const SHOWN = { late: 6, waiting: 5, inTime: 45 };

/** An idea to which something is promised, and what decides who answers for it. */
export type PromisedIdea = {
  id: string;
  key: string;
  sourceId: string;
  authorId: string | null;
  submittedAt: Date;
  department: string | null;
  above: string | null;
};

type Idea = PromisedIdea;

type Promised = Idea & { answerDueAt: Date; decisionDueAt: Date; waitingSince: Date | null };

async function openIdeas(connection: Connection): Promise<Idea[]> {
  const { rows } = await connection.query<Idea>(
    `select i.id, i.source_id || ' ' || r.external_id as key, i.source_id as "sourceId", i.author_id as "authorId",
            i.submitted_at as "submittedAt", d.name as department, a.name as above
       from idea i
       join import_record r on r.target_id = i.id and r.kind = 'idea'
       left join department d on d.id = i.department_id
       left join department a on a.id = d.parent_id
      where i.status in ('submitted', 'in_review')`,
  );
  return rows.toSorted((a, b) => chance(`promise ${a.key}`) - chance(`promise ${b.key}`));
}

/** Promises as they would have been made, for all that the staff wrote and for some of the rest. */
function chosen(ideas: Idea[], calendar: PromiseCalendar, at: Date): Promised[] {
  const promised = ideas.map((idea) => ({ ...idea, ...promisesFrom(calendar, idea.submittedAt), waitingSince: null }));
  const ours = promised.filter(({ sourceId, answerDueAt }) => sourceId === INVENTED && answerDueAt > at);
  const others = promised.filter(({ sourceId }) => sourceId !== INVENTED);
  const late = others.filter(
    ({ answerDueAt }) => answerDueAt <= at && workingDaysBetween(calendar, answerDueAt, at) < 4,
  );
  const inTime = others.filter(({ answerDueAt }) => answerDueAt > at);
  const waiting = late.slice(SHOWN.late, SHOWN.late + SHOWN.waiting);
  return [
    ...ours,
    ...late.slice(0, SHOWN.late),
    // Asked on the day after.
    ...waiting.map((idea) => ({ ...idea, waitingSince: new Date(idea.submittedAt.getTime() + 86_400_000) })),
    ...inTime.slice(0, SHOWN.inTime),
  ];
}

/** Who answers for an idea, and in which group: always the same. */
export function ownerOf({ key, authorId, department, above }: Idea, { groups }: DemoOrganisation) {
  const group =
    groups.find(({ departments }) => departments.some((name) => name === department || name === above)) ??
    groups.find(({ departments }) => departments.length === 0);
  const able = (group?.members ?? []).map(personId).filter((id) => id !== authorId);
  return { ownerId: able.length > 0 ? pick(able, `owner ${key}`) : null, groupId: group ? groupId(group.name) : null };
}

/** Says how far that has come which the staff's own ideas began. */
const reportProgress = (connection: Connection) =>
  connection.query(
    `update review r set progress = 40
       from idea i where i.id = r.idea_id and i.source_id = $1 and i.status = 'in_progress'`,
    [INVENTED],
  );

/** Has the demo's reviewers answer for some of the open ideas: a few late, a few waiting for their author, most in time. */
export async function makePromises(connection: Connection, organisation: DemoOrganisation, at: Date): Promise<void> {
  const ideas = chosen(await openIdeas(connection), await promiseCalendar(), at);
  const rows = ideas.map((idea) => ({
    idea_id: idea.id,
    answer_due_at: idea.answerDueAt,
    decision_due_at: idea.decisionDueAt,
    waiting_since: idea.waitingSince,
    ...ownerOf(idea, organisation),
  }));
  await connection.query(
    `update review r
        set owner_id = n."ownerId", group_id = n."groupId", answer_due_at = n.answer_due_at,
            decision_due_at = n.decision_due_at, waiting_since = n.waiting_since
       from jsonb_to_recordset($1::jsonb) as n (idea_id uuid, "ownerId" uuid, "groupId" uuid, answer_due_at timestamptz,
                                                decision_due_at timestamptz, waiting_since timestamptz)
      where r.idea_id = n.idea_id`,
    [JSON.stringify(rows)],
  );
  await reportProgress(connection);
}
