import { z } from "zod";
import type { Actor } from "../access/actor";
import { authorize } from "../access/authorize";
import { visibleIdeasSql } from "../access/visibility";
import { db, Prisma } from "../platform/db/client";
import { isOverdue } from "../workflow/overdue";
import { clockSql } from "./clock";
import { encodeQueueCursor, type QueueCursor } from "./queue-cursor";
import { queueViews, whoseSql } from "./queue-views";
import {
  MOST_COUNTED,
  type Neighbours,
  type Queue,
  type QueueCounts,
  type QueueInput,
  type QueuePage,
  queuedIdea,
  type View,
  views,
  type Whose,
  whoses,
} from "./schema";

const { sql } = Prisma;

/** Ideas on a page. */
const PAGE = 20;

/** Nobody's ideas stand together in the index by owner, which the planner uses only if it is told to look there. */
function ownerFirst(whose: Whose, view: View, isDown: boolean): Prisma.Sql {
  if (whose !== "nobody" || view !== "due") return Prisma.empty;
  return isDown ? sql`r.owner_id desc,` : sql`r.owner_id,`;
}

/** The ids of one page and the values they are ordered by; backwards before the cursor when `isBack`. */
function pageSql(actor: Actor, { whose, view }: Queue, limit: number, cursor?: QueueCursor, isBack = false) {
  const { among, condition, sorted, way } = queueViews[view];
  const columns = [...sorted.map(({ column }) => column), sql`r.idea_id`];
  const isDown = (way === "desc") !== isBack;
  const values = cursor && [...sorted.map(({ value }, n) => value(cursor.key[n] ?? null)), sql`${cursor.id}::uuid`];
  return sql`
    select r.idea_id as id, array[${Prisma.join(sorted.map(({ number }) => number))}]::float8[] as key
      from ${among(whose)}
     where ${condition(actor)}
       and ${whoseSql[whose](actor)}
       ${values ? sql`and (${Prisma.join(columns)}) ${isDown ? sql`<` : sql`>`} (${Prisma.join(values)})` : Prisma.empty}
     order by ${ownerFirst(whose, view, isDown)} ${Prisma.join(columns.map((column) => sql`${column} ${isDown ? sql`desc` : sql`asc`}`))}
     limit ${limit}::int`;
}

const row = queuedIdea.extend({ key: z.array(z.number().nullable()) });

/**
 * One page of a queue, most urgent first. The page is found by one range of an index; only it is filled in.
 *
 * @throws Failure `forbidden`
 */
export async function listQueue(actor: Actor, { cursor, ...queue }: QueueInput): Promise<QueuePage> {
  authorize(actor, "review.read");
  const { timeZone } = actor;
  const rows = z.array(row).parse(
    await db.$queryRaw`
    with page as materialized (${pageSql(actor, queue, PAGE + 1, cursor)})
    select page.key,
           i.id,
           i.title,
           i.language,
           i.status::text,
           i.author_id as "authorId",
           i.submitted_at as "submittedAt",
           r.version,
           (select p.name from person p where p.id = r.owner_id) as owner,
           (select g.name::text from reviewer_group g where g.id = r.group_id) as group,
           ${clockSql(timeZone)},
           r.answered_at is not null as "isAnswered",
           n.comments,
           i.author_id is distinct from ${actor.id}::uuid
             and exists (select from drafted_answer a where a.idea_id = i.id) as "isDrafted"
      from page
      join idea i on i.id = page.id
      join review r on r.idea_id = page.id
      join idea_tally n on n.idea_id = page.id
     where ${visibleIdeasSql(actor)}
     order by ${queueViews[queue.view].way === "asc" ? sql`page.key, page.id` : sql`page.key desc, page.id desc`}`,
  );
  const shown = rows.slice(0, PAGE);
  const last = rows.length > PAGE ? shown.at(-1) : undefined;
  return {
    ideas: shown.map(({ key: _, ...idea }) => idea),
    next: last ? encodeQueueCursor({ view: queue.view, id: last.id, key: last.key }) : null,
  };
}

/** How many answers are drafted, as far as `actor` may know of them: not those on their own ideas. */
export const draftedSql = (actor: Actor): Prisma.Sql => sql`
  (select count(*)::int
     from drafted_answer a
     join idea i on i.id = a.idea_id
    where i.author_id is distinct from ${actor.id}::uuid)`;

/** In the order of the index that holds them: without one, where there are none, the planner would read everything. */
const inIndexOrder: Record<View, Prisma.Sql> = {
  due: sql`coalesce(r.due_at, 'infinity'), r.posted_at`,
  support: sql`coalesce(r.due_at, 'infinity'), r.posted_at`,
  waiting: sql`r.waiting_since`,
  news: sql`r.status, coalesce(r.next_on, 'infinity')`,
};

const counted = (actor: Actor, whose: Whose, view: View, condition = queueViews[view].condition(actor)) => sql`
  (select count(*)::int
     from (select
             from review r
            where ${condition}
              and ${whoseSql[whose](actor)}
            order by ${ownerFirst(whose, view, false)} ${inIndexOrder[view]}
            limit ${MOST_COUNTED + 1}::int) c)`;

/** How much stands in each tab beside the queue that is looked at. Counts no further than a screen has to say. */
export async function countQueue(actor: Actor, { whose, view }: Queue): Promise<QueueCounts> {
  authorize(actor, "review.read");
  const [counts] = await db.$queryRaw<{ whose: number[]; view: number[]; late: number; drafted: number }[]>`
    select array[${Prisma.join(whoses.map((one) => counted(actor, one, view)))}] as whose,
           array[${Prisma.join(views.map((one) => (one === "support" ? sql`0` : counted(actor, whose, one))))}] as view,
           ${counted(actor, whose, "due", isOverdue)} as late,
           ${draftedSql(actor)} as drafted`;
  const by = <K extends string>(names: readonly K[], values: number[] = []) =>
    Object.fromEntries(names.map((name, n) => [name, values[n] ?? 0])) as Record<K, number>;
  const inView = by(views, counts?.view);
  return {
    whose: by(whoses, counts?.whose),
    view: { ...inView, support: inView.due },
    late: counts?.late ?? 0,
    drafted: counts?.drafted ?? 0,
  };
}

/**
 * What stands before and after an idea in a queue. Where the idea is none of it, because it was just decided, what comes
 * next is what the queue begins with.
 */
export async function neighboursOf(actor: Actor, ideaId: string, queue: Queue): Promise<Neighbours> {
  authorize(actor, "review.read");
  const { among, condition, sorted } = queueViews[queue.view];
  const [here] = await db.$queryRaw<{ key: (number | null)[] }[]>`
    select array[${Prisma.join(sorted.map(({ number }) => number))}]::float8[] as key
      from ${among(queue.whose)}
     where r.idea_id = ${ideaId}::uuid
       and ${condition(actor)}
       and ${whoseSql[queue.whose](actor)}`;
  const cursor = here && { view: queue.view, id: ideaId, key: here.key };
  const [found] = await db.$queryRaw<{ previous: string | null; next: string[] }[]>`
    select ${cursor ? sql`(select id from (${pageSql(actor, queue, 1, cursor, true)}) p)` : sql`null`} as previous,
           array(select id from (${pageSql(actor, queue, MOST_COUNTED + 1, cursor)}) n) as next`;
  const next = (found?.next ?? []).filter((id) => id !== ideaId);
  return { previous: found?.previous ?? null, next: next[0] ?? null, rest: next.length };
}
