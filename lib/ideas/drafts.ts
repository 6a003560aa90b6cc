import type { Actor } from "../access/actor";
import { now } from "../platform/clock";
import type { Db } from "../platform/db/client";
import { Failure, notFound } from "../platform/errors";
import { plainText } from "../platform/markdown";
import type { DraftInput, DraftRef, IdeaInput } from "./schema";

/** The columns that hold what somebody wrote. */
export const columnsOf = ({ tags: _, ...written }: IdeaInput) => ({ ...written, plain: plainText(written.body) });

/**
 * Writes a draft down: a new one, or what `actor` has written of it since. Never touches what is no draft any more,
 * so a save that comes late cannot undo a submission.
 *
 * @returns nothing when there is no such draft of `actor`'s, or another tab has saved a newer version of it
 */
export async function keepDraft(
  tx: Db,
  actor: Actor,
  { ideaId, version, ...written }: DraftInput,
): Promise<DraftRef | null> {
  const columns = { ...columnsOf(written), draftTags: written.tags };
  const added = await tx.idea.createManyAndReturn({
    data: [{ ...columns, ...(ideaId ? { id: ideaId } : {}), authorId: actor.id }],
    skipDuplicates: true,
    select: { id: true },
  });
  if (added[0]) return { ideaId: added[0].id, version: 1 };

  const [kept] = await tx.idea.updateManyAndReturn({
    where: { id: ideaId ?? "", authorId: actor.id, status: "draft", ...(version ? { version } : {}) },
    data: { ...columns, editedAt: now(), version: { increment: 1 } },
    select: { id: true, version: true },
  });
  return kept ? { ideaId: kept.id, version: kept.version } : null;
}

/** Why a draft could not be kept: it is none of `actor`'s, it was submitted, or another tab has saved a newer one. */
export async function whyNotKept(tx: Db, actor: Actor, { ideaId }: DraftInput): Promise<Failure> {
  const idea = await tx.idea.findFirst({ where: { id: ideaId ?? "", authorId: actor.id }, select: { status: true } });
  if (!idea) return notFound();
  return new Failure("conflict", idea.status === "draft" ? "ideas.draftChangedElsewhere" : "ideas.alreadySubmitted");
}
