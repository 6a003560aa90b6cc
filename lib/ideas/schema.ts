import { z } from "zod";
import { optionalId } from "../platform/blank";
import { IdeaStatus } from "../platform/db/generated/enums";
import { locales } from "../platform/i18n/locales";
import { message } from "../platform/parse";
import { typedLine, typedText, visible } from "../platform/typed-text";
import { wholeNumber } from "../platform/whole-number";
import type { Unit } from "../settings/schema";
import { extents, nameableStates, stateTones } from "./states";
import { tags } from "./tag-names";

/** PostgreSQL's largest integer: a number above it would be refused there. */
const version = wholeNumber(1, 2_147_483_647);

const title = typedLine().max(120, message("ideas.titleTooLong"));
const fullTitle = title
  .refine((text) => visible(text).length >= 10, message("ideas.titleTooShort"))
  .meta({
    minLength: 10,
    description: "One line, at least 10 characters that one can see.",
    examples: ["Racks for bicycles at the north gate"],
  });
const body = typedText()
  .max(20_000, message("ideas.bodyTooLong"))
  .meta({ description: "Markdown.", examples: ["With a **roof**, please."] });
const language = z.enum(locales).describe("The language that it is written in.");
const categoryId = optionalId.describe("What it is about.");
const departmentId = optionalId.describe("The department that it concerns.");
const placeId = optionalId.describe("The place that it concerns.");
const filing = {
  categoryId: categoryId.default(null),
  departmentId: departmentId.default(null),
  placeId: placeId.default(null),
};
const about = { body: body.default(""), language, ...filing, tags: tags.default([]) };

/** What a person fills in to submit an idea. */
export const ideaInput = z.strictObject({ title: fullTitle, ...about });

/** What an author says and chooses. */
export type IdeaInput = z.infer<typeof ideaInput>;

/** An idea that is ready. */
export const submissionInput = z.strictObject({
  ...ideaInput.shape,
  ideaId: optionalId
    .default(null)
    .describe(
      "The id that the idea shall have, made by you, or that of the draft it was. Whoever sends the same again, for " +
        "want of an answer, gets the same idea and not a second one.",
    ),
});

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
export const ideaRef = z.strictObject({ ideaId: z.uuid() }).meta({ id: "IdeaRef" });

/** One idea. */
export type IdeaRef = z.infer<typeof ideaRef>;

/** What an edit has made: the idea, and the version that the next edit starts from. */
export const editedIdea = z.strictObject({ ideaId: z.uuid(), version: z.int() }).meta({ id: "EditedIdea" });

/** An idea after an edit. */
export type EditedIdea = z.infer<typeof editedIdea>;

/** What changes of an idea, and the version that the change started from. What is left out stays as it is. */
export const editInput = z
  .strictObject({
    title: fullTitle,
    body,
    language,
    categoryId,
    departmentId,
    placeId,
    tags,
  })
  .partial()
  .extend({ ideaId: z.uuid(), version: version.describe("The version that the edit started from.") });

/** An edit, and the version that it started from. */
export type EditInput = z.infer<typeof editInput>;

/** The page that begins an idea, or goes on with a draft. */
export const newIdeaInput = z.object({ draft: z.uuid().optional() });

/** One step in the history of an idea: the version that an edit ended; the newest without one. */
export const historyInput = z.object({ ideaId: z.uuid(), version: version.optional() });

/** One step in the history of an idea. */
export type HistoryInput = z.infer<typeof historyInput>;

const id = z.string().meta({ format: "uuid" });

/** Something with a name that an idea can belong to. */
export const named = z.object({ id, name: z.string() }).meta({ id: "Named" });

/** A person, category, department or place, by name. */
export type Named = z.infer<typeof named>;

/** Schema of an idea by its title. */
export const titled = z.object({ id, title: z.string() }).meta({ id: "Titled" });

/** An idea by its title. */
export type Titled = z.infer<typeof titled>;

/** Everything an idea can be filed under. */
export type Choices = { categories: Unit[]; departments: Unit[]; places: Unit[] };

const day = z.string().nullable().meta({ format: "date" });
const instant = z.date().nullable();

