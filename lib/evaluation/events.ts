import { z } from "zod";
import { defineEvent } from "../platform/events";

// None of these tells a mark: the log is read by people who may not see what a reviewer thinks.

/** Reviewers were asked to mark an idea. */
export const evaluationBegun = defineEvent({
  type: "evaluation.begun",
  payload: z.object({ reviewers: z.array(z.uuid()) }),
  webhook: false,
  followed: true,
});

/** A reviewer handed in their marks for an idea, or changed what they had handed in. */
export const evaluationScored = defineEvent({
  type: "evaluation.scored",
  payload: z.object({ again: z.boolean() }),
  webhook: false,
});

/** Somebody ended the evaluation of an idea; how many of those asked had handed in. */
export const evaluationClosed = defineEvent({
  type: "evaluation.closed",
  payload: z.object({ handedIn: z.number(), assigned: z.number() }),
  webhook: false,
});

const settings = z.object({ reviewers: z.number(), hidesAuthor: z.boolean(), noteFrom: z.number() });

/** Evaluations are done differently from now on. */
export const scorecardChanged = defineEvent({
  type: "scorecard.changed",
  payload: z.object({ from: settings, to: settings }),
  webhook: false,
});

/** A scorecard asks for something more. */
export const criterionAdded = defineEvent({
  type: "criterion.added",
  payload: z.object({ name: z.string(), part: z.string(), weight: z.number() }),
  webhook: false,
});

/** A criterion counts more or less, or reads differently. */
export const criterionChanged = defineEvent({
  type: "criterion.changed",
  payload: z.object({ name: z.string(), from: z.number(), to: z.number() }),
  webhook: false,
});

/** A scorecard asks for something no more. */
export const criterionRetired = defineEvent({ type: "criterion.retired", payload: z.object({}), webhook: false });
