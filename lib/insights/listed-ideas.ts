import type { Actor } from "../access/actor";
import { authorize } from "../access/authorize";
import { visibleIdeasSql } from "../access/visibility";
import { db, Prisma } from "../platform/db/client";
import type { MessageKey } from "../platform/i18n/messages";
import { isOverdue } from "../workflow/overdue";
import { ideaColumns, ideaRow, type ToldIdea } from "./idea-section";
import { narrowedTo } from "./narrowed";
import { countedHere } from "./participation-of";
import type { ListedInput, ListedKind } from "./schema";
import { type Scope, scopeOf } from "./scope";
import type { Section } from "./section";

/** So many ideas stand on a page. */
const ON_PAGE = 50;

const titles: Record<ListedKind, MessageKey> = {
  posted: "insights.behindPosted",
  colleagues: "insights.behindColleagues",
  submitted: "insights.behindSubmitted",
  answered: "insights.behindAnswered",
  accepted: "insights.behindAccepted",
  started: "insights.behindStarted",
  implemented: "insights.behindImplemented",
  declined: "insights.behindDeclined",
  archived: "insights.behindArchived",
  undecided: "insights.behindUndecided",
  answers: "insights.behindAnswers",
  due: "insights.behindDue",
  kept: "insights.behindKept",
  late: "insights.behindLate",
  open: "insights.behindOpen",
  overdue: "insights.behindOverdue",
};

const counts = Prisma.sql`f.status not in ('merged', 'withdrawn')`;

/** The same as the view `idea_month` says it; of what is posted, what was taken back is counted by nobody. */
const belongs: Record<ListedKind, Prisma.Sql> = {
  posted: Prisma.sql`f.status <> 'withdrawn'`,
  colleagues: Prisma.sql`f.status <> 'withdrawn'`,
  submitted: counts,
  answered: Prisma.sql`${counts} and f.is_answered`,
  accepted: Prisma.sql`${counts} and f.is_accepted`,
  started: Prisma.sql`${counts} and f.is_started`,
  implemented: Prisma.sql`f.status = 'implemented'`,
  declined: Prisma.sql`f.status = 'declined'`,
  archived: Prisma.sql`f.status = 'archived'`,
  undecided: Prisma.sql`f.status in ('submitted', 'in_review')`,
  answers: counts,
  due: counts,
  kept: Prisma.sql`${counts} and f.is_answer_kept`,
  late: Prisma.sql`${counts} and not f.is_answer_kept`,
  open: Prisma.sql`${counts} and f.is_answer_kept is null`,
  overdue: isOverdue,
};

/** The day by which an idea falls into the months; none where they do not matter. */
const dayOf = (which: ListedKind): Prisma.Sql | null => {
  if (which === "overdue") return null;
  if (which === "answers") return Prisma.sql`f.answered_on`;
  return ["due", "kept", "late", "open"].includes(which) ? Prisma.sql`f.answer_due_on` : Prisma.sql`f.posted_on`;
};

const isIn = (column: Prisma.Sql, id: string | undefined): Prisma.Sql[] => {
  if (id === undefined) return [];
  return [id === "none" ? Prisma.sql`${column} is null` : Prisma.sql`${column} = ${id}::uuid`];
};

/** The ideas of a portfolio: what was taken back, or is part of another idea, is nobody's proposal any more. */
const inPortfolio = ({ goal, ambition }: Pick<ListedInput, "goal" | "ambition">): Prisma.Sql[] => [
  ...(goal
    ? [
        Prisma.sql`${counts} and exists (select from idea_goal g where g.idea_id = f.idea_id and g.goal_id = ${goal}::uuid)`,
      ]
    : []),
  ...(ambition
    ? [
        Prisma.sql`${counts} and exists (select from idea_ambition a where a.idea_id = f.idea_id and a.ambition = ${ambition})`,
      ]
    : []),
];

/** Units are those of ideas; of what colleagues propose, those in which their authors count. */
const narrowing = (which: ListedKind, scope: Scope): Prisma.Sql =>
  which === "colleagues"
    ? Prisma.sql`
        exists (select from voice v where v.person_id = f.author_id and ${countedHere(scope)})
        ${narrowedTo({ ...scope, departments: null, places: null }, "f")}`
    : Prisma.sql`true ${narrowedTo(scope, "f")}`;

/** The ideas behind a figure, as a section, newest first or what is overdue longest; and how many there are in all. */
export async function listedIdeas(
  actor: Actor,
  { which, owner, exactly, goal, ambition, page, ...input }: ListedInput,
): Promise<{ section: Section; count: number; hasMore: boolean }> {
  authorize(actor, "insights.read");
  const scope = await scopeOf(actor, input);
  const day = dayOf(which);
  const [first, last] = [`${scope.months[0]}-01`, `${scope.months.at(-1)}-01`];
  const where = Prisma.join(
    [
      narrowing(which, scope),
      visibleIdeasSql(actor),
      belongs[which],
      ...(day ? [Prisma.sql`${day} >= ${first}::date and ${day} < ${last}::date + interval '1 month'`] : []),
      ...isIn(Prisma.sql`r.owner_id`, owner),
      ...isIn(Prisma.sql`f.department_id`, exactly),
      ...inPortfolio({ goal, ambition }),
    ],
    " and ",
  );
  const from = Prisma.sql`
    from idea_fact f join idea i on i.id = f.idea_id left join review r on r.idea_id = f.idea_id where ${where}`;
  const [ideas, [total]] = await Promise.all([
    db.$queryRaw<ToldIdea[]>`
      select i.id, i.title, i.status, to_char(f.posted_on, 'YYYY-MM-DD') as "postedOn",
             to_char(f.answered_on, 'YYYY-MM-DD') as "answeredOn", to_char(f.answer_due_on, 'YYYY-MM-DD') as "dueOn",
             (select p.name from person p where p.id = f.owner_id) as owner
       ${from}
       order by ${which === "overdue" ? Prisma.sql`r.due_at` : Prisma.sql`${day} desc`}, f.idea_id
       limit ${ON_PAGE}::int offset ${(page - 1) * ON_PAGE}::int`,
    db.$queryRaw<{ count: number }[]>`select count(*)::int as count ${from}`,
  ]);
  const count = total?.count ?? 0;
  const section: Section = {
    key: "list",
    title: titles[which],
    says: [{ key: "insights.listLead", values: { count } }],
    columns: [
      ...ideaColumns,
      { key: "dueOn", label: "insights.columnDue", kind: "date" },
      { key: "answeredOn", label: "insights.columnAnswered", kind: "date" },
      { key: "owner", label: "insights.columnOwner", kind: "text" },
    ],
    rows: ideas.map(ideaRow),
    terms: [],
  };
  return { section, count, hasMore: page * ON_PAGE < count };
}
