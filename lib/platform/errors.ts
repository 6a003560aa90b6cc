import type { MessageKey } from "./i18n/messages";

/** What kind of refusal it is. Doors turn it into a page, an outcome or an HTTP status. */
export type FailureCode =
  | "invalid"
  | "unauthenticated"
  | "forbidden"
  | "not_found"
  | "conflict"
  | "too_large"
  | "unsupported"
  | "too_many"
  | "busy";

/** Reasons by the name of the input field they belong to. */
export type FieldReasons = Record<string, MessageKey>;

/**
 * A refusal that its reader can understand: thrown by commands and queries, translated once, by the door.
 * Anything else that is thrown is a defect.
 */
export class Failure extends Error {
  constructor(
    readonly code: FailureCode,
    readonly reason: MessageKey,
    readonly fields: FieldReasons = {},
    /** After how many seconds it may work; for those who came too often or at a busy moment. */
    readonly retryAfterS?: number,
  ) {
    super(`${code}: ${reason}`);
    this.name = "Failure";
  }
}

/** Something that happened to a thing while somebody was still looking at how it stood before. */
export type Meanwhile = { type: string; at: Date; by: string | null; detail: Record<string, unknown> };

/** Somebody else was faster: nothing was changed, and this is what happened, oldest first. */
export class Overtaken extends Failure {
  constructor(
    reason: MessageKey,
    readonly meanwhile: Meanwhile[],
  ) {
    super("conflict", reason);
  }
}

/** Refuses as if the thing did not exist: also the answer for what one may not see. */
export const notFound = (): Failure => new Failure("not_found", "validation.notFound");
