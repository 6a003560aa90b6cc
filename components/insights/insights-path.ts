import type { InsightsInput } from "@/lib/insights/schema";
import type { MessageKey } from "@/lib/platform/i18n/messages";

/** The pages about the organisation, as they stand behind `/insights`; the leader's page has no name of its own. */
export const insightPages = ["leader", "pipeline", "participation", "impact", "portfolio"] as const;

/** One of the pages about the organisation. */
export type InsightPage = (typeof insightPages)[number];

/** The address of such a page, or of anything beside it, narrowed to what is asked. */
export function insightsPath(page: string, asked: InsightsInput): string {
  const said = Object.entries(asked).filter((entry): entry is [string, string] => entry[1] !== undefined);
  const path = page === "leader" ? "/insights" : `/insights/${page}`;
  return said.length > 0 ? `${path}?${new URLSearchParams(said)}` : path;
}

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
