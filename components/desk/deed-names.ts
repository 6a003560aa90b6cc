import type { MessageKey } from "@/lib/platform/i18n/messages";

/** Everything a reviewer can do with an idea. */
export const deeds = [
  "in_review",
  "accepted",
  "declined",
  "in_progress",
  "implemented",
  "submitted",
  "archived",
  "merged",
  "withdrawn",
  "answer",
  "ask",
  "assign",
  "progress",
  "unmerge",
] as const;

/** One of them. */
export type Deed = (typeof deeds)[number];

type Named = { title: MessageKey; now: MessageKey; key: string };

const named = (title: MessageKey, now: MessageKey, key: string): Named => ({ title, now, key });

/** What each is called, what its button says, and the key that opens it. */
export const deedNames: Record<Deed, Named> = {
  in_review: named("desk.deedInReview", "desk.nowInReview", "t"),
  accepted: named("desk.deedAccepted", "desk.nowAccepted", "a"),
  declined: named("desk.deedDeclined", "desk.nowDeclined", "d"),
  in_progress: named("desk.deedInProgress", "desk.nowInProgress", "p"),
  implemented: named("desk.deedImplemented", "desk.nowImplemented", "i"),
  submitted: named("desk.deedSubmitted", "desk.nowSubmitted", "b"),
  archived: named("desk.deedArchived", "desk.nowArchived", "z"),
  answer: named("desk.deedAnswer", "desk.nowAnswer", "r"),
  ask: named("desk.deedAsk", "desk.nowAsk", "w"),
  assign: named("desk.deedAssign", "desk.nowAssign", "o"),
  progress: named("desk.deedProgress", "desk.nowProgress", "f"),
  merged: named("desk.deedMerged", "desk.nowMerged", "m"),
  unmerge: named("desk.deedUnmerge", "desk.nowUnmerge", "m"),
  // Never a reviewer's, but the author's.
  withdrawn: named("ideas.statusWithdrawn", "ideas.statusWithdrawn", ""),
};
