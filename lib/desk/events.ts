import { z } from "zod";
import { defineEvent } from "../platform/events";

/** A reviewer told colleagues something about an idea, in private; the ids of those it names. */
export const notePosted = defineEvent({
  type: "note.posted",
  payload: z.object({ noteId: z.uuid(), mentioned: z.array(z.uuid()) }),
  webhook: false,
  followed: true,
});
