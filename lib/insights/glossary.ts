import type { Actor } from "../access/actor";
import { authorize } from "../access/authorize";

/** What figures are explained by, grouped by what they are about, in the order in which the glossary tells them. */
export const glossary = {
  figures: [
    "ideasPerHead",
    "participation",
    "implementedShare",
    "benefit",
    "timeToAnswer",
    "promiseKept",
    "target",
    "benchmark",
  ],
  order: ["merit", "supportRate", "interval"],
  pipeline: ["cohort", "timeInState", "median", "p90", "ageing", "pace", "forecastOfBacklog"],
  people: [
    "reading",
    "voting",
    "commenting",
    "proposing",
    "successRate",
    "equityOfVoice",
    "fewPeople",
    "gini",
    "topShare",
    "firstTimers",
    "cameBack",
    "level",
    "tenureBand",
  ],
  impact: ["delivery", "forecast", "outcome", "gap", "exchangeRate"],
  portfolio: ["goal", "ambition", "balance", "valueAndEffort"],
  basis: ["period", "freshness"],
} as const;

/** A part of the glossary. */
export type TermGroup = keyof typeof glossary;

const groups = Object.keys(glossary) as TermGroup[];

/** The name of something that the glossary explains: in words, as a formula, with its source, and with what it does not say. */
export type Term = (typeof glossary)[TermGroup][number];

/** All that the glossary explains. */
export const terms: Term[] = Object.values(glossary).flat();

/**
 * What the glossary explains, group by group.
 *
 * @throws Failure `forbidden`
 */
export function listTerms(actor: Actor): { group: TermGroup; terms: readonly Term[] }[] {
  authorize(actor, "insights.read");
  return groups.map((group) => ({ group, terms: glossary[group] }));
}
