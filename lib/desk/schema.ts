import { z } from "zod";
import type { Named } from "../ideas/schema";
import { filterStates } from "../ideas/states";
import { blankIsMissing } from "../platform/blank";
import { message } from "../platform/parse";
import { decodeQueueCursor } from "./queue-cursor";

/** Whose ideas a queue shows. */
export const whoses = ["mine", "groups", "all", "nobody"] as const;

/** Which ideas a queue shows, and in which order. */
export const views = ["due", "support", "waiting", "news"] as const;

/** Whose ideas. */
export type Whose = (typeof whoses)[number];

/** What is to be done about them. */
export type View = (typeof views)[number];

const whose = z.preprocess(blankIsMissing, z.enum(whoses).optional()).catch(undefined).default("mine");
const view = z.preprocess(blankIsMissing, z.enum(views).optional()).catch(undefined).default("due");

/** A queue as its address says it; what makes no sense is left out. */
export const queueAddress = z
  .object({
    whose,
    view,
    cursor: z.string().max(300).transform(decodeQueueCursor).optional().catch(undefined),
  })
  .transform((asked) => (asked.cursor?.view === asked.view ? asked : { ...asked, cursor: undefined }));

/** The same as programs ask for it: what makes no sense is refused. */
export const queueQuery = z
  .strictObject({
    whose: z.enum(whoses).default("all").describe("One's own, one's groups', everybody's or nobody's."),
    view: z
      .enum(views)
      .default("due")
      .describe("What is due, by support, waiting for authors, or due to tell news of."),
    cursor: z.string().max(300).transform(decodeQueueCursor).optional().describe("Where the page before ended."),
  })
  .refine(({ view, cursor }) => !cursor || cursor.view === view, {
    path: ["cursor"],
    error: message("validation.malformed"),
  })
  .transform(({ cursor, ...queue }) => ({ ...queue, cursor }));

/** Which queue, and from where on. */
export type QueueInput = z.output<typeof queueAddress>;

/** Which queue. */
export type Queue = Pick<QueueInput, "whose" | "view">;

/** An idea as a queue shows it. */
export const queuedIdea = z.object({
  id: z.uuid(),
  title: z.string(),
  language: z.string(),
  status: z.enum(filterStates),
  authorId: z.uuid().nullable(),
  submittedAt: z.date(),
  version: z.int(),
  owner: z.string().nullable(),
  group: z.string().nullable(),
  dueAt: z.date().nullable(),
  dueIn: z.int().nullable().describe("Calendar days until then, where the organisation is; less than 0 is late."),
  isLate: z.boolean(),
  isAnswered: z.boolean(),
  waitingSince: z.date().nullable(),
  nextOn: z.date().nullable(),
  nextIn: z.int().nullable(),
  votes: z.int(),
  comments: z.int(),
  isDrafted: z.boolean(),
});

/** An idea in a queue. */
export type QueuedIdea = z.infer<typeof queuedIdea>;

/** One page of a queue. */
export const queuePage = z.object({
  ideas: z.array(queuedIdea),
  next: z.string().nullable().describe("The cursor of the next page; null on the last one."),
});

/** One page of a queue. */
export type QueuePage = z.infer<typeof queuePage>;

/** More than this is not counted: nobody does more in a week. */
export const MOST_COUNTED = 99;

/** How many ideas each tab of a queue leads to, up to one more than `MOST_COUNTED`. */
export type QueueCounts = { whose: Record<Whose, number>; view: Record<View, number>; late: number; drafted: number };

/** Which idea is looked at, as part of which queue. */
export const deskAddress = z.object({
  ideaId: z.uuid(),
  whose,
  view,
  to: z
    .enum([...filterStates, "answer"])
    .optional()
    .catch(undefined),
});

/** What comes before and after an idea in a queue, and how much is still to come. */
export type Neighbours = { previous: string | null; next: string | null; rest: number };

/** Somebody who could answer for an idea, and how many open ideas they answer for by now. */
export type Candidate = Named & { load: number; isSuggested: boolean };
