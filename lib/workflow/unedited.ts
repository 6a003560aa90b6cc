import type { Db } from "../platform/db/client";
import { Failure } from "../platform/errors";

/**
 * Goes on only if an answer says something of its own: what is just one of the templates tells its author that nobody
 * read the idea. That no gap is left open is looked at where the answer comes in.
 *
 * @throws Failure `invalid` at the field `reason`
 */
export async function requireEdited(tx: Db, reason: string): Promise<void> {
  const body = reason.trim();
  if ((await tx.answerTemplate.count({ where: { body } })) > 0)
    throw new Failure("invalid", "validation.checkFields", { reason: "workflow.templateUnedited" });
}
