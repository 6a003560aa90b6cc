import type { InsightsInput, ListedInput, ListedKind } from "./schema";

/** What narrows a list besides what narrows all figures. */
export type Narrower = Pick<ListedInput, "owner" | "exactly" | "goal" | "ambition">;

const withSaid = (path: string, said: Record<string, string | undefined>): string => {
  const known = Object.entries(said).filter((entry): entry is [string, string] => entry[1] !== undefined);
  return known.length > 0 ? `${path}?${new URLSearchParams(known)}` : path;
};

/** The address of the ideas behind a figure: of which kind, narrowed as the figure is, or by what `more` says instead. */
export const listPath = (which: ListedKind, input: InsightsInput, more: Partial<InsightsInput & Narrower> = {}) =>
  withSaid("/insights/ideas", { which, ...input, ...more });

/** The address of a page about the organisation, or of anything beside it, narrowed to what is asked. */
export const pagePath = (page: string, input: InsightsInput) =>
  withSaid(page === "leader" ? "/insights" : `/insights/${page}`, input);
