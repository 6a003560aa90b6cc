import type { InsightsInput, ListedKind } from "./schema";

/** The address of the ideas behind a figure: of which kind, narrowed as the figure is, or by what `more` says instead. */
export function listPath(
  which: ListedKind,
  input: InsightsInput,
  more: Partial<InsightsInput> & { owner?: string } = {},
) {
  const said = Object.entries({ which, ...input, ...more }).filter(
    (entry): entry is [string, string] => entry[1] !== undefined,
  );
  return `/insights/ideas?${new URLSearchParams(said)}`;
}
