import { randomUUID } from "node:crypto";
import type { Actor } from "../access/actor";
import { authorize } from "../access/authorize";
import { visibleIdeas } from "../access/visibility";
import { ideaFollowed } from "../ideas/events";
import { holdStanding } from "../ideas/standing";
import { requireState } from "../ideas/states";
import { now } from "../platform/clock";
import { type Db, transaction } from "../platform/db/client";
import { Failure, notFound } from "../platform/errors";
import { record } from "../platform/events";
import { countFor } from "../platform/rate-limit";
import { commentDeleted, commentEdited, commentPosted } from "./events";
import { isPosted } from "./posted";
import type { CommentEdit, CommentInput, CommentPlace, CommentRef } from "./schema";

/**
 * Says something about an idea, or answers a comment. With one's first comment one follows the idea, so as to hear the
 * answers. Posting the same comment again, as a double click or a retry does, answers the one that is there.
 */
export async function postComment(actor: Actor, input: CommentInput): Promise<CommentPlace> {
  const { ideaId, parentId, body } = input;
  const place = { ideaId, commentId: input.commentId ?? randomUUID() };
  await countFor(actor.id, "comments");

  return transaction(async (tx) => {
    const idea = await holdStanding(tx, actor, ideaId);
    authorize(actor, "comment.post");
    if (input.commentId && (await isPosted(tx, actor, { ...input, ...place }))) return place;
    requireState(idea, "commentable", "comments.closed");
    const rootId = parentId ? await rootOfAnswerable(tx, ideaId, parentId) : place.commentId;
    await followWithFirstComment(tx, actor, ideaId);
    await record(tx, actor, commentPosted, ideaId, { commentId: place.commentId, parentId });
    await tx.comment.createMany({
      data: [{ id: place.commentId, ideaId, rootId, parentId, authorId: actor.id, body }],
    });
    return place;
  });
}

/** Puts one's own comment differently. Readers see that it was edited; saying the same again changes nothing. */
export async function editComment(actor: Actor, { commentId, body }: CommentEdit): Promise<CommentPlace> {
  return transaction(async (tx) => {
    const { ideaId, ...comment } = await findVisible(tx, actor, commentId);
    authorize(actor, "comment.edit", comment);
    requireState(await holdStanding(tx, actor, ideaId), "commentable", "comments.closed");
    if (comment.body === body) return { ideaId, commentId };
    const { count } = await tx.comment.updateMany({
      where: { id: commentId, deletedAt: null },
      data: { body, editedAt: now() },
    });
    if (count === 0) throw new Failure("conflict", "comments.alreadyDeleted");
    await record(tx, actor, commentEdited, ideaId, { commentId });
    return { ideaId, commentId };
  });
}

/**
 * Takes a comment away, for good: its text is erased, its place in the thread stays. Also when the discussion is closed,
 * because what one has said one may always take back. Doing it again changes nothing.
 */
export async function deleteComment(actor: Actor, { commentId }: CommentRef): Promise<CommentPlace> {
  return transaction(async (tx) => {
    const { ideaId, ...comment } = await findVisible(tx, actor, commentId);
    authorize(actor, "comment.delete", comment);
    const { count } = await tx.comment.updateMany({
      where: { id: commentId, deletedAt: null },
      data: { body: "", deletedAt: now() },
    });
    if (count > 0) await record(tx, actor, commentDeleted, ideaId, { commentId });
    return { ideaId, commentId };
  });
}

async function findVisible(tx: Db, actor: Actor, commentId: string) {
  const comment = await tx.comment.findFirst({
    where: { id: commentId, idea: visibleIdeas(actor) },
    select: { ideaId: true, authorId: true, body: true },
  });
  if (!comment) throw notFound();
  return comment;
}

/** The thread that an answer joins. Fails when there is nothing, or nothing left, to answer. */
async function rootOfAnswerable(tx: Db, ideaId: string, parentId: string): Promise<string> {
  const parent = await tx.comment.findFirst({
    where: { id: parentId, ideaId },
    select: { rootId: true, deletedAt: true },
  });
  if (!parent) throw new Failure("not_found", "comments.parentMissing");
  if (parent.deletedAt) throw new Failure("conflict", "comments.parentDeleted");
  return parent.rootId;
}

/** Only with the first one: whoever stops following and goes on commenting meant it. */
async function followWithFirstComment(tx: Db, actor: Actor, ideaId: string): Promise<void> {
  if ((await tx.comment.count({ where: { ideaId, authorId: actor.id } })) > 0) return;
  const { count } = await tx.follow.createMany({ data: [{ ideaId, personId: actor.id }], skipDuplicates: true });
  if (count > 0) await record(tx, actor, ideaFollowed, ideaId, {});
}
