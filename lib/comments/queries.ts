import type { Actor } from "../access/actor";
import { can } from "../access/authorize";
import { visibleIdeas, visibleIdeasSql } from "../access/visibility";
import { isFollowedSql } from "../ideas/followed";
import type { Named } from "../ideas/schema";
import { findStanding, type Standing } from "../ideas/standing";
import { states } from "../ideas/states";
import { db } from "../platform/db/client";
import { Failure, notFound } from "../platform/errors";
import type { MessageKey } from "../platform/i18n/messages";
import { markdownToHtml } from "../platform/markdown";
import { type CommentRow, firstAnswers, pageOfAnswers, pageOfComments, pageOfStarters, starterOf } from "./pages";
import { pageWith } from "./place";
import { inReadingOrder } from "./reading-order";
import type {
  Answer,
  Comment,
  CommentListInput,
  CommentPage,
  CommentPlace,
  CommentRef,
  Discussion,
  DiscussionInput,
} from "./schema";

/** Why `actor` may not comment on an idea now; null when nothing is in the way. */
function commentHindrance(actor: Actor, idea: Standing): MessageKey | null {
  if (!states[idea.status].commentable) return "comments.closed";
  return can(actor, "comment.post") ? null : "comments.staffOnly";
}

const named = (id: string | null, name: string | null): Named | null => (id && name ? { id, name } : null);

/** Turns rows into comments as one actor sees them; `isOpen` tells whether the discussion still goes on. */
const reader = (actor: Actor, isOpen: boolean) => {
  const comment = (row: CommentRow): Comment => ({
    id: row.id,
    parentId: row.parentId,
    author: row.isDeleted ? null : named(row.authorId, row.authorName),
    html: row.isDeleted ? "" : markdownToHtml(row.body),
    source: isOpen && !row.isDeleted && can(actor, "comment.edit", row) ? row.body : null,
    createdAt: row.createdAt,
    editedAt: row.isDeleted ? null : row.editedAt,
    isDeleted: row.isDeleted,
    mayAnswer: isOpen && !row.isDeleted && can(actor, "comment.post"),
    mayDelete: !row.isDeleted && can(actor, "comment.delete", row),
  });
  const answers = (startId: string, rows: CommentRow[]): Answer[] =>
    inReadingOrder(startId, rows).map(({ depth, isApart, ...row }) => ({
      ...comment(row),
      depth,
      isApart,
      inReplyTo: {
        author: row.parentIsDeleted ? null : named(row.parentAuthorId, row.parentAuthorName),
        isDeleted: row.parentIsDeleted,
      },
    }));
  return { comment, answers };
};

/**
 * One page of an idea's discussion: threads with their first answers, or one thread with all of them.
 *
 * @throws Failure `not_found` for an idea that `actor` may not know of, or a comment or thread that is not the idea's
 */
export async function findDiscussion(actor: Actor, input: DiscussionInput): Promise<Discussion> {
  const { ideaId, order, comment } = input;
  const idea = await ideaOf(actor, ideaId);
  const turn = { ...input, ...(comment && { before: null, ...(await pageWith(ideaId, comment, order)) }) };
  const hindrance = commentHindrance(actor, idea);
  const read = reader(actor, states[idea.status].commentable);
  const page = await (turn.thread ? wholeThread(read, ideaId, turn.thread, turn) : pageOfThreads(read, turn));
  return {
    ...page,
    ideaId,
    order,
    thread: turn.thread,
    focus: comment ? { id: comment, deed: input.deed } : null,
    count: idea.comments,
    hindrance,
    isFollowing: idea.isFollowing,
  };
}

/** What a discussion needs to know of its idea, asked at once. */
async function ideaOf(actor: Actor, ideaId: string): Promise<Standing & { comments: number; isFollowing: boolean }> {
  const [idea] = await db.$queryRaw<(Standing & { comments: number; isFollowing: boolean })[]>`
    select i.author_id as "authorId",
           i.status::text,
           n.comments,
           ${isFollowedSql(actor)} as "isFollowing"
      from idea i
      join idea_tally n on n.idea_id = i.id
     where i.id = ${ideaId}::uuid
       and ${visibleIdeasSql(actor)}`;
  if (!idea) throw notFound();
  return idea;
}

type Reader = ReturnType<typeof reader>;
type Page = Pick<Discussion, "threads" | "previous" | "next">;

async function pageOfThreads(read: Reader, { ideaId, order, after, before }: DiscussionInput): Promise<Page> {
  const { rows, ...turns } = await pageOfStarters(ideaId, { isAscending: order === "oldest", after, before });
  const answers = await firstAnswers(rows.map(({ id }) => id));
  const threads = rows.map((row) => {
    const { rows: shown = [], count = 0 } = answers.get(row.id) ?? {};
    return { starter: read.comment(row), answers: read.answers(row.id, shown), moreAnswers: count - shown.length };
  });
  return { threads, ...turns };
}

async function wholeThread(
  read: Reader,
  ideaId: string,
  thread: string,
  turn: Pick<DiscussionInput, "after" | "before">,
): Promise<Page> {
  const starter = await starterOf(ideaId, thread);
  if (!starter) throw notFound();
  const { rows, ...turns } = await pageOfAnswers(thread, turn);
  return {
    threads: [{ starter: read.comment(starter), answers: read.answers(thread, rows), moreAnswers: 0 }],
    ...turns,
  };
}

/**
 * All comments of an idea for programs: oldest first, answers among them, each naming what it answers.
 *
 * @throws Failure `invalid` for a cursor that is no comment of the idea: an empty page would look like the end
 */
export async function listComments(actor: Actor, { ideaId, cursor, limit }: CommentListInput): Promise<CommentPage> {
  await findStanding(actor, ideaId);
  const { rows, next } = await pageOfComments(ideaId, { after: cursor ?? null, limit });
  if (cursor && rows.length === 0 && (await db.comment.count({ where: { id: cursor, ideaId } })) === 0)
    throw new Failure("invalid", "validation.checkFields", { cursor: "validation.malformed" });
  const comments = rows.map((row) => ({
    id: row.id,
    parentId: row.parentId,
    author: row.isDeleted ? null : named(row.authorId, row.authorName),
    body: row.body,
    createdAt: row.createdAt,
    editedAt: row.isDeleted ? null : row.editedAt,
    deleted: row.isDeleted,
  }));
  return { comments, next };
}

/**
 * Where a comment is to be found.
 *
 * @throws Failure `not_found` when there is none, or `actor` may not know of its idea
 */
export async function findPlace(actor: Actor, { commentId }: CommentRef): Promise<CommentPlace> {
  const comment = await db.comment.findFirst({
    where: { id: commentId, idea: visibleIdeas(actor) },
    select: { ideaId: true },
  });
  if (!comment) throw notFound();
  return { ideaId: comment.ideaId, commentId };
}
