import { z } from "zod";
import { properName } from "../access/schema";
import { review } from "../ideas/schema";
import { type Demand, declineKinds, demands, extents, filterStates } from "../ideas/states";
import { optionalId, orNull } from "../platform/blank";
import type { MessageKey } from "../platform/i18n/messages";
import { message } from "../platform/parse";
import { typedText, visible } from "../platform/typed-text";
import { wholeNumber } from "../platform/whole-number";

/** PostgreSQL's largest integer: a number above it would be refused there. */
export const reviewVersion = wholeNumber(1, 2_147_483_647).describe("The version of the review that you have seen.");

/** Names an idea, and the version of its review that somebody has before them. */
export const reviewRef = z.strictObject({ ideaId: z.uuid(), version: reviewVersion });

/** A review as somebody saw it. */
export type ReviewRef = z.infer<typeof reviewRef>;

/**
 * A reason somebody can do something with: 20 characters at least and three words, unless it is a link to read on.
 * Chosen by us: "not feasible, sorry" tells nothing; "We tried it in Vigo in 2024; nobody came." has 41.
 */
const hasSubstance = (text: string) => {
  const seen = visible(text);
  return seen.length >= 20 && (seen.split(/\s+/).length >= 3 || /https?:\/\/\S+/.test(seen));
};

/** Where a template wants words of one's own, such as `[[what we looked at]]`. */
const GAP = /\[\[[^\]]*\]\]/;

/** What is said to an author: a text of substance, without gaps. */
export const reasonText = typedText()
  .max(20_000, message("workflow.reasonTooLong"))
  .refine((text) => !GAP.test(text), message("workflow.gapLeft"))
  .refine(hasSubstance, message("workflow.reasonTooShort"))
  .meta({
    minLength: 20,
    description: "Markdown, for everybody to read.",
    examples: ["We tried it in 2024; nobody came."],
  });

const day = orNull(z.iso.date());

/** What a move says, whether it is all that the move demands or not. */
export const moveFields = z.strictObject({
  ...reviewRef.shape,
  to: z.enum(filterStates).describe("The state that it moves to."),
  reason: orNull(reasonText).default(null).describe("Why, in words that everybody reads. A no needs one."),
  kind: orNull(z.enum(declineKinds)).default(null).describe("Roughly why it is declined."),
  extent: orNull(z.enum(extents)).default(null).describe("How much of it was implemented."),
  ownerId: optionalId.default(null).describe("Who answers for it from here on; null leaves that as it is."),
  nextOn: day.default(null).describe("When there will be news of it; needed with a yes."),
  revisitOn: day.default(null).describe("When a declined idea shall come back by itself."),
});

const missing: Record<Demand, MessageKey> = {
  reason: "workflow.reasonMissing",
  kind: "workflow.kindMissing",
  extent: "workflow.extentMissing",
  ownerId: "workflow.ownerMissing",
  nextOn: "workflow.nextOnMissing",
};

/** What a move still lacks, by field. `hasOwner` is whether the idea has an owner already. */
export function lacking({ to, ...given }: z.infer<typeof moveFields>, hasOwner: boolean): [Demand, MessageKey][] {
  return (demands[to] ?? [])
    .filter((demand) => given[demand] === null && !(demand === "ownerId" && hasOwner))
    .map((demand) => [demand, missing[demand]]);
}

/** A step in an idea's life, with what it demands. Whether it needs an owner is known only where it has none. */
export const moveInput = moveFields.superRefine((given, check) => {
  for (const [path, key] of lacking(given, true))
    check.addIssue({ code: "custom", path: [path], message: message(key) });
});

/** A step in an idea's life. */
export type MoveInput = z.infer<typeof moveInput>;

/** Who shall answer for an idea: a person, and the reviewers among whom it was given. Null for nobody. */
export const assignmentInput = z.strictObject({
  ...reviewRef.shape,
  ownerId: optionalId.default(null).describe("Who answers for it from here on; null for nobody."),
  groupId: optionalId.default(null).describe("The group of reviewers that it belongs to; null for none."),
});

/** Who shall answer for an idea. */
export type AssignmentInput = z.infer<typeof assignmentInput>;

/** An answer to an author that decides nothing yet. */
export const answerInput = z.strictObject({ ...reviewRef.shape, reason: reasonText });

/** An answer to an author. */
export type AnswerInput = z.infer<typeof answerInput>;

/** A pause until the author says something, and what they are asked. */
export const pauseInput = z.strictObject({
  ...reviewRef.shape,
  reason: orNull(reasonText).optional().describe("What the author is asked, for everybody to read."),
});

/** A pause until the author says something. */
export type PauseInput = z.infer<typeof pauseInput>;

/** How far an idea has come. */
export const progressInput = z.strictObject({
  ...reviewRef.shape,
  progress: wholeNumber(0, 100).describe("Per cent done."),
  nextOn: day.default(null).describe("When there will be news again; null leaves that as it is."),
});

/** How far an idea has come. */
export type ProgressInput = z.infer<typeof progressInput>;

/** What a deed on a review answers: the idea's state, and the review as it stands now. */
export const reviewed = z.strictObject({ status: z.enum(filterStates), review }).meta({ id: "Reviewed" });

/** An idea's state and its review, after a deed. */
export type Reviewed = z.infer<typeof reviewed>;

const groupName = properName.max(120);

const recipient = z
  .string()
  .regex(/^(person|group):[0-9a-f-]{36}$/)
  .max(50)
  .transform((to) => to.split(":") as ["person" | "group", string])
  .pipe(z.tuple([z.enum(["person", "group"]), z.uuid()]));

/** To whom new ideas go that are about something; what is left out does not matter. */
export const newRule = z.strictObject({
  categoryId: optionalId.default(null),
  departmentId: optionalId.default(null),
  placeId: optionalId.default(null),
  to: recipient,
});

/** Names a rule. */
export const ruleRef = z.strictObject({ ruleId: z.uuid() });

/** A new group of reviewers. */
export const newGroup = z.strictObject({ name: groupName });

/** Names a group of reviewers. */
export const groupRef = z.strictObject({ groupId: z.uuid() });

/** Another name for a group of reviewers. */
export const groupRenaming = z.strictObject({ groupId: z.uuid(), name: groupName });

/** Somebody in a group of reviewers. */
export const membership = z.strictObject({ groupId: z.uuid(), personId: z.uuid() });

/** A reviewer, and how many ideas wait for their decision. */
export type Load = { id: string; name: string; open: number };

/** A group of reviewers; `isAway` marks those who cannot review at present. */
export type Group = { id: string; name: string; members: (Load & { isAway: boolean })[] };

/** A rule in words. `isDead` where nobody whom it names can review at present: then it is passed over. */
export type Rule = {
  id: string;
  category: string | null;
  department: string | null;
  place: string | null;
  to: string;
  toGroup: boolean;
  isDead: boolean;
};

/** An open idea that nobody answers for, or to which nothing was promised. */
export type Adrift = { id: string; title: string; hasOwner: boolean; isPromised: boolean };

/** How new ideas find somebody: the rules from top to bottom, the groups, all reviewers, and what fell through. */
export type Routing = {
  rules: Rule[];
  groups: Group[];
  reviewers: Load[];
  adrift: Adrift[];
  imported: number;
};
