import { z } from "zod";
import { idea, named, supportRate } from "../ideas/schema";
import { blankIsMissing } from "../platform/blank";
import { message } from "../platform/parse";
import { wholeNumber } from "../platform/whole-number";
import { facets, filterFields, piece } from "../search/schema";
import { decodeCursor } from "./cursor";
import { type Order, orders, usualOrder } from "./orders";

const listFields = {
  ...filterFields,
  order: z
    .preprocess(blankIsMissing, z.enum(orders).optional())
    .describe("Without it: best answers first where something is asked, else newest first."),
  cursor: z
    .preprocess(blankIsMissing, z.string().max(300).transform(decodeCursor).optional())
    .describe("`next` or `previous` of another page of the same list. Not meant to be read, and not for ever."),
  facets: z
    .preprocess(blankIsMissing, z.literal("yes").optional())
    .describe("Also counts the ideas of each state, category, place and language."),
  limit: wholeNumber(1, 100).default(20).describe("Ideas on a page; 20 without it."),
};

type Fields = z.output<z.ZodObject<typeof listFields>>;

/** Where nothing is asked nothing can be relevant. */
const withOrder = (input: Fields, usual: Order) => ({
  ...input,
  order: input.order && (input.order !== "relevant" || input.q) ? input.order : usual,
});

const fits = ({ order, cursor }: { order: Order; cursor?: { order: Order } }) => !cursor || cursor.order === order;

/** Which ideas, in which order, from where on: as programs ask for it. Anything unknown is refused. */
export const listInput = z
  .strictObject(listFields)
  .transform((input) => withOrder(input, input.q ? "relevant" : "new"))
  .refine(fits, { path: ["cursor"], message: message("search.cursorOfOtherOrder") });

/** Which page of which list. */
export type ListInput = z.output<typeof listInput>;

/** The same as a page's address says it. Addresses are mistyped, cut and outlived: what makes no sense is left out. */
export const listAddress = z
  .object({
    q: listFields.q.catch(undefined),
    state: listFields.state.catch(undefined),
    category: listFields.category.catch(undefined),
    department: listFields.department.catch(undefined),
    place: listFields.place.catch(undefined),
    language: listFields.language.catch(undefined),
    tag: listFields.tag.catch(undefined),
    author: listFields.author.catch(undefined),
    following: listFields.following.catch(undefined),
    order: listFields.order.catch(undefined),
    cursor: listFields.cursor.catch(undefined),
    limit: listFields.limit.catch(20),
  })
  .transform((input) => withOrder(input, usualOrder(input)))
  .transform((input) => (fits(input) ? input : { ...input, cursor: undefined }));

const id = z.string().meta({ format: "uuid" });

/** An idea as a list shows it. */
export const listedIdea = z.object({
  id,
  title: z.string(),
  excerpt: z.string().describe("The beginning of its text, about 200 characters, without marks."),
  language: idea.shape.language,
  status: idea.shape.status,
  authorId: idea.shape.authorId,
  author: named.nullable(),
  category: named.nullable(),
  department: named.nullable(),
  place: named.nullable(),
  tags: z.array(z.string()),
  submittedAt: z.date(),
  votes: z.int().describe("Colleagues' votes as of this moment."),
  supporters: z
    .int()
    .describe("Supporters it had where it was imported from. Apart from the votes; orders add both up."),
  comments: z.int().describe("As of this moment, without deleted ones."),
  supportRate,
  mine: z.boolean().describe("Whether the reader's vote is among the votes."),
  isFollowed: z.boolean().describe("Whether the reader hears what becomes of it."),
});

const found = z
  .object({ title: z.array(piece), excerpt: z.array(piece) })
  .nullable()
  .describe("Title and text where they answer the question; null without one.");

/** Title and text where they answer the question; null without one. */
export type Found = z.infer<typeof found>;

const foundIdea = listedIdea.extend({ found }).meta({ id: "ListedIdea" });

/** An idea in a list, with what was searched for marked. */
export type ListedIdea = z.infer<typeof foundIdea>;

/** One page of a list. */
export const ideaPage = z
  .object({
    ideas: z.array(foundIdea),
    before: z.int().describe("How many came before these on the pages that led here."),
    next: z.string().nullable().describe("What to ask for as `cursor` to go on; null at the end."),
    previous: z.string().nullable().describe("What to ask for as `cursor` to go back; null at the beginning."),
    facets: facets.nullable().describe("Null unless they were asked for."),
    mended: z
      .object({ q: z.string(), isApplied: z.boolean() })
      .nullable()
      .describe("What the question most likely meant. `isApplied`: these are its answers; as typed it had none."),
  })
  .meta({ id: "IdeaPage" });

/** Ideas in order, and how to go on. */
export type IdeaPage = z.infer<typeof ideaPage>;

/** An idea as programs read it: all about it, and how it stands at this moment. */
export const ideaInFull = idea
  .extend({ votes: listedIdea.shape.votes, mine: listedIdea.shape.mine, comments: listedIdea.shape.comments })
  .meta({ id: "Idea" });

/** One idea and how it stands. */
export type IdeaInFull = z.infer<typeof ideaInFull>;
