import type { Actor } from "../access/actor";
import { authorize } from "../access/authorize";
import { now } from "../platform/clock";
import { type Db, db, transaction } from "../platform/db/client";
import { Failure, notFound } from "../platform/errors";
import { record } from "../platform/events";
import { plainText } from "../platform/markdown";
import { ideaEdited, ideaFollowed, ideaSubmitted, ideaUnfollowed, ideaWithdrawn } from "./events";
import { findIdea } from "./queries";
import type { DraftInput, EditInput, IdeaRef, SubmissionInput } from "./schema";
import { requireState } from "./states";
import { tagIdea } from "./tags";

type Written = Omit<DraftInput, "ideaId">;

/** The columns that hold what somebody wrote. */
const columns = ({ tags: _, ...written }: Written) => ({ ...written, plain: plainText(written.body) });

/** Refuses a category, department or place that does not exist, on its field. */
async function requireFiling(tx: Db, { categoryId, departmentId, placeId }: Written): Promise<void> {
  if (categoryId && !(await tx.category.count({ where: { id: categoryId } }))) throw unknownChoice("categoryId");
  if (departmentId && !(await tx.department.count({ where: { id: departmentId } })))
    throw unknownChoice("departmentId");
  if (placeId && !(await tx.place.count({ where: { id: placeId } }))) throw unknownChoice("placeId");
}

const unknownChoice = (field: string) =>
  new Failure("invalid", "validation.checkFields", { [field]: "ideas.unknownChoice" });

/** Keeps what `actor` is writing, so that nothing is lost; nobody else can see it. Answers the draft's id. */
export async function saveDraft(actor: Actor, { ideaId, ...written }: DraftInput): Promise<IdeaRef> {
  authorize(actor, "idea.submit");
  return transaction(async (tx) => {
    await requireFiling(tx, written);
    const id = ideaId ? await touchDraft(tx, actor, ideaId, written) : await beginDraft(tx, actor, written);
    await tagIdea(tx, id, written.tags);
    return { ideaId: id };
  });
}

async function beginDraft(tx: Db, actor: Actor, written: Written): Promise<string> {
  const draft = await tx.idea.create({ data: { ...columns(written), authorId: actor.id }, select: { id: true } });
  return draft.id;
}

async function touchDraft(tx: Db, actor: Actor, ideaId: string, written: Written): Promise<string> {
  const { count } = await tx.idea.updateMany({
    where: { id: ideaId, authorId: actor.id, status: "draft" },
    data: { ...columns(written), editedAt: now() },
  });
  if (count === 0) throw notFound();
  return ideaId;
}

/** Throws a draft away, unread by anybody. Doing it again changes nothing. */
export async function discardDraft(actor: Actor, { ideaId }: IdeaRef): Promise<void> {
  await db.idea.deleteMany({ where: { id: ideaId, authorId: actor.id, status: "draft" } });
}

/** Puts an idea before the colleagues: from a draft or at once. Its author follows it from here on. */
export async function submitIdea(actor: Actor, { ideaId, ...written }: SubmissionInput): Promise<IdeaRef> {
  authorize(actor, "idea.submit");
  return transaction(async (tx) => {
    await requireFiling(tx, written);
    const id = ideaId ? await touchDraft(tx, actor, ideaId, written) : await beginDraft(tx, actor, written);
    await tagIdea(tx, id, written.tags);
    await tx.idea.update({ where: { id }, data: { status: "submitted", submittedAt: now(), editedAt: null } });
    await tx.follow.create({ data: { ideaId: id, personId: actor.id } });
    await record(tx, actor, ideaSubmitted, id, { title: written.title });
    return { ideaId: id };
  });
}

/** Changes an idea for its readers. How it read before stays visible; an edit from an older version is refused. */
export async function editIdea(actor: Actor, { ideaId, version, ...written }: EditInput): Promise<IdeaRef> {
  const before = await findIdea(actor, ideaId);
  authorize(actor, "idea.edit", before);
  requireState(before, "editable", "ideas.notEditable");

  return transaction(async (tx) => {
    await requireFiling(tx, written);
    const { count } = await tx.idea.updateMany({
      where: { id: ideaId, version, status: before.status },
      data: { ...columns(written), editedAt: now(), version: version + 1 },
    });
    if (count === 0) throw new Failure("conflict", "ideas.changedMeanwhile");
    const { title, body } = before;
    await tx.ideaRevision.create({ data: { ideaId, version, title, body, editedById: actor.id } });
    await tagIdea(tx, ideaId, written.tags);
    await record(tx, actor, ideaEdited, ideaId, { version });
    return { ideaId };
  });
}

/** Takes an idea back. It leaves the lists; its page stays, for those who took part. */
export async function withdrawIdea(actor: Actor, { ideaId }: IdeaRef): Promise<void> {
  const idea = await findIdea(actor, ideaId);
  authorize(actor, "idea.withdraw", idea);
  if (idea.status === "withdrawn") return;
  if (idea.status === "draft") return discardDraft(actor, { ideaId });
  requireState(idea, "withdrawable", "ideas.notWithdrawable");

  await transaction(async (tx) => {
    const { count } = await tx.idea.updateMany({
      where: { id: ideaId, status: idea.status },
      data: { status: "withdrawn" },
    });
    if (count === 0) throw new Failure("conflict", "ideas.changedMeanwhile");
    await record(tx, actor, ideaWithdrawn, ideaId, { from: idea.status });
  });
}

/** Lets `actor` hear what becomes of an idea. Doing it again changes nothing. */
export async function followIdea(actor: Actor, { ideaId }: IdeaRef): Promise<void> {
  await findIdea(actor, ideaId);
  await transaction(async (tx) => {
    const { count } = await tx.follow.createMany({ data: [{ ideaId, personId: actor.id }], skipDuplicates: true });
    if (count > 0) await record(tx, actor, ideaFollowed, ideaId, {});
  });
}

/** No longer lets `actor` hear of an idea. Doing it again changes nothing. */
export async function unfollowIdea(actor: Actor, { ideaId }: IdeaRef): Promise<void> {
  await findIdea(actor, ideaId);
  await transaction(async (tx) => {
    const { count } = await tx.follow.deleteMany({ where: { ideaId, personId: actor.id } });
    if (count > 0) await record(tx, actor, ideaUnfollowed, ideaId, {});
  });
}
