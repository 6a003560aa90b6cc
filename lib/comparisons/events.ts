import { z } from "zod";
import { defineEvent } from "../platform/events";

/** Somebody answered which of two ideas they prefer. Which two, and which, is nobody's business: it is not said. */
export const comparisonAnswered = defineEvent({
  type: "comparison.answered",
  payload: z.object({}),
  webhook: false,
});
