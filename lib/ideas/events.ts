import { z } from "zod";
import { defineEvent } from "../platform/events";

/** Colleagues can read a new idea. */
export const ideaSubmitted = defineEvent({
  type: "idea.submitted",
  payload: z.object({ title: z.string() }),
  webhook: true,
  followed: true,
});

/** An idea reads differently from now on; `version` is the one that ended. */
export const ideaEdited = defineEvent({
  type: "idea.edited",
  payload: z.object({ version: z.number() }),
  webhook: true,
  followed: true,
});

/** Its author took an idea back. */
export const ideaWithdrawn = defineEvent({
  type: "idea.withdrawn",
  payload: z.object({ from: z.string() }),
  webhook: true,
  followed: true,
});

/** Somebody wants to hear what becomes of an idea. */
export const ideaFollowed = defineEvent({ type: "idea.followed", payload: z.object({}), webhook: false });

/** Somebody no longer wants to hear of an idea. */
export const ideaUnfollowed = defineEvent({ type: "idea.unfollowed", payload: z.object({}), webhook: false });

/** The organisation calls a state differently in one language; the subject is whoever decided that. */
export const stateRenamed = defineEvent({
  type: "state.renamed",
  payload: z.object({ state: z.string(), locale: z.string(), from: z.string(), to: z.string() }),
  webhook: false,
});

/** The organisation shows a state in another colour; the subject is whoever decided that. */
export const stateRecoloured = defineEvent({
  type: "state.recoloured",
  payload: z.object({ state: z.string(), from: z.string(), to: z.string() }),
  webhook: false,
});
