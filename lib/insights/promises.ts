import type { Actor } from "../access/actor";
import { authorize } from "../access/authorize";
import { db, Prisma } from "../platform/db/client";
import { isOverdue } from "../workflow/overdue";
import { ideaColumns, ideaRow, type ToldIdea } from "./idea-section";
import { listPath } from "./list-path";
import { monthSums } from "./month-sums";
import { narrowedTo } from "./narrowed";
import type { InsightsInput, ListedKind } from "./schema";
import { type Scope, scopeOf } from "./scope";
import type { Row, Said, Section } from "./section";

/** So many of the oldest are named. */
const OLDEST = 10;

const total = (counts: number[]) => counts.reduce((sum, count) => sum + count, 0);

/** What becomes of promised answers. */
const promiseKinds = ["kept", "late", "open"] as const;

/** Whether answers came when they were promised, by the month in which they were due. */
export async function promisedAnswers(actor: Actor, input: InsightsInput): Promise<Section> {
  authorize(actor, "insights.read");
  const months = await monthSums(await scopeOf(actor, input));
  const count = total(months.map(({ promises }) => promises));
  const kept = total(months.map(({ promisesKept }) => promisesKept));
  const late = total(months.map(({ promisesLate }) => promisesLate));
  return {
    key: "promises",
    title: "insights.promises",
    says: [
      count > 0
        ? { key: "insights.saysPromises", values: { count, kept, late, open: count - kept - late } }
        : { key: "insights.saysNoPromises" },
    ],
    chart: { kind: "stacked", label: "month", parts: [...promiseKinds] },
    columns: [
      { key: "month", label: "insights.columnMonth", kind: "month" },
      { key: "kept", label: "insights.columnKept", kind: "count" },
      { key: "late", label: "insights.columnLate", kind: "count" },
      { key: "open", label: "insights.columnOpen", kind: "count" },
    ],
    rows: months
      .filter(({ promises }) => promises > 0)
      .map(({ month, promises, promisesKept, promisesLate }) => {
        const counts = { kept: promisesKept, late: promisesLate, open: promises - promisesKept - promisesLate };
        const dueIn = (which: ListedKind) => listPath(which, input, { from: month, to: month });
        const told = promiseKinds.filter((which) => counts[which] > 0);
        return {
          cells: { month, ...counts },
          href: dueIn("due"),
          hrefs: Object.fromEntries(told.map((which) => [which, dueIn(which)])),
        };
      }),
    terms: ["promiseKept"],
  };
}

type Overdue = { id: string | null; name: string | null; count: number; days: number };

/** By what overdue ideas are told apart, and how a list is narrowed to those of one. */
const divisions = {
  Owner: {
    key: "who",
    label: "insights.columnPerson",
    column: Prisma.sql`r.owner_id`,
    table: Prisma.sql`person`,
    narrowedTo: (owner: string) => ({ owner }),
  },
  Unit: {
    key: "unit",
    label: "insights.columnUnit",
    column: Prisma.sql`f.department_id`,
    table: Prisma.sql`department`,
    narrowedTo: (exactly: string) => ({ exactly }),
  },
} as const;

/** What is overdue now is a range of the index by which the desk is ordered; only what is late is read. */
const overdueIn = (scope: Scope, { column, table }: Record<"column" | "table", Prisma.Sql>) =>
  db.$queryRaw<Overdue[]>`
    select u.id, u.name, count(*)::int as count, floor(extract(epoch from now() - min(r.due_at)) / 86400)::int as days
      from review r
      join idea_fact f on f.idea_id = r.idea_id
      left join ${table} u on u.id = ${column}
     where ${isOverdue}
       ${narrowedTo(scope, "f")}
     group by u.id, u.name
     order by count desc, days desc, u.name nulls last`;

function overdueSays(rows: Overdue[]): Said {
  const count = total(rows.map((row) => row.count));
  const days = Math.max(0, ...rows.map((row) => row.days));
  return count > 0 ? { key: "insights.saysOverdue", values: { count, days } } : { key: "insights.saysNoOverdue" };
}

const overdueBy =
  (by: keyof typeof divisions) =>
  async (actor: Actor, input: InsightsInput): Promise<Section> => {
    authorize(actor, "insights.read");
    const { key, label, ...division } = divisions[by];
    const rows = await overdueIn(await scopeOf(actor, input), division);
    return {
      key: `overdueBy${by}`,
      title: `insights.overdueBy${by}`,
      says: [overdueSays(rows)],
      chart: { kind: "bars", label: key, value: "overdue" },
      columns: [
        { key, label, kind: "text" },
        { key: "overdue", label: "insights.columnOverdue", kind: "count" },
        { key: "oldest", label: "insights.columnOldest", kind: "days" },
      ],
      rows: rows.map(
        ({ id, name, count, days }): Row => ({
          cells: { [key]: name, overdue: count, oldest: days },
          href: listPath("overdue", input, division.narrowedTo(id ?? "none")),
        }),
      ),
      terms: ["promiseKept"],
    };
  };

/** Whose answers and decisions are overdue today. */
export const overdueByOwner = overdueBy("Owner");

/** About which departments themselves, without those below, answers and decisions are overdue today. */
export const overdueByUnit = overdueBy("Unit");

/** The undecided ideas that have waited longest, whenever they were posted. */
export async function oldestWaiting(actor: Actor, input: InsightsInput): Promise<Section> {
  authorize(actor, "insights.read");
  const scope = await scopeOf(actor, input);
  const ideas = await db.$queryRaw<(ToldIdea & { waiting: number })[]>`
    select i.id, i.title, i.status, to_char(f.posted_on, 'YYYY-MM-DD') as "postedOn",
           (select p.name from person p where p.id = f.owner_id) as owner,
           to_char(r.due_at at time zone ${actor.timeZone}, 'YYYY-MM-DD') as "dueOn",
           (now() at time zone ${actor.timeZone})::date - f.posted_on as waiting
      from idea_fact f
      join idea i on i.id = f.idea_id
      left join review r on r.idea_id = f.idea_id
     where f.status in ('submitted', 'in_review')
       ${narrowedTo(scope, "f")}
     order by f.posted_on, f.idea_id
     limit ${OLDEST}::int`;
  const [first] = ideas;
  return {
    key: "oldestWaiting",
    title: "insights.oldestWaiting",
    says: [
      first
        ? { key: "insights.saysOldest", values: { title: first.title, days: first.waiting } }
        : { key: "insights.saysNoneWaiting" },
    ],
    columns: [
      ...ideaColumns,
      { key: "waiting", label: "insights.columnWaiting", kind: "days" },
      { key: "dueOn", label: "insights.columnDue", kind: "date" },
      { key: "owner", label: "insights.columnOwner", kind: "text" },
    ],
    rows: ideas.map(ideaRow),
    terms: ["ageing"],
  };
}
