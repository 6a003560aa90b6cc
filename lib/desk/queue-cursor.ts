import { z } from "zod";
import { message } from "../platform/parse";

/** Far beyond any second, day or count that a queue is ordered by, and what PostgreSQL still makes a time of. */
const number = z.number().min(-1e10).max(1e10).nullable();

const written = z.tuple([z.enum(["due", "support", "waiting", "news"]), z.uuid()], number);

/** A place in a queue: after the idea `id`, which had the values `key` in this view. Null stands for "never". */
export type QueueCursor = { view: z.output<typeof written>[0]; id: string; key: (number | null)[] };

/** A place in a queue as it stands in an address. */
export const encodeQueueCursor = ({ view, id, key }: QueueCursor): string =>
  Buffer.from(JSON.stringify([view, id, ...key])).toString("base64url");

/** Reads it back. */
export function decodeQueueCursor(text: string, context: z.RefinementCtx): QueueCursor {
  try {
    const [view, id, ...key] = written.parse(JSON.parse(Buffer.from(text, "base64url").toString()));
    return { view, id, key };
  } catch {
    context.addIssue({ code: "custom", message: message("validation.malformed") });
    return z.NEVER;
  }
}
