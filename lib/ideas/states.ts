import type { IdeaStatus } from "../platform/db/generated/enums";
import { Failure } from "../platform/errors";
import type { MessageKey } from "../platform/i18n/messages";

/** What a state allows meanwhile, whether lists show it without being asked, and where it can lead. */
export type State = {
  editable: boolean;
  votable: boolean;
  commentable: boolean;
  withdrawable: boolean;
  listed: boolean;
  next: IdeaStatus[];
};

const yes = true;
const no = false;

/** The life of an idea. Read a row as: in this state you may …, and from here it can only go to … */
// biome-ignore format: one row a state is what makes this readable
export const states: Record<IdeaStatus, State> = {
  draft:        { editable: yes, votable: no,  commentable: no,  withdrawable: yes, listed: no,  next: ["submitted"] },
  submitted:    { editable: yes, votable: yes, commentable: yes, withdrawable: yes, listed: yes, next: ["in_review", "declined", "merged", "withdrawn", "archived"] },
  in_review:    { editable: no,  votable: yes, commentable: yes, withdrawable: yes, listed: yes, next: ["approved", "declined", "merged", "withdrawn"] },
  approved:     { editable: no,  votable: yes, commentable: yes, withdrawable: no,  listed: yes, next: ["implementing", "declined"] },
  implementing: { editable: no,  votable: no,  commentable: yes, withdrawable: no,  listed: yes, next: ["implemented", "approved"] },
  implemented:  { editable: no,  votable: no,  commentable: yes, withdrawable: no,  listed: yes, next: [] },
  declined:     { editable: no,  votable: no,  commentable: yes, withdrawable: no,  listed: yes, next: ["submitted"] },
  merged:       { editable: no,  votable: no,  commentable: no,  withdrawable: no,  listed: no,  next: [] },
  withdrawn:    { editable: no,  votable: no,  commentable: no,  withdrawable: no,  listed: no,  next: [] },
  archived:     { editable: no,  votable: no,  commentable: yes, withdrawable: no,  listed: no,  next: ["submitted"] },
};

/** The states whose ideas a list shows unless it is asked for others. */
export const listedStates = (Object.keys(states) as IdeaStatus[]).filter((status) => states[status].listed);

/** The states that lists can be asked for. Drafts are not among them: they are in nobody's list but their author's own. */
export const filterStates = [
  "submitted",
  "in_review",
  "approved",
  "implementing",
  "implemented",
  "declined",
  "merged",
  "withdrawn",
  "archived",
] as const satisfies IdeaStatus[];

/** What the portal calls each state. */
export const statusNames: Record<IdeaStatus, MessageKey> = {
  draft: "ideas.statusDraft",
  submitted: "ideas.statusSubmitted",
  in_review: "ideas.statusInReview",
  approved: "ideas.statusApproved",
  implementing: "ideas.statusImplementing",
  implemented: "ideas.statusImplemented",
  declined: "ideas.statusDeclined",
  merged: "ideas.statusMerged",
  withdrawn: "ideas.statusWithdrawn",
  archived: "ideas.statusArchived",
};

/** The states in which an idea takes votes. */
export const votableStates = (Object.keys(states) as IdeaStatus[]).filter((status) => states[status].votable);

/** Whether an idea can go from one state to another in one step. */
export const canBecome = (from: IdeaStatus, to: IdeaStatus): boolean => states[from].next.includes(to);

/**
 * Goes on only if the idea's state allows it now.
 *
 * @throws Failure `conflict` with the given reason
 */
export function requireState(
  idea: { status: IdeaStatus },
  allowed: "editable" | "votable" | "commentable" | "withdrawable",
  reason: MessageKey,
): void {
  if (!states[idea.status][allowed]) throw new Failure("conflict", reason);
}
