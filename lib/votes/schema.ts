import { z } from "zod";
import { ideaRef } from "../ideas/schema";

/** How an idea stands: all votes of colleagues, and whether the reader's own is among them. */
export const tally = z
  .object({ votes: z.int(), mine: z.boolean().describe("Whether the reader's own vote is among them.") })
  .meta({ id: "Tally", examples: [{ votes: 12, mine: true }] });

/** How an idea stands. */
export type Tally = z.infer<typeof tally>;

/** What the form under a vote button posts: the idea, and the page that one wants to be back on. */
export const ballot = z.strictObject({ ...ideaRef.shape, next: z.string().max(2000).default("") });

/** A pressed vote button: for which idea, and where to go back to. */
export type Ballot = z.infer<typeof ballot>;
