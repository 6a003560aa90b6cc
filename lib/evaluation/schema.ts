import { z } from "zod";
import { named } from "../ideas/schema";
import { blankIsMissing } from "../platform/blank";
import type { Locale } from "../platform/i18n/locales";
import { locales } from "../platform/i18n/locales";
import type { MessageKey } from "../platform/i18n/messages";
import { message } from "../platform/parse";
import { typedLine, typedText, visible } from "../platform/typed-text";
import { wholeNumber } from "../platform/whole-number";

/** What the criteria of a scorecard are about. A high mark is good in each: valuable, cheap, safe. */
export const parts = ["value", "cost", "risk"] as const;

/** What a criterion is about. */
export type Part = (typeof parts)[number];

/** The marks there are; 5 is always the good end. */
export const markValues = [1, 2, 3, 4, 5] as const;

/** How many criteria a scorecard may have at a time: more than anybody answers with care. Chosen by us. */
export const MOST_CRITERIA = 12;

/** What one criterion can count; 0 leaves it out. */
export const MOST_WEIGHT = 10;

/** How far apart a reviewer and an author work: the same department, the same part of the organisation, or another. */
export const distances = ["team", "branch", "other", "unknown"] as const;

/** How far apart two people work; "unknown" where one of them has no department. */
export type Distance = (typeof distances)[number];

const version = wholeNumber(1, 2_147_483_647).describe("The version of your marks that you have seen.");
const note = typedText().max(2000, message("evaluation.noteTooLong")).describe("Why; a low mark needs a word.");

/** A mark for one criterion, with a note if there is something to say. */
export const markGiven = z.strictObject({
  criterionId: z.uuid(),
  value: wholeNumber(1, 5).describe("From 1 to 5; 5 is always the good end, for cost and risk too."),
  note: note.default(""),
});

/** A mark for one criterion. */
export type MarkGiven = z.infer<typeof markGiven>;

/** What a reviewer thinks of an idea: kept for later, or handed in as a whole. */
export const scoreInput = z.strictObject({
  ideaId: z.uuid(),
  version,
  marks: z.array(markGiven).max(MOST_CRITERIA).describe("All of one's marks: what is left out is taken back."),
  handIn: z.boolean().default(false).describe("Whether they count from now on; until then nobody else sees them."),
});

/** What a reviewer thinks of an idea. */
export type ScoreInput = z.infer<typeof scoreInput>;

const places = Array.from({ length: MOST_CRITERIA }, (_, index) => index + 1);
const slots = <S extends z.ZodType>(name: string, schema: S) =>
  Object.fromEntries(places.map((place) => [`${name}${place}`, schema])) as Record<string, S>;

/** The same as a plain form posts it: criteria by their place, and the name of the button that was pressed. */
export const scoreForm = z
  .strictObject({
    ideaId: z.uuid(),
    version,
    handIn: z.enum(["", "yes"]).default(""),
    ...slots("criterion", z.preprocess(blankIsMissing, z.uuid().optional())),
    ...slots("mark", z.preprocess(blankIsMissing, wholeNumber(1, 5).optional())),
    ...slots("note", note.default("")),
  })
  .transform(({ ideaId, version, handIn, ...fields }): ScoreInput => {
    const typed = fields as Record<string, string | number | undefined>;
    const marks = places.flatMap((place) => {
      const [criterionId, value] = [typed[`criterion${place}`], typed[`mark${place}`]];
      if (!criterionId || !value) return [];
      return [{ criterionId: String(criterionId), value: Number(value), note: String(typed[`note${place}`] ?? "") }];
    });
    return { ideaId, version, marks, handIn: handIn === "yes" };
  });

/** The address of a scorecard; `saved` says that it was just kept for later. */
export const scorecardAddress = z.object({ ideaId: z.uuid(), saved: z.enum(["yes"]).optional().catch(undefined) });

/** A criterion as those who mark by it read it. */
export const criterion = z
  .object({
    id: z.string().meta({ format: "uuid" }),
    part: z.enum(parts).describe("What it is about. A high mark is good in each: valuable, cheap, safe."),
    weight: z.int(),
    name: z.string(),
    help: z.string(),
    labels: z.array(z.string()).nullable().describe("What the marks 1 to 5 mean; null when the portal's own words do."),
    isRetired: z.boolean(),
  })
  .meta({ id: "Criterion" });

/** A criterion as those who mark by it read it. */
export type Criterion = z.infer<typeof criterion>;

