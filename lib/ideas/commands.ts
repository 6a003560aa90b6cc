import type { Actor } from "../access/actor";
import { authorize } from "../access/authorize";
import { requireUnits } from "../people/require-units";
import { now } from "../platform/clock";
import { db, transaction } from "../platform/db/client";
import { Failure } from "../platform/errors";
import { record } from "../platform/events";
import { countFor } from "../platform/rate-limit";
import { columnsOf, keepDraft, whyNotKept } from "./drafts";
import { ideaEdited, ideaFollowed, ideaUnfollowed, ideaWithdrawn } from "./events";
import { findIdea } from "./queries";
import type { DraftInput, DraftRef, EditedIdea, EditInput, IdeaRef } from "./schema";
import { findStanding, holdStanding } from "./standing";
import { requireState } from "./states";
import { tagIdea } from "./tags";
import { isSameWriting, rewritten } from "./writing";

/**
 * Keeps what `actor` is writing, so that nothing is lost; nobody else can see it.
 *
 * @throws Failure `conflict` when it was submitted meanwhile, or when another tab has saved a newer version
 */
export async function saveDraft(actor: Actor, draft: DraftInput): Promise<DraftRef> {
  authorize(actor, "idea.submit");
  await countFor(actor.id, "drafts");
  return transaction(async (tx) => {
    await requireUnits(tx, draft);
    const kept = await keepDraft(tx, actor, draft);
    if (!kept) throw await whyNotKept(tx, actor, draft);
    return kept;
  });
}

/** Throws a draft away, unread by anybody. Doing it again changes nothing. */
export async function discardDraft(actor: Actor, { ideaId }: IdeaRef): Promise<void> {
  await db.idea.deleteMany({ where: { id: ideaId, authorId: actor.id, status: "draft" } });
}

/** Changes an idea for its readers. How it read before stays visible; an edit from an older version is refused. */
export async function editIdea(actor: Actor, { ideaId, version, ...changes }: EditInput): Promise<EditedIdea> {
  const before = await findIdea(actor, ideaId);
  authorize(actor, "idea.edit", before);
  requireState(before, "editable", "ideas.notEditable");
  if (before.status === "draft") throw new Failure("conflict", "ideas.notSubmittedYet");
  if (before.version !== version) throw new Failure("conflict", "ideas.changedMeanwhile");
  const written = rewritten(before, changes);
  if (isSameWriting(before, written)) return { ideaId, version };

  return transaction(async (tx) => {
    await requireUnits(tx, written);
    const { count } = await tx.idea.updateMany({
      where: { id: ideaId, version, status: before.status },
      data: { ...columnsOf(written), editedAt: now(), version: version + 1 },
    });
    if (count === 0) throw new Failure("conflict", "ideas.changedMeanwhile");
    const { title, body } = before;
    await tx.ideaRevision.create({ data: { ideaId, version, title, body, editedById: actor.id } });
    await tagIdea(tx, ideaId, written.tags);
    await record(tx, actor, ideaEdited, ideaId, { version });
    return { ideaId, version: version + 1 };
  });
}

/**
 * Takes an idea back. It leaves the lists; its page stays, for those who took part. One that stays for others which were
 * merged into it is no longer its author's alone to take.
 */
export async function withdrawIdea(actor: Actor, { ideaId }: IdeaRef): Promise<void> {
  const idea = await findStanding(actor, ideaId);
  authorize(actor, "idea.withdraw", idea);
  if (idea.status === "withdrawn") return;
  if (idea.status === "draft") return discardDraft(actor, { ideaId });
  requireState(idea, "withdrawable", "ideas.notWithdrawable");

  await transaction(async (tx) => {
    const { status } = await holdStanding(tx, actor, ideaId);
    if (status !== idea.status) throw new Failure("conflict", "ideas.changedMeanwhile");
    const others = await tx.merge.count({ where: { survivorId: ideaId } });
    if (others > 0) throw new Failure("conflict", "ideas.staysForOthers");
    await tx.idea.update({ where: { id: ideaId }, data: { status: "withdrawn" } });
    await record(tx, actor, ideaWithdrawn, ideaId, { from: idea.status });
  });
}

/** Lets `actor` hear what becomes of an idea. Doing it again changes nothing. */
export async function followIdea(actor: Actor, { ideaId }: IdeaRef): Promise<void> {
  authorize(actor, "idea.follow");
  await findStanding(actor, ideaId);
  await transaction(async (tx) => {
    const { count } = await tx.follow.createMany({ data: [{ ideaId, personId: actor.id }], skipDuplicates: true });
    if (count > 0) await record(tx, actor, ideaFollowed, ideaId, {});
  });
}

/** No longer lets `actor` hear of an idea, nor by those that were merged into it. Doing it again changes nothing. */
export async function unfollowIdea(actor: Actor, { ideaId }: IdeaRef): Promise<void> {
  authorize(actor, "idea.follow");
  await findStanding(actor, ideaId);
  await transaction(async (tx) => {
    const { count } = await tx.follow.deleteMany({
      where: { personId: actor.id, OR: [{ ideaId }, { idea: { mergedInto: { survivorId: ideaId } } }] },
    });
    if (count > 0) await record(tx, actor, ideaUnfollowed, ideaId, {});
  });
}
