import { z } from "zod";
import { defineEvent } from "../platform/events";

// Their subject is the idea, so that its history is told in one place. What was said is never in them: it can be deleted.

/** Somebody said something about an idea, or answered somebody who did. */
export const commentPosted = defineEvent({
  type: "comment.posted",
  payload: z.object({ commentId: z.uuid(), parentId: z.uuid().nullable() }),
  webhook: true,
  followed: true,
});

/** Somebody put their comment differently. */
export const commentEdited = defineEvent({
  type: "comment.edited",
  payload: z.object({ commentId: z.uuid() }),
  webhook: true,
});

/** Somebody took their comment back, or a moderator took it away. */
export const commentDeleted = defineEvent({
  type: "comment.deleted",
  payload: z.object({ commentId: z.uuid() }),
  webhook: true,
});
