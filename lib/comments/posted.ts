import type { Actor } from "../access/actor";
import type { Db } from "../platform/db/client";
import { Failure } from "../platform/errors";
import type { CommentInput } from "./schema";

/**
 * Whether `actor` has posted this very comment already. To be asked while the idea is held: then of two clicks on one
 * form the second finds what the first has made.
 *
 * @throws Failure `conflict` when the id belongs to another comment, or to somebody else's
 */
export async function isPosted(
  tx: Db,
  actor: Actor,
  { commentId, ideaId, parentId, body }: CommentInput & { commentId: string },
): Promise<boolean> {
  const found = await tx.comment.findUnique({ where: { id: commentId } });
  if (!found) return false;

  const isSame = found.authorId === actor.id && found.ideaId === ideaId && found.parentId === parentId;
  const saysTheSame = found.body === body || found.editedAt !== null || found.deletedAt !== null;
  if (isSame && saysTheSame) return true;
  throw new Failure("conflict", "comments.keyTaken");
}
