import { z } from "zod";
import { Failure } from "./errors";
import type { MessageKey } from "./i18n/messages";

/** Names a text inside a schema, checked by the compiler. */
export const message = (key: MessageKey): MessageKey => key;

/** The text for an issue that a schema gave no text of its own. */
function builtInReason(issue: z.core.$ZodRawIssue): MessageKey {
  if (issue.input === undefined || issue.input === null) return "validation.missing";
  switch (issue.code) {
    case "too_small":
      return issue.origin === "string" ? "validation.tooShort" : "validation.tooSmall";
    case "too_big":
      return issue.origin === "string" ? "validation.tooLong" : "validation.tooBig";
    case "unrecognized_keys":
      return "validation.unknownField";
    default:
      return "validation.malformed";
  }
}

// Compiling a schema needs `new Function`, which our pages forbid: even zod's harmless try is reported as a violation.
z.config({ customError: builtInReason, jitless: typeof window !== "undefined" });

/**
 * `input` as `schema` describes it.
 *
 * @throws Failure `invalid` with one reason per field; the path of a nested field is joined by dots
 */
export function parse<S extends z.ZodType>(schema: S, input: unknown): z.output<S> {
  const result = schema.safeParse(input);
  if (result.success) return result.data;

  // A map, because a field that somebody sends may be called "constructor".
  const fields = new Map<string, MessageKey>();
  for (const issue of result.error.issues) {
    const names = issue.code === "unrecognized_keys" ? issue.keys : [issue.path.join(".")];
    for (const name of names) if (!fields.has(name)) fields.set(name, issue.message as MessageKey);
  }
  throw new Failure("invalid", "validation.checkFields", Object.fromEntries(fields));
}
