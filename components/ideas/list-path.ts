import { type Order, usualOrder } from "@/lib/ranking/orders";
import type { IdeaFilters } from "@/lib/search/schema";

/** What a list shows: its filters and order. */
export type Shown = IdeaFilters & { order: Order };

const names = [
  "q",
  "state",
  "category",
  "department",
  "place",
  "language",
  "tag",
  "author",
  "following",
  "order",
] as const;

/** The address of a list in the portal. What it shows anyway is not said. */
export function listPath(shown: Partial<Shown>, cursor?: string | null): string {
  const order = shown.order === usualOrder(shown) ? undefined : shown.order;
  const said = { ...shown, order };
  const search = new URLSearchParams(names.flatMap((name) => [said[name] ?? []].flat().map((value) => [name, value])));
  if (cursor) search.set("cursor", cursor);
  return search.size > 0 ? `/ideas?${search}` : "/ideas";
}
