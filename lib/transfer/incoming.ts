import { createHash } from "node:crypto";
import type { IdeaStatus, PlaceKind } from "../platform/db/generated/enums";

/** Somebody as the source names them. */
export type IncomingPerson = { externalId: string; name: string };

/** A place as a source names it; `country` is its ISO 3166-1 code where it is one. */
export type IncomingPlace = { kind: PlaceKind; name: string; country?: string };

/** How a source answered an idea: the kind of answer, its reason in Markdown, and when; each where it is known. */
export type IncomingDecision = { kind: string | null; reason: string | null; at: Date | null };

/** An idea as a source tells it, in our terms. */
export type IncomingIdea = {
  externalId: string;
  title: string;
  body: string;
  language: string;
  status: IdeaStatus;
  /** External ids of the ideas it was merged into, in order of preference; empty for most. */
  mergedInto: string[];
  author: IncomingPerson | null;
  category: string | null;
  tags: string[];
  /** From the largest to the smallest. */
  place: IncomingPlace[];
  support: { supporters: number; opposed: number | null } | null;
  estimate: { amountMinor: number; currency: string } | null;
  decisions: IncomingDecision[];
  url: string | null;
  at: Date;
};

/** A contribution to a discussion as a source tells it; one that was removed there has an empty body. */
export type IncomingComment = {
  externalId: string;
  idea: string;
  parent: string | null;
  author: IncomingPerson | null;
  body: string;
  at: Date;
};

/** What one person said to one idea. `at` is null where the source kept no time. */
export type IncomingVote = {
  externalId: string;
  idea: string;
  voter: IncomingPerson;
  supports: boolean;
  at: Date | null;
};

/** A row that is ready to be stored: what it says, where it stood, and what tells it from other contents. */
export type Incoming<T> = {
  row: number;
  line: number;
  content: T;
  digest: string;
  /** Milliseconds that keep the order of the file among things that only have a date; no part of the digest. */
  order: number;
};

/** What tells a content from others: SHA-256 of all it says. */
export const digestOf = (content: unknown): string =>
  createHash("sha256").update(JSON.stringify(content)).digest("hex");
