import type { IdeaStatus } from "../platform/db/generated/enums";
import { Failure } from "../platform/errors";
import type { MessageKey } from "../platform/i18n/messages";

/**
 * Who can move an idea from one state to another. A person's right to be one of these is a matter of
 * lib/access/rules.ts; "merge" is the joining of duplicates, "clock" what happens by itself on a day that was set.
 */
export type Mover = "author" | "reviewer" | "merge" | "clock";

/** What a state allows meanwhile, whether lists show it without being asked, and where it can lead. */
export type State = {
  editable: boolean;
  votable: boolean;
  commentable: boolean;
  withdrawable: boolean;
  listed: boolean;
  next: Partial<Record<Mover, IdeaStatus[]>>;
};

const yes = true;
const no = false;

/**
 * The life of an idea. Read a row as: in this state you may …, and from here these can move it to …
 * The database refuses every other step as well (the trigger idea_moves_legally).
 */
// biome-ignore format: one row a state is what makes this readable
export const states: Record<IdeaStatus, State> = {
  draft:       { editable: yes, votable: no,  commentable: no,  withdrawable: yes, listed: no,
                 next: { author: ["submitted"] } },
  submitted:   { editable: yes, votable: yes, commentable: yes, withdrawable: yes, listed: yes,
                 next: { reviewer: ["in_review", "accepted", "declined", "archived"], author: ["withdrawn"], merge: ["merged"] } },
  in_review:   { editable: no,  votable: yes, commentable: yes, withdrawable: yes, listed: yes,
                 next: { reviewer: ["accepted", "declined", "submitted", "archived"], author: ["withdrawn"], merge: ["merged"] } },
  accepted:    { editable: no,  votable: yes, commentable: yes, withdrawable: no,  listed: yes,
                 next: { reviewer: ["in_progress", "implemented", "in_review", "declined"], merge: ["merged"] } },
  in_progress: { editable: no,  votable: no,  commentable: yes, withdrawable: no,  listed: yes,
                 next: { reviewer: ["implemented", "accepted", "declined"] } },
  implemented: { editable: no,  votable: no,  commentable: yes, withdrawable: no,  listed: yes,
                 next: { reviewer: ["in_progress"] } },
  declined:    { editable: no,  votable: no,  commentable: yes, withdrawable: no,  listed: yes,
                 next: { reviewer: ["in_review", "archived"], clock: ["submitted"], merge: ["merged"] } },
  merged:      { editable: no,  votable: no,  commentable: no,  withdrawable: no,  listed: no, next: {} },
  withdrawn:   { editable: no,  votable: no,  commentable: no,  withdrawable: no,  listed: no, next: {} },
  archived:    { editable: no,  votable: no,  commentable: yes, withdrawable: no,  listed: no,
                 next: { reviewer: ["in_review", "submitted"] } },
};

/** Something that whoever moves an idea has to say. */
export type Demand = "reason" | "kind" | "extent" | "ownerId" | "nextOn";

/**
 * What it takes to move an idea to a state: a no and a shelf need a reason, a yes needs somebody and a date. An owner
 * whom the idea has already is enough. The database asks for reason, owner and date as well.
 */
export const demands: Partial<Record<IdeaStatus, Demand[]>> = {
  accepted: ["ownerId", "nextOn"],
  in_progress: ["ownerId"],
  implemented: ["extent"],
  declined: ["kind", "reason"],
  archived: ["reason"],
};

/** The states in which an idea waits for a decision. */
export const undecidedStates = ["submitted", "in_review"] as const satisfies IdeaStatus[];

/** Whether an idea waits for a decision. */
export const isUndecided = (status: IdeaStatus): boolean => undecidedStates.some((undecided) => undecided === status);

/** Why ideas are declined, roughly; the reason says it in words. */
export const declineKinds = ["already_exists", "not_feasible", "too_costly", "out_of_scope", "not_now"] as const;

/** How much of an idea was implemented. */
export const extents = ["fully", "partly"] as const;

/** What the portal calls them; a kind that an import brought is shown as it came. */
export const kindNames: Partial<Record<string, MessageKey>> = {
  already_exists: "ideas.kindAlreadyExists",
  not_feasible: "ideas.kindNotFeasible",
  too_costly: "ideas.kindTooCostly",
  out_of_scope: "ideas.kindOutOfScope",
  not_now: "ideas.kindNotNow",
  fully: "ideas.extentFully",
  partly: "ideas.extentPartly",
} satisfies Record<(typeof declineKinds)[number] | (typeof extents)[number], MessageKey>;

/** The states whose ideas a list shows unless it is asked for others. */
export const listedStates = (Object.keys(states) as IdeaStatus[]).filter((status) => states[status].listed);

/** The states that lists can be asked for. Drafts are not among them: they are in nobody's list but their author's own. */
export const filterStates = [
  "submitted",
  "in_review",
  "accepted",
  "in_progress",
  "implemented",
  "declined",
  "merged",
  "withdrawn",
  "archived",
] as const satisfies IdeaStatus[];

/** The states that an organisation can call by names of its own. */
export const nameableStates = ["draft", ...filterStates] as const satisfies IdeaStatus[];

/** The colours that a state can have: those of badges, each readable in light and dark. */
export const stateTones = ["neutral", "accent", "storm", "spark", "success", "warning", "danger"] as const;

/** What the portal calls each state. */
export const statusNames: Record<IdeaStatus, MessageKey> = {
  draft: "ideas.statusDraft",
  submitted: "ideas.statusSubmitted",
  in_review: "ideas.statusInReview",
  accepted: "ideas.statusAccepted",
  in_progress: "ideas.statusInProgress",
  implemented: "ideas.statusImplemented",
  declined: "ideas.statusDeclined",
  merged: "ideas.statusMerged",
  withdrawn: "ideas.statusWithdrawn",
  archived: "ideas.statusArchived",
};

/** The states in which an idea takes votes. */
export const votableStates = (Object.keys(states) as IdeaStatus[]).filter((status) => states[status].votable);

/** Whether somebody can move an idea from one state to another in one step. */
export const canMove = (mover: Mover, from: IdeaStatus, to: IdeaStatus): boolean =>
  states[from].next[mover]?.includes(to) ?? false;

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
