import { z } from "zod";
import type { IdeaStatus } from "../platform/db/generated/enums";
import { locales } from "../platform/i18n/locales";
import { message } from "../platform/parse";

const blankIsNull = (value: unknown) => (value === "" ? null : value);

/** A reference that a form may leave empty. */
const optionalId = z.preprocess(blankIsNull, z.uuid().nullable()).default(null);

/** At most this many tags: more, and they stop helping anybody to find anything. */
export const MOST_TAGS = 8;

/** Tags as a list, or as a form has them: in one field, separated by commas. Lower case, each once. */
const tags = z
  .preprocess(
    (value) => (typeof value === "string" ? value.split(",") : value),
    z.array(z.string().max(200)).max(100, message("ideas.tooManyTags")),
  )
  .transform((names) => [...new Set(names.map((name) => name.trim().toLowerCase()).filter(Boolean))])
  .pipe(z.array(z.string().max(60, message("ideas.tagTooLong"))).max(MOST_TAGS, message("ideas.tooManyTags")))
  .default([]);

const title = z.string().trim().max(120, message("ideas.titleTooLong"));
const body = z.string().trim().max(20_000, message("ideas.bodyTooLong")).default("");
const about = {
  language: z.enum(locales),
  categoryId: optionalId,
  departmentId: optionalId,
  placeId: optionalId,
  tags,
};

/** What a person fills in to submit an idea. */
export const ideaInput = z.strictObject({ title: title.min(10, message("ideas.titleTooShort")), body, ...about });
export type IdeaInput = z.infer<typeof ideaInput>;

/** What is kept of an idea while it is being written: anything, also nothing yet. */
export const draftInput = z.strictObject({ ideaId: optionalId, title: title.default(""), body, ...about });
export type DraftInput = z.infer<typeof draftInput>;

/** Names an idea. */
export const ideaRef = z.strictObject({ ideaId: z.uuid() });
export type IdeaRef = z.infer<typeof ideaRef>;

/** A draft that is ready: it becomes the idea that everybody reads. */
export const submissionInput = z.strictObject({ ...ideaInput.shape, ideaId: optionalId });
export type SubmissionInput = z.infer<typeof submissionInput>;

/** A changed idea, and the version that the change started from. */
export const editInput = z.strictObject({
  ...ideaInput.shape,
  ideaId: z.uuid(),
  version: z.coerce.number().int().positive(),
});
export type EditInput = z.infer<typeof editInput>;

/** Something with a name that an idea can belong to. */
export type Named = { id: string; name: string };

/** An idea as its page shows it. */
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
  estimate: { amountMinor: bigint; currency: string } | null;
  decisions: { toStatus: IdeaStatus; kind: string | null; reason: string | null; decidedAt: Date | null }[];
  mergedInto: { id: string; title: string } | null;
  duplicates: { id: string; title: string }[];
};
