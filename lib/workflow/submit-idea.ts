import type { Actor } from "../access/actor";
import { authorize } from "../access/authorize";
import type { IdeaRef, SubmissionInput } from "../ideas/schema";
import { putBefore } from "../ideas/submission";
import { transaction } from "../platform/db/client";
import { countFor } from "../platform/rate-limit";
import { takeOn } from "./service-level";

/**
 * Puts an idea before the colleagues: from a draft or at once. Its author follows it from here on, somebody answers for
 * it, and until when is promised: all of it is there at the same moment.
 */
export async function submitIdea(actor: Actor, input: SubmissionInput): Promise<IdeaRef> {
  authorize(actor, "idea.submit");
  await countFor(actor.id, "submissions");
  return transaction(async (tx) => {
    const { ideaId, isNew } = await putBefore(tx, actor, input);
    if (isNew) await takeOn(tx, ideaId);
    return { ideaId };
  });
}
