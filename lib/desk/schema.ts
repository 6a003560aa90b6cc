import { z } from "zod";
import { mergeInput, survivorFields, survivorIn } from "../duplicates/schema";
import { alignmentFields, alignmentIn } from "../goals/schema";
import type { Named } from "../ideas/schema";
import { declineKinds, filterStates } from "../ideas/states";
import { blankIsMissing, optionalId, orNull } from "../platform/blank";
import type { Meanwhile } from "../platform/errors";
import { locales } from "../platform/i18n/locales";
import type { MessageKey } from "../platform/i18n/messages";
import { message } from "../platform/parse";
import { typedLine, typedText, visible } from "../platform/typed-text";
import { answerInput, lacking, moveFields, pauseInput, progressInput, reviewRef } from "../workflow/schema";
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

/** What an idea's clock says. */
export type Clock = Pick<QueuedIdea, "status" | "dueAt" | "dueIn" | "isLate" | "waitingSince" | "nextOn" | "nextIn">;

/** Schema of one page of a queue. */
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

/** A page of the desk to go on to when something is done. */
const onward = z
  .string()
  .max(300)
  .regex(/^\/review(?:[/?][\w\-/?=&]*)?$/)
  .default("/review");

/** Whether an answer goes out now, or is kept until it is published with others. */
const keep = orNull(z.literal("draft")).default(null);

/** A decision as its form sends it. */
export const decisionForm = z.strictObject({ ...moveFields.shape, onward, keep }).superRefine((given, check) => {
  for (const [path, key] of lacking(given, true))
    check.addIssue({ code: "custom", path: [path], message: message(key) });
});

/** An answer without a decision, as its form sends it. */
export const answerForm = z.strictObject({ ...answerInput.shape, onward, keep });

/** A question to the author, for which the review waits; without one it was asked elsewhere. */
export const askForm = z.strictObject({ ...pauseInput.shape, onward });

/** Who shall answer for an idea, as its form sends it. */
export const assignForm = z.strictObject({
  ...reviewRef.shape,
  ownerId: optionalId.default(null),
  groupId: optionalId.default(null),
  onward,
});

/** How far an idea has come, as its form sends it. */
export const progressForm = z.strictObject({ ...progressInput.shape, onward });

/** The review of an idea, and where to go on. */
export const resumeForm = z.strictObject({ ...reviewRef.shape, onward });

/** Which goals an idea serves and how daring it is, as its form sends it. */
export const alignForm = z
  .strictObject({ ...alignmentFields, onward })
  .transform(({ onward, ...fields }) => ({ ...alignmentIn(fields), onward }));

/** Which idea an idea becomes part of, as its form sends it. */
export const mergeForm = z
  .strictObject({ ...reviewRef.shape, ...survivorFields, reason: mergeInput.shape.reason, onward })
  .transform(({ survivorId, link, ...rest }, check) => ({
    ...rest,
    survivorId: survivorIn({ survivorId, link }, check),
  }));

/** What the forms of an idea's review side send. */
export type AlignForm = z.output<typeof alignForm>;
export type MergeForm = z.output<typeof mergeForm>;
export type DecisionForm = z.infer<typeof decisionForm>;
export type AnswerForm = z.infer<typeof answerForm>;
export type AskForm = z.infer<typeof askForm>;
export type AssignForm = z.infer<typeof assignForm>;
export type ProgressForm = z.infer<typeof progressForm>;
export type ResumeForm = z.infer<typeof resumeForm>;

/** Something that colleagues who review tell each other about an idea. */
export const noteInput = z.strictObject({
  noteId: z.uuid(),
  ideaId: z.uuid(),
  onward,
  body: typedText()
    .max(5_000, message("desk.noteTooLong"))
    .refine((text) => visible(text).length > 0, message("validation.missing")),
});

export type NoteInput = z.infer<typeof noteInput>;

/** A note as colleagues read it. */
export type Note = { id: string; body: string; author: string; createdAt: Date; mentioned: string[] };

/** An answer that is kept until it is published. */
export type DraftedAnswer = {
  ideaId: string;
  title: string;
  language: string;
  status: (typeof filterStates)[number];
  to: (typeof filterStates)[number] | null;
  reason: string | null;
  kind: string | null;
  extent: string | null;
  ownerId: string | null;
  nextOn: string | null;
  revisitOn: string | null;
  version: number;
  isOvertaken: boolean;
  draftedBy: string;
  draftedAt: Date;
};

