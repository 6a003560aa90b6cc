import { z } from "zod";
import { filterStates } from "../ideas/states";
import { blankIsMissing } from "../platform/blank";
import { typedLine } from "../platform/typed-text";

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
  q: question.meta({
    description: "Words to look for in title and text. Forgives accents and endings; cut off after 300 characters.",
    examples: ["bicycle"],
  }),
  state: z
    .preprocess(listed, z.array(z.enum(filterStates)).max(filterStates.length).optional())
    .describe("One or several states. Without it: all but merged, withdrawn and archived."),
  category: id.describe("A category's id."),
  department: id.describe("A department's id; with all departments below it."),
  place: id.describe("A place's id; with all places below it."),
  tag: z.preprocess(blankIsMissing, typedLine().toLowerCase().max(60).optional()).describe("One tag."),
  author: z
    .preprocess(blankIsMissing, z.union([z.literal("me"), z.uuid()]).optional())
    .describe("The id of the author, or `me`."),
  following: z.preprocess(blankIsMissing, z.literal("yes").optional()).describe("Only what one follows."),
};

/** The filters of a list; what is undefined does not narrow it. */
export type IdeaFilters = z.output<z.ZodObject<typeof filterFields>>;

/** A stretch of a text, and whether it is what was searched for. */
export const piece = z.object({ text: z.string(), isHit: z.boolean() }).meta({ id: "Piece" });

/** A piece of a text in which something was searched for. */
export type Piece = z.infer<typeof piece>;
