import { z } from "zod";
import { defineEvent } from "../platform/events";
import { unitKinds } from "./schema";

const kind = z.enum(unitKinds);

/** The organisation got a new department, place or category. */
export const unitAdded = defineEvent({
  type: "unit.added",
  payload: z.object({ kind, name: z.string() }),
  webhook: false,
});

/** A department, place or category is called differently from now on. */
export const unitRenamed = defineEvent({
  type: "unit.renamed",
  payload: z.object({ kind, from: z.string(), to: z.string() }),
  webhook: false,
});