/** Where the review of an idea stands, as everybody may know it. */
export const review = z
  .object({
    version: z.int().describe("Grows with every change of the review. A move says which version it started from."),
    owner: named.nullable().describe("Who answers for it."),
    group: named.nullable().describe("The reviewers among whom it was given to its owner."),
    progress: z.int().nullable().describe("Per cent done."),
    extent: z.enum(extents).nullable().describe("How much of it was implemented."),
    nextOn: day.describe("When there will be news of it, once accepted."),
    revisitOn: day.describe("When it will be looked at again, once declined."),
    answerDueAt: instant.describe("Until when a person answers; null where nothing was promised."),
    answeredAt: instant,
    decisionDueAt: instant.describe("Until when it is decided."),
    decidedAt: instant,
    waitingSince: instant.describe("Since when it waits for its author; the clock stands still."),
    waitedDays: z.int().describe("Working days that it has waited for its author before."),
    dueAt: instant.describe("The promise that is open now."),
  })
  .meta({ id: "Review" });

/** Where the review of an idea stands. */
export type Review = z.infer<typeof review>;

const share = z.number().min(0).max(1);

/** How many of those who see an idea support it. */
export const supportRate = z
  .object({
    seen: z.int().describe("Colleagues to whom a list has shown it, in steps of five."),
    supporters: z.int().describe("How many of them support it."),
    low: share.describe(
      "At least so many of those who see it support it, with a probability of 95 %. The order `merit`.",
    ),
    expected: share.describe("What to expect: corrected for where it was seen, and careful while few have seen it."),
    high: share.describe("At most so many, with a probability of 95 %."),
  })
  .nullable()
  .describe(
    "How many of those who see it support it, in whole hundredths; null until at least five colleagues have seen it.",
  )
  .meta({ id: "SupportRate" });

/** How many of those who see an idea support it, as it is told. */
export type SupportRate = NonNullable<z.infer<typeof supportRate>>;

/** An idea as its page and the API show it. */
export const idea = z.object({
  id,
  title: z.string(),
  body: z.string().describe("Markdown."),
  language: z.string().describe("The language that it is written in: en, es or pt."),
  status: z.enum(IdeaStatus),
  authorId: id.nullable().describe("The author's id; null for authors without an account here."),
  author: named.nullable(),
  category: named.nullable(),
  department: named.nullable(),
  place: named.nullable(),
  tags: z.array(z.string()),
  createdAt: z.date(),
  submittedAt: z.date().nullable().describe("Null for a draft."),
  editedAt: z.date().nullable(),
  version: z.int().describe("Counts the edits. An edit says which version it started from."),
  support: z
    .object({ supporters: z.int(), opposed: z.int().nullable() })
    .nullable()
    .describe("Support from where it was imported from, apart from our own votes."),
  supportRate,
  source: z
    .object({ title: z.string(), attribution: z.string(), licence: z.string(), url: z.string().nullable() })
    .nullable()
    .describe("Where it was imported from; null for ideas that were submitted here."),
  originalUrl: z.string().nullable().describe("Where it was first published."),
  estimate: z
    .object({ amountMinor: z.int(), currency: z.string() })
    .nullable()
    .describe("What it would cost, in the smallest unit of an ISO 4217 currency: 120000 and EUR are €1,200."),
  review: review.nullable().describe("Whose it is, and what was promised; null for a draft."),
  decisions: z
    .array(
      z.object({
        fromStatus: z.enum(IdeaStatus).nullable(),
        toStatus: z.enum(IdeaStatus).describe("The same as before for an answer that decided nothing yet."),
        decidedBy: named.nullable().describe("Null where the source named nobody."),
        kind: z.string().nullable(),
        reason: z.string().nullable().describe("Markdown."),
        decidedAt: z.date().nullable(),
      }),
    )
    .describe("What was answered, oldest first."),
  mergedInto: titled.nullable().describe("The idea that it is a duplicate of."),
  duplicates: z
    .array(titled.extend({ comments: z.int().describe("As of this moment; they stay on its own page.") }))
    .describe("Ideas that were merged into this one."),
});

/** One idea, in full. */
export type Idea = z.infer<typeof idea>;

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

const ownName = typedLine().max(40, message("ideas.stateNameTooLong")).default("");

/** What an organisation calls a state in each language, and how it colours it. */
export const stateWording = z.strictObject({
  status: z.enum(nameableStates),
  en: ownName,
  es: ownName,
  pt: ownName,
  tone: z.enum(stateTones),
});

/** What an organisation calls a state, and how it colours it. */
export type StateWording = z.output<typeof stateWording>;

/** The page about states; `saved` names the one that was changed just now. */
export const statesAddress = z.object({ saved: z.enum(nameableStates).optional().catch(undefined) });

/** A state as administrators name it: its own names, empty where the portal's usual word is said. */
export type StateWords = {
  status: StateWording["status"];
  own: Record<(typeof locales)[number], string>;
  usual: Record<(typeof locales)[number], string>;
  tone: StateWording["tone"];
};
