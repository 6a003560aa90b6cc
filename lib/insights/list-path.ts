import type { InsightsInput, ListedInput, ListedKind } from "./schema";

/** What narrows a list besides what narrows all figures. */
export type Narrower = Pick<ListedInput, "owner" | "goal" | "ambition">;

/** The address of the ideas behind a figure: of which kind, narrowed as the figure is, or by what `more` says instead. */
export function listPath(which: ListedKind, input: InsightsInput, more: Partial<InsightsInput & Narrower> = {}) {
  const said = Object.entries({ which, ...input, ...more }).filter(
    (entry): entry is [string, string] => entry[1] !== undefined,
  );
  return `/insights/ideas?${new URLSearchParams(said)}`;
}