/**
 * What somebody's marks still lack before they can count: a mark for everything that is asked, and a note with every
 * low one. The database asks for the same.
 *
 * @returns reasons by `marks.` and the criterion's id
 */
export function lackingIn(
  marks: MarkGiven[],
  { criteria, noteFrom }: { criteria: { id: string }[]; noteFrom: number },
): Record<string, MessageKey> {
  const lacking = criteria.flatMap(({ id }): [string, MessageKey][] => {
    const mark = marks.find(({ criterionId }) => criterionId === id);
    if (!mark) return [[`marks.${id}`, "evaluation.markMissing"]];
    return mark.value <= noteFrom && visible(mark.note) === "" ? [[`marks.${id}`, "evaluation.noteMissing"]] : [];
  });
  return Object.fromEntries(lacking);
}

/** An idea that somebody is to mark, with what they have marked so far. */
export const assessment = z
  .object({
    ideaId: z.string().meta({ format: "uuid" }),
    title: z.string(),
    body: z.string().describe("Markdown."),
    language: z.string(),
    author: named.nullable().describe("Null when it is hidden from those who mark, and where nobody is named."),
    isAuthorHidden: z.boolean(),
    isOwnTeam: z
      .boolean()
      .describe("Whether the author works in one's own department; never told where the author is hidden."),
    isOpen: z.boolean().describe("Whether marks can still be changed."),
    version: z.int().describe("Counts what was saved; marks say which version they started from."),
    noteFrom: z.int().describe("A mark as low as this needs a note; 0 for none."),
    handedInAt: z.date().nullable(),
    criteria: z.array(criterion),
    marks: z.array(z.object({ criterionId: z.string(), value: z.int(), note: z.string() })),
  })
  .meta({ id: "Assessment" });

/** An idea that somebody is to mark, with what they have marked so far. */
export type Assessment = z.infer<typeof assessment>;

/** What saving marks has made: the version that the next change starts from. */
export const scored = z.strictObject({ ideaId: z.string(), version: z.int() }).meta({ id: "Scored" });

/** One of the ideas that somebody is to mark. */
export type Task = {
  ideaId: string;
  title: string;
  language: string;
  assignedAt: Date;
  handedInAt: Date | null;
  marked: number;
  asked: number;
  isOwnTeam: boolean;
};

/** A mean with its spread between reviewers; the spread is null as long as there are fewer than two of them. */
export type Mean = { mean: number; spread: number | null };

/** What came of an evaluation. */
export type Score = Mean & {
  /** The highest that any one reviewer gave as a whole. */
  best: number;
  parts: Record<Part, Mean | null>;
  criteria: (Mean & { criterionId: string; isDisputed: boolean })[];
  /** Each reviewer's own weighted mean. */
  reviewers: Record<string, number>;
  isDisputed: boolean;
};

/** Somebody who is to mark an idea. */
export type Assessor = { id: string; name: string; isOwnTeam: boolean; hasHandedIn: boolean; hasChanged: boolean };

/** A mark as others see it once they may. */
export type MarkSeen = MarkGiven & { reviewerId: string };

/** Everything that was marked, for those who may see it. */
export type Sheet = { criteria: Criterion[]; marks: MarkSeen[]; score: Score | null };

/** How the evaluation of an idea stands. */
export type Evaluation = {
  begunAt: Date;
  closedAt: Date | null;
  isAuthorHidden: boolean;
  assessors: Assessor[];
  /** Null while the reader may not see what others think. */
  sheet: Sheet | null;
  /** What the reader has to do with it. */
  mine: "nothing" | "to mark" | "handed in";
};

/** What lists of results can be ordered by: the mean, the best that one reviewer gave, or how far they are apart. */
export const resultOrders = ["mean", "best", "spread"] as const;

/** What a list of results is ordered by. */
export type ResultOrder = (typeof resultOrders)[number];

const listOf = <S extends z.ZodType>(schema: S) =>
  z.preprocess((value) => (value === undefined || Array.isArray(value) ? value : [value]), z.array(schema).max(40));

/** What an address says of a list of results: the order, the page, and other weights than the scorecard's, side by side. */
export const resultsInput = z.object({
  order: z.enum(resultOrders).catch("mean"),
  page: wholeNumber(1, 10_000).catch(1),
  criterion: listOf(z.uuid()).catch([]),
  weight: listOf(wholeNumber(0, MOST_WEIGHT)).catch([]),
});

