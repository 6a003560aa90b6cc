import { z } from "zod";
import { message } from "../platform/parse";

const uuid = z.uuid();
const float = z.number();
const count = z.int32().min(0);
/** Milliseconds since 1970, up to the year 9999. */
const instant = z.int().min(0).max(253_402_300_799_999);
const direction = z.enum(["after", "before"]);

const written = z.union([
  z.tuple([z.literal("relevant"), direction, uuid, float]),
  z.tuple([z.literal("merit"), direction, uuid, float, float]),
  z.tuple([z.literal("discover"), direction, uuid, float]),
  z.tuple([z.literal("new"), direction, uuid, instant]),
  z.tuple([z.literal("supported"), direction, uuid, count, float]),
  z.tuple([z.literal("trending"), direction, uuid, float]),
  z.tuple([z.literal("discussed"), direction, uuid, count, float]),
  z.tuple([z.literal("unanswered"), direction, uuid, instant]),
]);

/**
 * A place in a list: after or before the idea `id`, which had the values `key` in this order. `before` counts the ideas
 * that came before that place as somebody paged there.
 */
export type Cursor = {
  order: z.output<typeof written>[0];
  direction: z.output<typeof direction>;
  id: string;
  key: number[];
  before: number;
};

/** A cursor as it stands in an address. Not secret, and not meant to be read. */
export const encodeCursor = ({ order, direction, id, key, before }: Cursor): string =>
  `${before}.${Buffer.from(JSON.stringify([order, direction, id, ...key])).toString("base64url")}`;

/** Reads a cursor back; whatever `encodeCursor` could not have written is an issue of the schema it is used in. */
export function decodeCursor(text: string, context: z.RefinementCtx): Cursor {
  try {
    const [, before, place = ""] = /^(\d{1,9})\.([\w-]+)$/.exec(text) ?? [];
    const [order, direction, id, ...key] = written.parse(JSON.parse(Buffer.from(place, "base64url").toString()));
    return { order, direction, id, key, before: Number(before) };
  } catch {
    context.addIssue({ code: "custom", message: message("validation.malformed") });
    return z.NEVER;
  }
}
