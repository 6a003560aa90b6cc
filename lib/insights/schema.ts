import { z } from "zod";
import { ambitions } from "../goals/schema";
import type { Choices } from "../ideas/schema";
import { blankIsMissing } from "../platform/blank";
import type { MessageKey } from "../platform/i18n/messages";

const id = z.preprocess(blankIsMissing, z.uuid().optional());
const idOrNone = z.preprocess(blankIsMissing, z.union([z.uuid(), z.literal("none")]).optional());
const month = z.preprocess(
  blankIsMissing,
  z
    .string()
    .max(7)
    .regex(/^(20|21)\d\d-(0[1-9]|1[0-2])$/, "validation.malformed")
    .optional(),
);

/** What narrows all figures, named as it stands in the address. */
export const insightsInput = z.object({
  from: month.meta({ description: "The first month, such as `2026-01`. Without it: eleven months before the last." }),
  to: month.meta({ description: "The last month, such as `2026-12`. Without it: the current one." }),
  department: id.describe("A department's id; with all departments below it."),
  place: id.describe("A place's id; with all places below it."),
  category: id.describe("A category's id."),
});

/** What narrows all figures. */
export type InsightsInput = z.output<typeof insightsInput>;

/** The five figures, for each of which an organisation can want something. */
export const targetFigures = ["ideasPerHead", "participation", "implementedShare", "benefit", "timeToAnswer"] as const;

/** One of the five figures. */
export type TargetFigure = (typeof targetFigures)[number];

const wanted = (most: number) =>
  z.preprocess(
    (value) =>
      value === "" || value === null ? null : typeof value === "string" ? Number(value.replace(",", ".")) : value,
    z.number().gt(0).max(most).nullable().default(null),
  );

/** What is wanted of the five figures, as people write it: shares in per cent, days, whole units of money. Empty: nothing. */
export const targetsInput = z.strictObject({
  ideasPerHead: wanted(1000),
  participation: wanted(100),
  implementedShare: wanted(100),
  benefit: wanted(1_000_000_000),
  timeToAnswer: wanted(1000),
});

/** What is wanted of the five figures, as people write it. */
export type Targets = z.output<typeof targetsInput>;

/** The pages about the organisation, as they stand behind `/insights`; the leader's page has no name of its own there. */
export const insightPages = ["leader", "pipeline", "participation", "impact", "portfolio"] as const;

/** One of the pages about the organisation. */
export type InsightPage = (typeof insightPages)[number];

/** What tabs and reports call the pages. */
export const pageNames: Record<InsightPage, MessageKey> = {
  leader: "insights.tabLeader",
  pipeline: "insights.tabPipeline",
  participation: "insights.tabParticipation",
  impact: "insights.tabImpact",
  portfolio: "insights.tabPortfolio",
};

/** What a page is called on top of itself. */
export const pageTitle = (page: InsightPage): MessageKey => (page === "leader" ? "insights.title" : pageNames[page]);

/** What can be taken along of what is told: one of the pages, or all of them. */
export const exportParts = [...insightPages, "all"] as const;

/** One of the pages, or all of them. */
export type ExportPart = (typeof exportParts)[number];

/** As what figures can be taken along. */
export const exportFormats = ["pdf", "pptx", "xlsx", "csv"] as const;

/** One of the formats. */
export type ExportFormat = (typeof exportFormats)[number];

/** What is taken along as what, narrowed like the pages are. The leader's page alone is one page of paper. */
export const exportInput = insightsInput.extend({
  part: z.enum(exportParts).default("leader"),
  format: z.enum(exportFormats).default("pdf"),
});

/** What is taken along as what. */
export type ExportInput = z.output<typeof exportInput>;

/** What stands around figures: which months they are about, what else one could ask for, and how fresh they are. */
export type Frame = {
  from: string;
  to: string;
  /** Every month from the first idea to now, newest first. */
  choosable: string[];
  choices: Choices;
  /** Up to when everything is counted; null before it was counted at all. */
  freshAt: Date | null;
};

/**
 * What a list behind a figure can hold: ideas posted in the months that have come so far by now, or, of `colleagues`, by
 * people who count in the units; ideas to which something happened in the months; or, whenever they were posted, those whose
 * promise is overdue today.
 */
export const listedKinds = [
  "posted",
  "colleagues",
  "submitted",
  "answered",
  "accepted",
  "started",
  "implemented",
  "declined",
  "archived",
  "undecided",
  "answers",
  "due",
  "kept",
  "late",
  "open",
  "overdue",
] as const;

/** A kind of list behind a figure. */
export type ListedKind = (typeof listedKinds)[number];

/** Which list, and from which page on. */
export const listedInput = insightsInput.extend({
  which: z.enum(listedKinds).default("posted"),
  /** A person's id, or nobody. */
  owner: idOrNone,
  /** The department alone, without those below it, or none at all. */
  exactly: idOrNone,
  goal: id,
  ambition: z.preprocess(blankIsMissing, z.enum(ambitions).optional()).catch(undefined),
  page: z.coerce.number().int().min(1).max(500).catch(1),
});

/** Which list. */
export type ListedInput = z.output<typeof listedInput>;

/** What has happened since somebody last looked at the leader's page. */
export type Changes = {
  since: Date;
  posted: number;
  accepted: number;
  declined: number;
  implemented: number;
  broken: number;
};