/** What a list of results is asked for. */
export type ResultsInput = z.infer<typeof resultsInput>;

/** An idea that was marked, in a list. */
export type Result = {
  ideaId: string;
  title: string;
  language: string;
  status: string;
  score: Score;
  assigned: number;
  handedIn: number;
  isOpen: boolean;
};

/** A page of results, and the criteria with what each counts there. */
export type Results = { results: Result[]; criteria: Criterion[]; hasMore: boolean };

/** How many people a figure must be about before it is told. */
export const FEWEST_PEOPLE = 5;

/** The marks by reviewers at one distance from the author; null where too few people stand behind them. */
export type DistanceFigure =
  | { distance: Distance; marks: number; mean: number | null }
  | { distance: Distance; hidden: true };

/** Marks by distance, and all of them together unless that is about too few as well. */
export type DistanceReport = { figures: DistanceFigure[]; total: { marks: number; mean: number | null } | null };

/** What a scorecard has been set to. */
export const scorecardSettings = z.strictObject({
  reviewers: wholeNumber(1, 9),
  hidesAuthor: z.preprocess((value) => value === "on" || value === true, z.boolean()).default(false),
  noteFrom: wholeNumber(0, 4),
});

/** How evaluations are done from now on. */
export type ScorecardSettings = z.infer<typeof scorecardSettings>;

const name = typedLine().max(80);
const help = typedText().max(500);
const labels = typedText().max(600);
const wordingFields = {
  name_en: name.default(""),
  help_en: help.default(""),
  labels_en: labels.default(""),
  name_es: name.default(""),
  help_es: help.default(""),
  labels_es: labels.default(""),
  name_pt: name.default(""),
  help_pt: help.default(""),
  labels_pt: labels.default(""),
};

/** How a criterion reads in one language. */
export type Wording = { locale: Locale; name: string; help: string; labels: string[] };

const linesOf = (text: string) =>
  text
    .split("\n")
    .map((line) => line.trim())
    .filter(Boolean);

type WordingFields = z.infer<z.ZodObject<typeof wordingFields>>;

function wordingsIn(fields: WordingFields, check: z.RefinementCtx): Wording[] {
  const wordings = locales.map((locale) => ({
    locale,
    name: fields[`name_${locale}`],
    help: fields[`help_${locale}`],
    labels: linesOf(fields[`labels_${locale}`]),
  }));
  const refuse = (path: string, key: MessageKey) => check.addIssue({ code: "custom", path: [path], message: key });
  if (wordings.every((wording) => visible(wording.name) === "")) refuse("name_en", message("evaluation.nameMissing"));
  for (const { locale, name: given, help: more, labels: words } of wordings) {
    if (visible(given) === "" && (more || words.length > 0))
      refuse(`name_${locale}`, message("evaluation.nameMissing"));
    if (words.length !== 0 && words.length !== 5) refuse(`labels_${locale}`, message("evaluation.labelsNotFive"));
    if (words.some((word) => word.length > 60)) refuse(`labels_${locale}`, message("validation.tooLong"));
  }
  return wordings.filter((wording) => visible(wording.name) !== "");
}

const weight = wholeNumber(0, MOST_WEIGHT);

/** A new criterion: what it is about, what it counts, and how it reads in at least one language. */
export const newCriterion = z
  .strictObject({ part: z.enum(parts), weight, ...wordingFields })
  .transform(({ part, weight, ...fields }, check) => ({ part, weight, wordings: wordingsIn(fields, check) }));

/** A new criterion. */
export type NewCriterion = z.infer<typeof newCriterion>;

/** What a criterion counts, and how it reads, from now on. */
export const criterionChange = z
  .strictObject({ criterionId: z.uuid(), weight, ...wordingFields })
  .transform(({ criterionId, weight, ...fields }, check) => ({
    criterionId,
    weight,
    wordings: wordingsIn(fields, check),
  }));

/** What changes of a criterion. */
export type CriterionChange = z.infer<typeof criterionChange>;

/** Names a criterion. */
export const criterionRef = z.strictObject({ criterionId: z.uuid() });

/** A criterion as those see it who keep the scorecard. */
export type KeptCriterion = {
  id: string;
  part: Part;
  weight: number;
  retiredAt: Date | null;
  wordings: Wording[];
};

/** The scorecard as those see it who keep it. */
export type Scorecard = ScorecardSettings & { criteria: KeptCriterion[] };
