import { db, Prisma } from "../platform/db/client";

/** Threads on one page. Chosen by us, as the two below. */
export const THREADS_A_PAGE = 20;

/** Answers under each of them, before one has to ask for more. */
export const ANSWERS_SHOWN = 10;

/** Answers on one page of a thread that is shown alone. */
export const ANSWERS_A_PAGE = 50;

/** A comment as it is kept, with whom it answers. */
export type CommentRow = {
  id: string;
  rootId: string;
  parentId: string | null;
  body: string;
  createdAt: Date;
  editedAt: Date | null;
  isDeleted: boolean;
  authorId: string | null;
  authorName: string | null;
  parentAuthorId: string | null;
  parentAuthorName: string | null;
  parentIsDeleted: boolean;
};

/** Where a page of comments begins and how it is read. */
type Turn = { isAscending: boolean; after: string | null; before: string | null; limit: number };

/** One page, in the order asked for, and what to ask for to turn it. */
export type Page<T> = { rows: T[]; previous: string | null; next: string | null };

const columns = Prisma.sql`
       c.id,
       c.root_id as "rootId",
       c.parent_id as "parentId",
       c.body,
       c.created_at as "createdAt",
       c.edited_at as "editedAt",
       c.deleted_at is not null as "isDeleted",
       a.id as "authorId",
       a.name as "authorName",
       pa.id as "parentAuthorId",
       pa.name as "parentAuthorName",
       coalesce(p.deleted_at is not null, false) as "parentIsDeleted"`;

const people = Prisma.sql`
  left join person a on a.id = c.author_id
  left join comment p on p.id = c.parent_id
  left join person pa on pa.id = p.author_id`;

/**
 * One page of the comments in `scope`, by time and id: whatever is posted meanwhile, turning pages neither skips nor
 * repeats. Deleted comments keep their row, so the one that a page begins after is always there.
 *
 * @param scope a condition on the comment `c`
 */
async function pageOf(scope: Prisma.Sql, { isAscending, after, before, limit }: Turn): Promise<Page<CommentRow>> {
  const isBackward = before !== null;
  const start = before ?? after;
  const isRising = isAscending !== isBackward;
  const beyond = isRising ? Prisma.sql`>` : Prisma.sql`<`;
  const direction = isRising ? Prisma.sql`asc` : Prisma.sql`desc`;
  const from = start
    ? Prisma.sql`and (c.created_at, c.id) ${beyond} (select k.created_at, k.id from comment k where k.id = ${start}::uuid)`
    : Prisma.empty;

  const found = await db.$queryRaw<CommentRow[]>`
    select ${columns}
      from (select c.*
              from comment c
             where ${scope} ${from}
             order by c.created_at ${direction}, c.id ${direction}
             limit ${limit + 1}) c ${people}
     order by c.created_at ${direction}, c.id ${direction}`;
  const hasMore = found.length > limit;
  const rows = isBackward ? found.slice(0, limit).reverse() : found.slice(0, limit);
  const hasPrevious = isBackward ? hasMore : start !== null;
  const hasNext = isBackward || hasMore;
  return {
    rows,
    previous: hasPrevious ? (rows[0]?.id ?? null) : null,
    next: hasNext ? (rows.at(-1)?.id ?? null) : null,
  };
}

/** A page of the comments that start a thread. */
export const pageOfStarters = (ideaId: string, turn: Omit<Turn, "limit">) =>
  pageOf(Prisma.sql`c.idea_id = ${ideaId}::uuid and c.parent_id is null`, { ...turn, limit: THREADS_A_PAGE });

/** The comment that starts this thread, if the idea has one. */
export async function starterOf(ideaId: string, threadId: string): Promise<CommentRow | undefined> {
  const scope = Prisma.sql`c.id = ${threadId}::uuid and c.idea_id = ${ideaId}::uuid and c.parent_id is null`;
  const { rows } = await pageOf(scope, { isAscending: true, after: null, before: null, limit: 1 });
  return rows[0];
}

/** A page of one thread's answers, oldest first. */
export const pageOfAnswers = (rootId: string, turn: { after: string | null; before: string | null }) =>
  pageOf(Prisma.sql`c.root_id = ${rootId}::uuid and c.parent_id is not null`, {
    ...turn,
    isAscending: true,
    limit: ANSWERS_A_PAGE,
  });

/** A page of all comments of an idea, whatever their thread, oldest first. */
export const pageOfComments = (ideaId: string, turn: { after: string | null; limit: number }) =>
  pageOf(Prisma.sql`c.idea_id = ${ideaId}::uuid`, { ...turn, before: null, isAscending: true });

/** The first answers of each of these threads, oldest first, and how many there are in all; for all threads at once. */
export async function firstAnswers(rootIds: string[]): Promise<Map<string, { rows: CommentRow[]; count: number }>> {
  const rows = await db.$queryRaw<(CommentRow & { count: number })[]>`
    select ${columns},
           c.count
      from unnest(${rootIds}::uuid[]) as root (id)
     cross join lateral (select c.*,
                                count(*) over ()::int as count
                           from comment c
                          where c.root_id = root.id
                            and c.parent_id is not null
                          order by c.created_at, c.id
                          limit ${ANSWERS_SHOWN}) c ${people}
     order by c.created_at, c.id`;
  const threads = Map.groupBy(rows, ({ rootId }) => rootId);
  return new Map([...threads].map(([id, answers]) => [id, { rows: answers, count: answers[0]?.count ?? 0 }]));
}
