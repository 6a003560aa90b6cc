import { z } from "zod";
import { idea } from "../ideas/schema";
import { filterStates } from "../ideas/states";
import { blankIsMissing } from "../platform/blank";
import { locales } from "../platform/i18n/locales";
import { typedLine, typedText } from "../platform/typed-text";

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
  language: z
    .preprocess(blankIsMissing, z.enum(locales).optional())
    .describe("The language that ideas are written in."),
  author: z
    .preprocess(blankIsMissing, z.union([z.literal("me"), z.uuid()]).optional())
    .describe("The id of the author, or `me`."),
  following: z.preprocess(blankIsMissing, z.literal("yes").optional()).describe("Only what one follows."),
};

/** The filters of a list; what is undefined does not narrow it. */
export type IdeaFilters = z.output<z.ZodObject<typeof filterFields>>;

const count = z
  .int()
  .describe("Ideas that would be in the list if it were narrowed to this and to everything else asked.");
const named = z.object({ id: z.string().meta({ format: "uuid" }), name: z.string(), count });

/** How many ideas of each kind there are among those that were asked for. */
export const facets = z
  .object({
    state: z.array(z.object({ value: z.enum(filterStates), count })),
    language: z.array(z.object({ value: z.enum(locales), count })),
    category: z.array(named),
    place: z.array(named).describe("With all places below."),
  })
  .describe("Each is counted as if it were not narrowed itself. Most first; without those that there are none of.")
  .meta({ id: "Facets" });

/** How many ideas of each kind there are among those that were asked for. */
export type Facets = z.infer<typeof facets>;

/** A stretch of a text, and whether it is what was searched for. */
export const piece = z.object({ text: z.string(), isHit: z.boolean() }).meta({ id: "Piece" });

/** A piece of a text in which something was searched for. */
export type Piece = z.infer<typeof piece>;

/** What somebody is about to propose, as far as it is written. */
export const similarInput = z.strictObject({
  title: typedLine().max(300).describe("What it is called, as far as it is written."),
  body: typedText().max(20_000).default("").describe("Markdown; with it more is found."),
  language: z.enum(locales).optional().describe("The language that it is written in, where it is known."),
});

/** What somebody is about to propose. */
export type SimilarInput = z.input<typeof similarInput>;

/** What became of an idea, in so far as one line can say it. */
export const happened = z.object({
  at: z.date().nullable().describe("When it came to the state it is in, where that is known."),
  kind: z.string().nullable().describe("Why it was declined, or how much of it was implemented."),
});

/** Schema of an idea that is like another one. */
export const similarIdea = z
  .object({
    ideaId: z.string().meta({ format: "uuid" }),
    title: z.string(),
    language: idea.shape.language,
    status: idea.shape.status,
    happened,
    votes: z.int(),
    mine: z.boolean().describe("Whether the reader's vote is among them."),
    mayVote: z.boolean().describe("Whether the reader could vote for it now."),
    similarity: z.number().describe("From 0 to 1: how likely both ask for the same."),
    isProbablySame: z.boolean().describe("Whether they are so alike that one of the two is most likely superfluous."),
    shared: z.array(z.string()).describe("Words that both have, the most telling first."),
  })
  .meta({ id: "SimilarIdea" });

/** An idea that is like another one, and what became of it. */
export type SimilarIdea = z.infer<typeof similarIdea>;

/** Ideas that are like one, as programs read them. */
export const similarPage = z.object({ ideas: z.array(similarIdea) }).meta({ id: "SimilarIdeas" });
