/** What is written down of an error. */
export type ErrorText = { type: string; code?: string; text: string; stack: string[] };

/** Everything in quotes, and everything that looks like an address: there errors repeat what people typed. */
const quoted = /"[^"]*"?|'[^']*'?|`[^`]*`?|“[^”]*”?|\S+@\S+/g;

/** Frames of its stack are kept, its first lines are not: they repeat the message. */
const framesOf = (error: Error): string[] =>
  (error.stack ?? "")
    .split("\n")
    .filter((line) => /^\s+at /.test(line))
    .map((line) => line.trim().slice(0, 200))
    .slice(0, 12);

/** A sentence of somebody else's program without what it quotes, and without marks that a terminal would obey. */
export const withoutQuotes = (text: string): string =>
  text
    .replaceAll(quoted, "…")
    .replaceAll(/\p{Cc}\[[\d;]*m/gu, "")
    .replaceAll(/[\p{Cc}\s]+/gu, " ")
    .trim()
    .slice(0, 300);

/** The database's errors tell in many lines what was to be stored; their code and kind say enough. */
const mayBeTold = (error: Error): boolean => !/Prisma|DatabaseError|DriverAdapter|SyntaxError|Zod/.test(error.name);

/** What may be written down of something that was thrown: where and of which kind, not what people had typed. */
export function describeError(error: unknown): ErrorText {
  if (!(error instanceof Error)) return { type: typeof error, text: "", stack: [] };
  const { code } = error as { code?: unknown };
  return {
    type: error.constructor.name === "Error" ? error.name : error.constructor.name,
    ...((typeof code === "string" || typeof code === "number") && { code: String(code).slice(0, 60) }),
    text: mayBeTold(error) ? withoutQuotes(error.message) : "",
    stack: framesOf(error),
  };
}
