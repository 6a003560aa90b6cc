import { z } from "zod";
import { defineEvent } from "../platform/events";

/** The two ideas, and the version of the review of whichever the event is about. */
const both = z.object({ duplicate: z.uuid(), survivor: z.uuid(), version: z.number() });

/** An idea was merged into another one that stays. Written down for both, each with the version of its own review. */
export const ideaMerged = defineEvent({ type: "idea.merged", payload: both, webhook: true, followed: true });

/** A merge was undone: both ideas stand for themselves again. Written down for both, with what had been said at the merge. */
export const ideaUnmerged = defineEvent({
  type: "idea.unmerged",
  payload: both.extend({ said: z.string().nullable() }),
  webhook: true,
  followed: true,
});

const wish = z.object({ duplicate: z.uuid(), survivor: z.uuid() });

/** An author asks that the own idea becomes part of another one. */
export const mergeAsked = defineEvent({ type: "merge.asked", payload: wish, webhook: false, followed: true });

/** An author no longer asks that. */
export const mergeRetracted = defineEvent({ type: "merge.retracted", payload: wish, webhook: false });

/** Whoever was asked wants both ideas to stay. */
export const mergeDeclined = defineEvent({ type: "merge.declined", payload: wish, webhook: false, followed: true });

/** A reviewer said that two ideas do not say the same. */
export const pairParted = defineEvent({
  type: "pair.parted",
  payload: z.object({ other: z.uuid() }),
  webhook: false,
});
