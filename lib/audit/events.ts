import { z } from "zod";
import { defineEvent } from "../platform/events";

/** An administrator took a copy of the event log, or of the part that a filter shows; the subject is that person. */
export const auditExported = defineEvent({
  type: "audit.exported",
  payload: z.object({ filter: z.record(z.string(), z.string()) }),
  webhook: false,
});
