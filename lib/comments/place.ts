import { db, Prisma } from "../platform/db/client";
import { notFound } from "../platform/errors";
import { ANSWERS_A_PAGE, ANSWERS_SHOWN, THREADS_A_PAGE } from "./pages";
import type { DiscussionInput } from "./schema";

type Turn = Pick<DiscussionInput, "thread" | "after">;

/**
 * The page of an idea's discussion that has a certain comment: the one that a reader who turns pages from the first
 * one on would find it on. An answer that the page of threads leaves out is on a page of its thread.
 *
 * @throws Failure `not_found` when the idea has no such comment
 */
export async function pageWith(ideaId: string, commentId: string, order: DiscussionInput["order"]): Promise<Turn> {
  const [comment] = await db.$queryRaw<{ rootId: string; answersBefore: number }[]>`
    select c.root_id as "rootId",
           case when c.parent_id is null then -1
                else (select count(*)::int
                        from comment a
                       where a.root_id = c.root_id
                         and a.parent_id is not null
                         and (a.created_at, a.id) < (c.created_at, c.id)) end as "answersBefore"
      from comment c
     where c.id = ${commentId}::uuid
       and c.idea_id = ${ideaId}::uuid`;
  if (!comment) throw notFound();
  const { rootId, answersBefore } = comment;
  return answersBefore < ANSWERS_SHOWN
    ? { thread: null, after: await starterBeforePage(ideaId, rootId, order) }
    : { thread: rootId, after: await answerBeforePage(rootId, answersBefore) };
}

/** The last comment of the page before; null when the first page is meant. */
async function starterBeforePage(ideaId: string, rootId: string, order: DiscussionInput["order"]) {
  const direction = order === "oldest" ? Prisma.sql`asc` : Prisma.sql`desc`;
  const [before] = await db.$queryRaw<{ id: string }[]>`
    with starter as (
      select c.id,
             row_number() over (order by c.created_at ${direction}, c.id ${direction}) as position
        from comment c
       where c.idea_id = ${ideaId}::uuid
         and c.parent_id is null
    )
    select before.id
      from starter here
      join starter before on before.position = (here.position - 1) / ${THREADS_A_PAGE} * ${THREADS_A_PAGE}
     where here.id = ${rootId}::uuid`;
  return before?.id ?? null;
}

async function answerBeforePage(rootId: string, answersBefore: number) {
  const position = Math.floor(answersBefore / ANSWERS_A_PAGE) * ANSWERS_A_PAGE;
  if (position === 0) return null;
  const [before] = await db.$queryRaw<{ id: string }[]>`
    select c.id
      from comment c
     where c.root_id = ${rootId}::uuid
       and c.parent_id is not null
     order by c.created_at, c.id
    offset ${position - 1}
     limit 1`;
  return before?.id ?? null;
}
