import { oneLine } from "./clean-text";
import type { IncomingPerson } from "./incoming";

/** Whom a cell names; pseudonyms get a readable name that is always the same. Null for an empty cell. */
export function personIn(
  text: string,
  pseudonym: { pattern: string; name: string } | undefined,
): IncomingPerson | null {
  const externalId = oneLine(text).slice(0, 200);
  if (!externalId) return null;
  if (!pseudonym || !new RegExp(pseudonym.pattern).test(externalId)) return { externalId, name: externalId };
  return { externalId, name: `${pseudonym.name} ${externalId.slice(-6).toUpperCase()}` };
}
