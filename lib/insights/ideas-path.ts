import type { IdeaStatus } from "../platform/db/generated/enums";
import type { InsightsInput } from "./schema";

/** The list of the ideas that a figure counts, as a path: in these states, of the units that are asked for. */
export function ideasPath({ department, place, category }: InsightsInput, states: IdeaStatus[]): string {
  const asked = new URLSearchParams(states.map((state) => ["state", state]));
  for (const [name, id] of Object.entries({ department, place, category })) if (id) asked.set(name, id);
  return `/ideas?${asked}`;
}
