import { z } from "zod";
import { type Named, named } from "../ideas/schema";
import { optionalId, orNull } from "../platform/blank";
import type { MessageKey } from "../platform/i18n/messages";
import { message } from "../platform/parse";
import { typedText, visible } from "../platform/typed-text";
import { wholeNumber } from "../platform/whole-number";

/** At most this many characters, as UTF-16 counts them: four printed pages. Chosen by us; longer texts are ideas. */
const LONGEST = 10_000;

// Zero-width characters alone would be a comment that nobody can see.
const body = typedText()
  .refine((text) => visible(text) !== "", message("comments.empty"))
  .max(LONGEST, message("comments.tooLong"))
  .meta({
    minLength: 1,
    description: "Markdown, with at least one character that one can see.",
    examples: ["Could they have a roof?"],
  });

/** What a person fills in to say something about an idea, or to answer a comment. */
export const commentInput = z.strictObject({
  ideaId: z.uuid(),
  commentId: orNull(z.uuidv4())
    .default(null)
    .describe(
      "The id that the comment shall have, a random UUID (version 4) of yours: the same again is the same comment, not a second one.",
    ),
  parentId: optionalId.default(null).describe("The comment that this one answers."),
  body,
});

/** A comment that is ready to be posted. */
export type CommentInput = z.infer<typeof commentInput>;

/** A comment as its author would rather have it. */
export const commentEdit = z.strictObject({ commentId: z.uuid(), body });

/** A comment with its new text. */
export type CommentEdit = z.infer<typeof commentEdit>;

/** Names a comment. */
export const commentRef = z.strictObject({ commentId: z.uuid() });

/** One comment. */
export type CommentRef = z.infer<typeof commentRef>;

/** Where a comment is to be found. */
export type CommentPlace = { ideaId: string; commentId: string };

/** The address of a comment: the page of the discussion that has it, turned to it. */
export const commentPath = ({ ideaId, commentId }: CommentPlace): string =>
  `/ideas/${ideaId}?comment=${commentId}#comment-${commentId}`;

const deeds = ["answer", "edit", "delete"] as const;

/** Something one can do with a comment that takes a form. */
export type CommentDeed = (typeof deeds)[number];

/** The address of a comment with the form for a deed open below it, for browsers without JavaScript. */
export const deedPath = ({ ideaId, commentId }: CommentPlace, deed: CommentDeed): string =>
  `/ideas/${ideaId}?comment=${commentId}&deed=${deed}#comment-${commentId}`;

const orders = ["oldest", "newest"] as const;

/** Which part of a discussion an address asks for; all of it may be missing. */
const discussionView = {
  order: z.enum(orders).default("oldest"),
  /** The page that has this comment. Stronger than `thread`, as that is than the page of threads. */
  comment: z.uuid().nullable().default(null),
  /** What the reader is about to do with that comment. */
  deed: z.enum(deeds).nullable().default(null),
  /** This thread alone, named by the comment that starts it. */
  thread: z.uuid().nullable().default(null),
  /** What follows on this comment, or comes before that one. */
  after: z.uuid().nullable().default(null),
  before: z.uuid().nullable().default(null),
};

/** An idea's discussion, and which part of it. */
export const discussionInput = z.strictObject({ ideaId: z.uuid(), ...discussionView });

/** An idea's page as its address says it: `instead` names the draft that its reader supports it instead of. */
export const ideaAddress = discussionInput.strip().extend({ instead: z.uuid().optional().catch(undefined) });

/** Which part of which discussion. */
export type DiscussionInput = z.infer<typeof discussionInput>;

/** The comments of an idea as programs read them: page by page, oldest first. */
export const commentListInput = z.strictObject({
  ideaId: z.uuid(),
  cursor: z
    .uuid()
    .optional()
    .describe(
      "`next` of the page before, which is the id of its last comment. That of the last comment of all works too: it asks for what is new.",
    ),
  limit: wholeNumber(1, 100).default(50).describe("Comments on a page; 50 without it."),
});

/** Which page of which idea's comments. */
export type CommentListInput = z.infer<typeof commentListInput>;

/** A comment as its readers see it. */
export type Comment = {
  id: string;
  parentId: string | null;
  author: Named | null;
  /** Safe to show; empty when the comment was deleted. */
  html: string;
  /** Markdown, for those who may edit it. */
  source: string | null;
  createdAt: Date;
  editedAt: Date | null;
  isDeleted: boolean;
  mayAnswer: boolean;
  mayDelete: boolean;
};

/** An answer in its place: how far it is indented, and whom it answers where the indentation does not show it. */
export type Answer = Comment & {
  /** 1 to 3. */
  depth: number;
  inReplyTo: { author: Named | null; isDeleted: boolean };
  /** Whether what it answers is not right above it, one step to the left. */
  isApart: boolean;
};

/** A comment and what was answered to it. */
export type Thread = {
  starter: Comment;
  answers: Answer[];
  /** How many are not shown here. */
  moreAnswers: number;
};

/** One page of an idea's discussion. */
export type Discussion = {
  ideaId: string;
  /** All comments of the idea; deleted ones do not count. */
  count: number;
  order: (typeof orders)[number];
  /** Set when only this thread is shown, and its answers are what is paged. */
  thread: string | null;
  /** The comment that the reader came for, and what for. */
  focus: { id: string; deed: CommentDeed | null } | null;
  threads: Thread[];
  /** What to ask for as `before`, and as `after`, to turn the page. */
  previous: string | null;
  next: string | null;
  /** Why the reader may not comment now; null when nothing is in the way. */
  hindrance: MessageKey | null;
  isFollowing: boolean;
};

const id = z.string().meta({ format: "uuid" });

/** A comment as programs read it. */
export const listedComment = z
  .object({
    id,
    parentId: id.nullable().describe("The comment that it answers."),
    author: named.nullable().describe("Null for a deleted comment, and for authors without an account here."),
    body: z.string().describe("Markdown; empty when the comment was deleted."),
    createdAt: z.date(),
    editedAt: z.date().nullable(),
    deleted: z.boolean().describe("Deleted comments keep their place, so that answers to them keep theirs."),
  })
  .meta({ id: "Comment" });

/** Comments as programs read them. */
export const commentPage = z
  .object({
    comments: z.array(listedComment),
    next: id.nullable().describe("What to ask for as `cursor` to go on; null at the end."),
  })
  .meta({ id: "CommentPage" });

/** One page of an idea's comments. */
export type CommentPage = z.infer<typeof commentPage>;

/** Where a comment was posted. */
export const postedComment = z.object({ ideaId: id, commentId: id }).meta({ id: "CommentRef" });
