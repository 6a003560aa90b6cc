import { z } from "zod";
import { defineEvent } from "../platform/events";

const count = z.number().int().nonnegative();

/** A file was imported to its end; the subject is the run. Its ideas and comments have no events of their own. */
export const importFinished = defineEvent({
  type: "import.finished",
  payload: z.object({
    source: z.string(),
    read: count,
    created: count,
    updated: count,
    unchanged: count,
    rejected: count,
  }),
  webhook: false,
});

/** The demo's content is complete. */
export const demoLoaded = defineEvent({ type: "demo.loaded", payload: z.object({}), webhook: false });
