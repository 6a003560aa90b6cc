import { z } from "zod";
import { defineEvent } from "../platform/events";

/** The organisation has one more goal. */
export const goalAdded = defineEvent({ type: "goal.added", payload: z.object({ name: z.string() }), webhook: false });

/** A goal reads differently. */
export const goalChanged = defineEvent({
  type: "goal.changed",
  payload: z.object({ from: z.string(), to: z.string() }),
  webhook: false,
});

/** A goal stands one place further up. */
export const goalRaised = defineEvent({ type: "goal.raised", payload: z.object({ name: z.string() }), webhook: false });

/** A goal is not chosen for ideas any more. */
export const goalRetired = defineEvent({
  type: "goal.retired",
  payload: z.object({ name: z.string() }),
  webhook: false,
});

const shares = z.object({ usual: z.number(), moderate: z.number(), radical: z.number() });

/** Leadership wants another balance between usual, moderate and radical ideas. */
export const balanceChanged = defineEvent({
  type: "balance.changed",
  payload: z.object({ from: shares, to: shares }),
  webhook: false,
});

/** A reviewer said which goals an idea serves, and how daring it is: ids of goals, and the word for the ambition. */
export const ideaAligned = defineEvent({
  type: "idea.aligned",
  payload: z.object({ from: z.array(z.string()), to: z.array(z.string()) }),
  webhook: false,
});
