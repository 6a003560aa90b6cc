import { z } from "zod";
import { blankIsMissing } from "../platform/blank";
import type { IdeaStatus } from "../platform/db/generated/enums";
import { typedLine } from "../platform/typed-text";

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

/** Longer questions find nothing more; the rest is cut off, not refused. Chosen by us: three times the longest title. */
const LONGEST_QUESTION = 300;

const listed = (value: unknown) => (Array.isArray(value) ? value : blankIsMissing(value) && [value]);
const id = z.preprocess(blankIsMissing, z.uuid().optional());

/** What is typed into the search field. Nothing left of it means nothing asked. */
const question = typedLine()
  .transform((text) => text.slice(0, LONGEST_QUESTION).toWellFormed().trim() || undefined)
  .optional();

/** What narrows a list of ideas, named as it stands in the address. All of it has to hold. */
export const filterFields = {
  q: question,
  /** Without it: all states that are listed. */
  state: z.preprocess(listed, z.array(z.enum(filterStates)).max(filterStates.length).optional()),
  category: id,
  /** With all departments below it. */
  department: id,
  /** With all places below it. */
  place: id,
  tag: z.preprocess(blankIsMissing, typedLine().toLowerCase().max(60).optional()),
  author: z.preprocess(blankIsMissing, z.union([z.literal("me"), z.uuid()]).optional()),
  following: z.preprocess(blankIsMissing, z.literal("yes").optional()),
};

/** The filters of a list; what is undefined does not narrow it. */
export type IdeaFilters = z.output<z.ZodObject<typeof filterFields>>;

/** A stretch of a text, and whether it is what was searched for. */
export type Piece = { text: string; isHit: boolean };
