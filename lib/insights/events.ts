import { z } from "zod";
import { defineEvent } from "../platform/events";
import { type InsightsInput, targetsInput } from "./schema";

/** The organisation wants something else of its five figures; as people write it, null where it wants nothing. */
export const targetsChanged = defineEvent({
  type: "targets.changed",
  payload: z.object({ from: targetsInput, to: targetsInput }),
  webhook: false,
});

/** Somebody took figures about the organisation along, as a file or as the feed; the subject is that person. */
export const insightsExported = defineEvent({
  type: "insights.exported",
  payload: z.object({
    part: z.string(),
    format: z.string(),
    filter: z.record(z.string(), z.string()),
  }),
  webhook: false,
});

/** What figures were narrowed to when they were taken along: only what was asked for. */
export const saidIn = (asked: InsightsInput): Record<string, string> =>
  Object.fromEntries(Object.entries(asked).filter((entry): entry is [string, string] => entry[1] !== undefined));
