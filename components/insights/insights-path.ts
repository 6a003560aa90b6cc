import type { MessageKey } from "@/lib/platform/i18n/messages";

/** The pages about the organisation, as they stand behind `/insights`; the leader's page has no name of its own. */
export const insightPages = ["leader", "pipeline", "participation", "impact", "portfolio"] as const;

/** One of the pages about the organisation. */
export type InsightPage = (typeof insightPages)[number];

/** What the tabs call the pages. */
export const insightNames: Record<InsightPage, MessageKey> = {
  leader: "insights.tabLeader",
  pipeline: "insights.tabPipeline",
  participation: "insights.tabParticipation",
  impact: "insights.tabImpact",
  portfolio: "insights.tabPortfolio",
};

/** What a page is called on top of itself. */
export const insightTitle = (page: InsightPage): MessageKey =>
  page === "leader" ? "insights.title" : insightNames[page];
