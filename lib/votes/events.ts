import { z } from "zod";
import { defineEvent } from "../platform/events";

/** Somebody gave an idea their vote. */
export const voteCast = defineEvent({ type: "vote.cast", payload: z.object({}), webhook: true });

/** Somebody took their vote back. */
export const voteWithdrawn = defineEvent({ type: "vote.withdrawn", payload: z.object({}), webhook: true });
