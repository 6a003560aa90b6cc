import type { Actor } from "../access/actor";
import { requireUnits } from "../people/require-units";
import { now } from "../platform/clock";
import type { Db } from "../platform/db/client";
import { record } from "../platform/events";
import { keepDraft, whyNotKept } from "./drafts";
import { ideaSubmitted } from "./events";
import type { DraftInput, IdeaRef, SubmissionInput } from "./schema";
import { tagIdea } from "./tags";

/**
 * Puts an idea before the colleagues: the part of a submission that is about the idea itself. Who answers for it, and
 * until when, belongs to the same transaction: see lib/workflow/submit-idea.ts, which is what the doors call.
 *
 * @returns `isNew` is false for a second click, or a second try for want of an answer: then nothing was done
 * @throws Failure when there is no such draft of `actor`'s, or something else was submitted from it
 */
export async function putBefore(tx: Db, actor: Actor, input: SubmissionInput): Promise<IdeaRef & { isNew: boolean }> {
  const draft = { ...input, version: null };
  await requireUnits(tx, draft);
  const kept = await keepDraft(tx, actor, draft);
  if (!kept) return { ideaId: await submittedBefore(tx, actor, draft), isNew: false };

  const { ideaId } = kept;
  await tx.idea.update({
    where: { id: ideaId },
    data: { status: "submitted", submittedAt: now(), editedAt: null, version: 1, draftTags: [] },
  });
  await tagIdea(tx, ideaId, draft.tags);
  await tx.follow.createMany({ data: [{ ideaId, personId: actor.id }], skipDuplicates: true });
  await record(tx, actor, ideaSubmitted, ideaId, { title: draft.title });
  return { ideaId, isNew: true };
}

/** The idea that the same submission has become already. */
async function submittedBefore(tx: Db, actor: Actor, draft: DraftInput): Promise<string> {
  const { ideaId, title, body } = draft;
  const same = await tx.idea.findFirst({
    where: { id: ideaId ?? "", authorId: actor.id, status: { not: "draft" }, title, body },
    select: { id: true },
  });
  if (!same) throw await whyNotKept(tx, actor, draft);
  return same.id;
}
