import { z } from "zod";
import { optionalId } from "../platform/blank";
import type { IdeaStatus } from "../platform/db/generated/enums";
import { locales } from "../platform/i18n/locales";
import type { MessageKey } from "../platform/i18n/messages";
import { message } from "../platform/parse";
import { typedLine, typedText, visible } from "../platform/typed-text";
import type { Unit } from "../settings/schema";
import { tags } from "./tag-names";

/** PostgreSQL's largest integer: a number above it would be refused there. */
const version = z.coerce.number().int().positive().max(2_147_483_647);

const title = typedLine().max(120, message("ideas.titleTooLong"));
const fullTitle = title.refine((text) => visible(text).length >= 10, message("ideas.titleTooShort"));
const body = typedText().max(20_000, message("ideas.bodyTooLong"));
const language = z.enum(locales);
const filing = {
  categoryId: optionalId.default(null),
  departmentId: optionalId.default(null),
  placeId: optionalId.default(null),
};
const about = { body: body.default(""), language, ...filing, tags: tags.default([]) };

/** What a person fills in to submit an idea. */
export const ideaInput = z.strictObject({ title: fullTitle, ...about });

/** What an author says and chooses. */
export type IdeaInput = z.infer<typeof ideaInput>;

/**
 * An idea that is ready. `ideaId` names the draft it was, or the id it shall have: whoever sends the same again, for
 * want of an answer, gets the same idea and not a second one.
 */
export const submissionInput = z.strictObject({ ...ideaInput.shape, ideaId: optionalId.default(null) });

/** What is submitted, under the id it shall have. */
export type SubmissionInput = z.infer<typeof submissionInput>;

/**
 * What is kept of an idea while it is being written: anything, also nothing yet. `version` is the one that the writing
 * went on from; without it the draft is overwritten whatever it says by now.
 */
export const draftInput = z.strictObject({
  ...submissionInput.shape,
  title: title.default(""),
  version: version.nullable().default(null),
});

/** What is kept of a draft. */
export type DraftInput = z.infer<typeof draftInput>;

/** A draft as it was saved last. */
export type DraftRef = { ideaId: string; version: number };

/** Names an idea. */
export const ideaRef = z.strictObject({ ideaId: z.uuid() });

/** One idea. */
export type IdeaRef = z.infer<typeof ideaRef>;

/** What changes of an idea, and the version that the change started from. What is left out stays as it is. */
export const editInput = z
  .strictObject({
    title: fullTitle,
    body,
    language,
    categoryId: optionalId,
    departmentId: optionalId,
    placeId: optionalId,
    tags,
  })
  .partial()
  .extend({ ideaId: z.uuid(), version });

/** An edit, and the version that it started from. */
export type EditInput = z.infer<typeof editInput>;

/** The page that begins an idea, or goes on with a draft. */
export const newIdeaInput = z.object({ draft: z.uuid().optional() });

/** One step in the history of an idea: the version that an edit ended; the newest without one. */
export const historyInput = z.object({ ideaId: z.uuid(), version: version.optional() });

/** One step in the history of an idea. */
export type HistoryInput = z.infer<typeof historyInput>;

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

/** Something with a name that an idea can belong to. */
export type Named = { id: string; name: string };

/** Everything an idea can be filed under. */
export type Choices = { categories: Unit[]; departments: Unit[]; places: Unit[] };

/** An idea as its page and the API show it. */
export type Idea = {
  id: string;
  title: string;
  /** Markdown. */
  body: string;
  language: string;
  status: IdeaStatus;
  authorId: string | null;
  author: Named | null;
  category: Named | null;
  department: Named | null;
  place: Named | null;
  tags: string[];
  createdAt: Date;
  submittedAt: Date | null;
  editedAt: Date | null;
  version: number;
  /** Support from where it was imported from, apart from our own votes. */
  support: { supporters: number; opposed: number | null } | null;
  source: { title: string; attribution: string; licence: string; url: string | null } | null;
  originalUrl: string | null;
  estimate: { amountMinor: number; currency: string } | null;
  /** What was answered, oldest first; `reason` is Markdown. */
  decisions: { toStatus: IdeaStatus; kind: string | null; reason: string | null; decidedAt: Date | null }[];
  mergedInto: { id: string; title: string } | null;
  duplicates: { id: string; title: string }[];
};

/** A draft in its author's list. */
export type Draft = {
  id: string;
  title: string;
  /** The beginning of the text, without marks. */
  opening: string;
  touchedAt: Date;
};

/** A version of an idea that an edit ended. `editor` is null when that was an import. */
export type Revision = { version: number; editor: Named | null; editedAt: Date };

/** A version of an idea, in full. */
export type Wording = { title: string; body: string };

/** A stretch of text that stayed, came or went. */
export type Stretch = { is: "same" | "added" | "removed"; text: string };

/** What an edit changed; a part is null where too much changed to mark it word by word. */
export type Edit = { before: Wording; after: Wording; title: Stretch[] | null; body: Stretch[] | null };
