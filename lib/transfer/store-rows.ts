import { inSavepoint } from "./connection";
import type { Incoming, IncomingComment, IncomingIdea, IncomingVote } from "./incoming";
import type { AnyContent } from "./map-row";
import type { Mapping } from "./mapping";
import { type Context, type Stored, sumOf } from "./record-book";
import { Refusal } from "./refusal";
import { storeComments } from "./store-comments";
import { storeIdeas } from "./store-ideas";
import { storeVotes } from "./store-votes";

function store(context: Context, kind: Mapping["kind"], items: Incoming<AnyContent>[]): Promise<Stored> {
  switch (kind) {
    case "idea":
      return storeIdeas(context, items as Incoming<IncomingIdea>[]);
    case "comment":
      return storeComments(context, items as Incoming<IncomingComment>[]);
    case "vote":
      return storeVotes(context, items as Incoming<IncomingVote>[]);
    case "nothing":
      return Promise.resolve({ outcomes: [], notes: {} });
  }
}

/** Whether the database refused what a row holds, rather than failed. */
const isAboutData = (error: unknown): error is Error =>
  error instanceof Error && "code" in error && /^2[23]/.test(String(error.code));

/** Stores rows; if the database refuses one of them, finds it by halves, so that only it is rejected. */
export async function storeRows(
  context: Context,
  kind: Mapping["kind"],
  items: Incoming<AnyContent>[],
): Promise<Stored> {
  if (items.length === 0) return { outcomes: [], notes: {} };
  try {
    return await inSavepoint(context.connection, () => store(context, kind, items));
  } catch (error) {
    if (!isAboutData(error)) throw error;
    if (items.length === 1) {
      return { outcomes: [new Refusal("transfer.databaseRefused", { problem: error.message })], notes: {} };
    }
    const half = Math.ceil(items.length / 2);
    const first = await storeRows(context, kind, items.slice(0, half));
    const second = await storeRows(context, kind, items.slice(half));
    return { outcomes: [...first.outcomes, ...second.outcomes], notes: sumOf(first.notes, second.notes) };
  }
}
