import { z } from "zod";
import type { Idea } from "../ideas/schema";
import { orNull } from "../platform/blank";
import { message } from "../platform/parse";
import { reasonText, reviewRef, reviewVersion } from "../workflow/schema";

/** Which idea an idea is merged into, and why if there is more to say. */
export const mergeInput = z.strictObject({
  ...reviewRef.shape,
  survivorId: z.uuid().describe("The idea that stays."),
  reason: orNull(reasonText).default(null).describe("Why, in words that everybody reads."),
});

/** Which idea an idea is merged into. */
export type MergeInput = z.infer<typeof mergeInput>;

const ID = /[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/i;

const linked = z.string().max(500).default("");
const chosen = z.string().max(50).default("");

/** The idea that stays as a form says it: chosen from a list, or by the address of its page, which comes first. */
export function survivorIn({ survivorId, link }: { survivorId: string; link: string }, check: z.RefinementCtx): string {
  const id = link.trim() ? ID.exec(link)?.[0] : z.uuid().safeParse(survivorId).data;
  if (id) return id.toLowerCase();
  const [path, key] = link.trim()
    ? ["link", "duplicates.linkUnclear" as const]
    : ["survivorId", "duplicates.chooseOne" as const];
  check.addIssue({ code: "custom", path: [path], message: message(key) });
  return z.NEVER;
}

/** The fields in which a form asks for the idea that stays. */
export const survivorFields = { survivorId: chosen, link: linked };

/** An author's wish, as its form sends it. */
export const wishInput = z
  .strictObject({ ideaId: z.uuid(), ...survivorFields })
  .transform(({ ideaId, ...fields }, check) => ({ ideaId, survivorId: survivorIn(fields, check) }));

/** That the own idea becomes part of another one. */
export type WishInput = { ideaId: string; survivorId: string };

/** What is said to an author's wish. */
export const wishAnswer = z.strictObject({
  ideaId: z.uuid(),
  survivorId: z.uuid(),
  answer: z.enum(["yes", "no"]),
});

/** What is said to an author's wish. */
export type WishAnswer = z.infer<typeof wishAnswer>;

/** One of two ideas, as whoever decides on them sees it. `text` is what it says, without marks. */
export type Twin = Pick<Idea, "id" | "title" | "language" | "status" | "author" | "place" | "submittedAt"> & {
  text: string;
  votes: number;
  comments: number;
  duplicates: number;
  /** Of its review. */
  version: number;
};

/** An author's wish that nobody has answered yet; and whether the reader may say anything to it, and whether yes. */
export type Wish = { duplicate: Twin; survivor: Twin; mayAnswer: boolean; mayConsent: boolean };

/** Two ideas that may say the same, and why they are proposed. */
export type Pair = {
  one: Twin;
  other: Twin;
  /** How alike they are, 0 to 1. */
  score: number;
  isProbablySame: boolean;
  /** Words that both use. */
  shared: string[];
  isByOne: boolean;
  isAtOnePlace: boolean;
  /** How many pairs wait besides. */
  rest: number;
};

/** Names a pair. */
export const pairRef = z.strictObject({ oneId: z.uuid(), otherId: z.uuid() });

/** Two ideas. */
export type PairRef = z.infer<typeof pairRef>;

/** Which of a pair stays, and the versions of both reviews that were seen. */
export const pairMerge = z.strictObject({
  ...pairRef.shape,
  oneVersion: reviewVersion,
  otherVersion: reviewVersion,
  survivorId: z.uuid(),
});

/** Which of a pair stays. */
export type PairMerge = z.infer<typeof pairMerge>;
