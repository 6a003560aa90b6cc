import { z } from "zod";
import { idea } from "../ideas/schema";
import { blankIsMissing, optionalId } from "../platform/blank";
import { ticked } from "../platform/ticked";

/** Why somebody prefers neither. `same`: both say the same. */
export const skips = ["undecided", "both_good", "both_weak", "unknown", "same"] as const;

/** What can be answered. */
export const answers = ["left", "right", ...skips] as const;

/** What somebody answers. */
export type Answer = (typeof answers)[number];

const pairId = z.uuid();
const answer = z
  .enum(answers)
  .describe(
    "The idea that one would rather see come true, or why neither: one cannot decide, both are good, both are weak, one does not know enough, or they say the same.",
  );

/** Among which ideas a pair is to be drawn. */
export const pairWish = z.strictObject({
  categoryId: optionalId.default(null).describe("Only ideas about this; without it among all."),
});

/** Among which ideas. */
export type PairWish = z.infer<typeof pairWish>;

/** An answer, as programs give it. */
export const pairAnswer = z.strictObject({
  pairId,
  answer,
  change: z.boolean().default(false).describe("Whether to replace another answer, within ten minutes of it."),
});

/** An answer. */
export type PairAnswer = z.infer<typeof pairAnswer>;

/** The same as the page's form says it, and among which ideas one is comparing. */
export const pairForm = z.strictObject({
  pairId,
  answer,
  change: ticked,
  categoryId: optionalId.default(null),
});

/** A pressed button below a pair. */
export type PairForm = z.infer<typeof pairForm>;

/** Which pair a page's address asks for; what makes no sense is left out. */
export const pairAddress = z.object({
  category: z.preprocess(blankIsMissing, z.uuid().optional()).catch(undefined),
  again: z.preprocess(blankIsMissing, z.uuid().optional()).catch(undefined),
});

/** The address of the page on which one compares. */
export function comparePath({ categoryId, again }: { categoryId: string | null; again?: string }): string {
  const search = new URLSearchParams({ ...(categoryId && { category: categoryId }), ...(again && { again }) });
  return search.size > 0 ? `/compare?${search}` : "/compare";
}

const id = z.string().meta({ format: "uuid" });

/** An idea of a pair. Without its author and its votes on purpose: the idea itself is what counts. */
export const comparedIdea = z.object({
  ideaId: id,
  title: z.string(),
  body: z.string().describe("Markdown."),
  language: idea.shape.language,
  category: z.string().nullable(),
});

/** Two ideas to compare. */
export const pair = z.object({ pairId: id, left: comparedIdea, right: comparedIdea }).meta({ id: "Pair" });

/** Two ideas to compare. */
export type Pair = z.infer<typeof pair>;

/** A pair, if there is one left, and how one comes along. */
export const pairSheet = z
  .object({
    pair: pair.nullable().describe("Null when one has compared all there is."),
    today: z.int().describe("How often one has preferred one idea to another today."),
    last: id.nullable().describe("The pair whose answer one can still change."),
  })
  .meta({ id: "PairSheet" });

/** A pair, if there is one left, and how one comes along. */
export type PairSheet = z.infer<typeof pairSheet>;

/** What stands now. */
export const answered = z.object({ pairId: id, answer }).meta({ id: "AnsweredPair" });

/** What stands now. */
export type Answered = z.infer<typeof answered>;

/** An idea of a pair as the page shows it: how it begins, and all of it as harmless HTML where it goes on. */
export type ShownIdea = Omit<z.infer<typeof comparedIdea>, "body"> & { opening: string; html: string | null };

/** A pair as the page shows it. */
export type ShownPair = { pairId: string; left: ShownIdea; right: ShownIdea };

/** A sheet as the page shows it. */
export type ShownSheet = Omit<PairSheet, "pair"> & { pair: ShownPair | null };
