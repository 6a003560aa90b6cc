import { z } from "zod";
import { defineEvent } from "../platform/events";

/** The version of the review that the deed made. */
const version = z.number();
const id = z.string().nullable();

/** An idea went from one state to another. */
export const ideaMoved = defineEvent({
  type: "idea.moved",
  payload: z.object({ from: z.string(), to: z.string(), kind: z.string().nullable(), version }),
  webhook: true,
  followed: true,
});

/** Somebody else answers for an idea from now on, or nobody; ids of people and of a group of reviewers. */
export const ideaAssigned = defineEvent({
  type: "idea.assigned",
  payload: z.object({ from: id, to: id, group: id, version }),
  webhook: true,
  followed: true,
});

/** A reviewer answered, without deciding yet. */
export const ideaAnswered = defineEvent({
  type: "idea.answered",
  payload: z.object({ version }),
  webhook: true,
  followed: true,
});

/** The review waits for the author from now on. */
export const ideaPaused = defineEvent({
  type: "idea.paused",
  payload: z.object({ version }),
  webhook: true,
  followed: true,
});

/** The review goes on, after so many working days. */
export const ideaResumed = defineEvent({
  type: "idea.resumed",
  payload: z.object({ version, waitedDays: z.number() }),
  webhook: true,
  followed: true,
});

/** An idea has come further, or less far than was thought; per cent. `delivery` where that tells everybody of it. */
export const ideaProgressed = defineEvent({
  type: "idea.progressed",
  payload: z.object({ from: z.number().nullable(), to: z.number(), delivery: z.uuid().optional(), version }),
  webhook: true,
  followed: true,
});

/** Until when an answer or a decision was promised, and who was told. */
const told = z.object({ promise: z.enum(["answer", "decision"]), dueAt: z.iso.datetime(), to: z.array(z.uuid()) });

/** A promise ends soon, and whoever has to keep it was reminded. */
export const reviewReminded = defineEvent({ type: "review.reminded", payload: told, webhook: false, followed: true });

/** A promise was not kept, and it was passed on to those who have to know. */
export const reviewEscalated = defineEvent({ type: "review.escalated", payload: told, webhook: true, followed: true });

const rule = z.object({ category: id, department: id, place: id, to: z.string() });

/** New ideas about something go to somebody from now on. */
export const ruleAdded = defineEvent({ type: "rule.added", payload: rule, webhook: false });

/** A rule is looked at before the one that stood above it. */
export const ruleRaised = defineEvent({ type: "rule.raised", payload: z.object({}), webhook: false });

/** A rule counts no more. */
export const ruleRemoved = defineEvent({ type: "rule.removed", payload: rule, webhook: false });

const called = z.object({ name: z.string() });

/** There is another group of reviewers. */
export const groupAdded = defineEvent({ type: "group.added", payload: called, webhook: false });

/** A group of reviewers is called differently. */
export const groupRenamed = defineEvent({
  type: "group.renamed",
  payload: z.object({ from: z.string(), to: z.string() }),
  webhook: false,
});

/** A group of reviewers is no more. */
export const groupRemoved = defineEvent({ type: "group.removed", payload: called, webhook: false });

const member = z.object({ name: z.string(), personId: z.uuid() });

/** Somebody reviews with a group from now on. */
export const groupMemberAdded = defineEvent({ type: "group.memberAdded", payload: member, webhook: false });

/** Somebody no longer reviews with a group. */
export const groupMemberRemoved = defineEvent({ type: "group.memberRemoved", payload: member, webhook: false });