/** A template as somebody keeps it. */
export const templateInput = z.strictObject({
  templateId: optionalId.default(null),
  language: z.enum(locales),
  kind: orNull(z.enum(declineKinds)).default(null),
  name: typedLine().min(1, message("validation.missing")).max(80),
  body: typedText()
    .max(5_000)
    .refine((text) => visible(text).length > 0, message("validation.missing")),
});

export type TemplateInput = z.infer<typeof templateInput>;

/** Names a template. */
export const templateRef = z.strictObject({ templateId: z.uuid() });

/** How an answer can begin. */
export type AnswerTemplate = { id: string; language: string; kind: string | null; name: string; body: string };

/** Ideas that are dealt with together, at most so many. */
const MOST_TOGETHER = 100;

const CHOSEN = /^idea ([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$/;

/** What is ticked in a form: a field `idea <id>` for each, with the version of its review that was seen. */
function chosenIn(fields: Record<string, string>): { ideaId: string; version: number }[] {
  return Object.entries(fields)
    .flatMap(([name, version]) => {
      const ideaId = CHOSEN.exec(name)?.[1];
      return ideaId && /^\d{1,9}$/.test(version) ? [{ ideaId, version: Number(version) }] : [];
    })
    .slice(0, MOST_TOGETHER);
}

const ticked = z.string().max(20);

/** Several ideas and one move for all of them. */
export const bulkForm = z
  .object({
    to: moveFields.shape.to,
    reason: moveFields.shape.reason,
    kind: moveFields.shape.kind,
    extent: moveFields.shape.extent,
    ownerId: moveFields.shape.ownerId,
    nextOn: moveFields.shape.nextOn,
    revisitOn: moveFields.shape.revisitOn,
  })
  .catchall(ticked)
  .transform(({ to, reason, kind, extent, ownerId, nextOn, revisitOn, ...rest }) => ({
    move: { to, reason, kind, extent, ownerId, nextOn, revisitOn },
    chosen: chosenIn(rest),
  }))
  .superRefine(({ move, chosen }, check) => {
    if (chosen.length === 0)
      check.addIssue({ code: "custom", path: ["chosen"], message: message("desk.nothingChosen") });
    const one = { ideaId: "", version: 1, ...move };
    for (const [path, key] of lacking(one, true))
      check.addIssue({ code: "custom", path: [path], message: message(key) });
  });

/** Several ideas and one move. */
export type BulkForm = z.output<typeof bulkForm>;

/** Which drafted answers go out now: those that are ticked, or all of them. */
export const publishForm = z
  .object({ all: orNull(z.literal("all")).default(null) })
  .catchall(ticked)
  .transform(({ all, ...rest }) => ({ isAll: all !== null, chosen: chosenIn(rest).map(({ ideaId }) => ideaId) }));

/** Which drafted answers go out. */
export type PublishForm = z.output<typeof publishForm>;

/** What became of one of several ideas: done, or why not and what others did meanwhile. */
export type Dealt = { ideaId: string; title: string; refusal: { reason: MessageKey; meanwhile: Meanwhile[] } | null };

/** The page of templates, with one of them open. */
export const templateAddress = z.object({ template: z.uuid().optional().catch(undefined) });

/** The columns of the board: what has become of ideas. */
export const columns = ["submitted", "in_review", "accepted", "in_progress", "implemented", "declined"] as const;

/** A board as its address says it. */
export const boardAddress = z.object({ whose });

/** An idea on the board. */
export const boardCard = queuedIdea
  .pick({
    id: true,
    title: true,
    language: true,
    authorId: true,
    status: true,
    version: true,
    owner: true,
    dueAt: true,
    dueIn: true,
    isLate: true,
    waitingSince: true,
    nextOn: true,
    nextIn: true,
    votes: true,
  })
  .extend({ column: z.enum(columns), progress: z.int().nullable() });

/** An idea on the board. */
export type BoardCard = z.infer<typeof boardCard>;

/** The board: every column with its most urgent ideas, and how many answers wait to be published. */
export type Board = {
  drafted: number;
  columns: { status: (typeof columns)[number]; count: number; cards: BoardCard[] }[];
};
