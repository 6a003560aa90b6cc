import { z } from "zod";
import type { Named } from "../ideas/schema";
import { blankIsMissing } from "../platform/blank";
import { IdeaStatus as statuses } from "../platform/db/generated/enums";
import { message } from "../platform/parse";
import { filterFields, type Piece } from "../search/schema";
import { decodeCursor } from "./cursor";

/** The ways to put ideas in order. `relevant` needs a question. */
export const orders = ["relevant", "new", "supported", "trending", "discussed"] as const;

/** One of the orders. */
export type Order = (typeof orders)[number];

const listFields = {
  ...filterFields,
  /** Without it: best answers first where something is asked, else newest first. */
  order: z.preprocess(blankIsMissing, z.enum(orders).optional()),
  cursor: z.preprocess(blankIsMissing, z.string().max(300).transform(decodeCursor).optional()),
  limit: z.coerce.number().int().min(1).max(100).default(20),
};

type Fields = z.output<z.ZodObject<typeof listFields>>;

function withOrder(input: Fields) {
  const asked = input.order ?? "relevant";
  return { ...input, order: asked === "relevant" && !input.q ? ("new" as const) : asked };
}

const fits = ({ order, cursor }: { order: Order; cursor?: { order: Order } }) => !cursor || cursor.order === order;

/** Which ideas, in which order, from where on: as programs ask for it. Anything unknown is refused. */
export const listInput = z
  .strictObject(listFields)
  .transform(withOrder)
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
    tag: listFields.tag.catch(undefined),
    author: listFields.author.catch(undefined),
    following: listFields.following.catch(undefined),
    order: listFields.order.catch(undefined),
    cursor: listFields.cursor.catch(undefined),
    limit: listFields.limit.catch(20),
  })
  .transform(withOrder)
  .transform((input) => (fits(input) ? input : { ...input, cursor: undefined }));

const named: z.ZodType<Named> = z.object({ id: z.string(), name: z.string() });

/** An idea as a list shows it. */
export const listedIdea = z.object({
  id: z.string(),
  title: z.string(),
  /** The beginning of its text, about 200 characters. */
  excerpt: z.string(),
  language: z.string(),
  status: z.enum(statuses),
  authorId: z.string().nullable(),
  author: named.nullable(),
  category: named.nullable(),
  department: named.nullable(),
  place: named.nullable(),
  tags: z.array(z.string()),
  submittedAt: z.date(),
  /** Colleagues' votes as of this moment. */
  votes: z.int(),
  /** Supporters it had where it was imported from. Apart from the votes; orders add both up. */
  supporters: z.int(),
  comments: z.int(),
  /** Whether the reader's vote is among them. */
  mine: z.boolean(),
  isFollowed: z.boolean(),
});

/** Title and text where they answer the question; null without one. */
export type Found = { title: Piece[]; excerpt: Piece[] } | null;

/** An idea in a list, with what was searched for marked. */
export type ListedIdea = z.output<typeof listedIdea> & { found: Found };

/** One page of a list. `next` and `previous` are cursors, null at the ends. */
export type IdeaPage = {
  ideas: ListedIdea[];
  next: string | null;
  previous: string | null;
  /** What the question most likely meant. `isApplied`: these are its answers, since the question as typed had none. */
  mended: { q: string; isApplied: boolean } | null;
};
