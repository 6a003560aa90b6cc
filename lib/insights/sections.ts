import type { Actor } from "../access/actor";
import { impact } from "./impact";
import { leader } from "./leader";
import { participation } from "./participation";
import { pipeline } from "./pipeline";
import { portfolio } from "./portfolio";
import type { InsightPage, InsightsInput } from "./schema";
import type { Section } from "./section";

/** Questions that are told together: a page, a part of the API, a part of a report. Each refuses whoever may not read it. */
export type SectionGroup = (actor: Actor, input: InsightsInput) => Promise<Section[]>;

/** All that is told about the organisation, by the page on which it stands, in the order in which a report tells it. */
export const sectionGroups = {
  leader,
  pipeline,
  participation,
  impact,
  portfolio,
} satisfies Record<InsightPage, SectionGroup>;

/** The name of a group of sections. */
export type SectionGroupName = keyof typeof sectionGroups;
