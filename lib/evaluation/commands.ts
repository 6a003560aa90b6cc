import type { Actor } from "../access/actor";
import { authorize } from "../access/authorize";
import type { IdeaRef } from "../ideas/schema";
import { holdStanding } from "../ideas/standing";
import { isUndecided } from "../ideas/states";
import { now } from "../platform/clock";
import { type Db, transaction } from "../platform/db/client";
import { Failure, notFound } from "../platform/errors";
import { record } from "../platform/events";
import { assignReviewers } from "./assign-reviewers";
import { evaluationBegun, evaluationClosed, evaluationScored } from "./events";
import { type HeldAssessment, holdAssessment } from "./hold-assessment";
import { lackingIn, type MarkGiven, type ScoreInput } from "./schema";

/**
 * Has an idea marked: chooses as many reviewers as the scorecard wants, evenly and not from the author's own team if
 * that can be avoided. While it is being marked already, nothing changes.
 *
 * @throws Failure `not_found`, `forbidden`, or `conflict` when it is decided, nobody can mark it, or nothing is asked
 */
export const beginEvaluation = (actor: Actor, { ideaId }: IdeaRef): Promise<IdeaRef> =>
  transaction(async (tx) => {
    const idea = await holdStanding(tx, actor, ideaId);
    if (idea.status === "draft") throw notFound();
    authorize(actor, "idea.review", idea);
    if (!isUndecided(idea.status)) throw new Failure("conflict", "evaluation.notNow");
    if ((await tx.evaluation.count({ where: { ideaId, closedAt: null } })) > 0) return { ideaId };
    const { evaluationId, reviewers } = await newEvaluation(tx, actor, ideaId);
    const chosen = await assignReviewers(tx, { evaluationId, ideaId, reviewers });
    if (chosen.length === 0) throw new Failure("conflict", "evaluation.nobodyThere");
    await record(tx, actor, evaluationBegun, ideaId, { reviewers: chosen });
    return { ideaId };
  });

/** What is asked, and how, is fixed here: whatever becomes of the scorecard meanwhile, all answer the same. */
async function newEvaluation(tx: Db, actor: Actor, ideaId: string) {
  const {
    id: scorecardId,
    reviewers,
    hidesAuthor,
    noteFrom,
  } = await tx.scorecard.findFirstOrThrow({
    where: { isGeneral: true },
  });
  const asked = await tx.criterion.findMany({ where: { scorecardId, retiredAt: null }, select: { id: true } });
  if (asked.length === 0) throw new Failure("conflict", "evaluation.nothingAsked");
  const { id } = await tx.evaluation.create({
    data: {
      ideaId,
      scorecardId,
      hidesAuthor,
      noteFrom,
      begunById: actor.id,
      criteria: { create: asked.map((criterion) => ({ criterionId: criterion.id })) },
    },
    select: { id: true },
  });
  return { evaluationId: id, reviewers };
}

/** Ends the evaluation of an idea: what was handed in stands, what was not is wanted no more. Twice changes nothing. */
export const closeEvaluation = (actor: Actor, { ideaId }: IdeaRef): Promise<IdeaRef> =>
  transaction(async (tx) => {
    const idea = await holdStanding(tx, actor, ideaId);
    authorize(actor, "idea.review", idea);
    // What is closed is open to read: nobody who still has to mark it opens it for themselves.
    const owes = { reviewerId: actor.id, handedInAt: null, evaluation: { ideaId, closedAt: null } };
    if ((await tx.assessment.count({ where: owes })) > 0) throw new Failure("conflict", "evaluation.handInFirst");
    const [open] = await tx.evaluation.updateManyAndReturn({
      where: { ideaId, closedAt: null },
      data: { closedAt: now() },
      select: { id: true },
    });
    if (!open) return { ideaId };
    const assessments = await tx.assessment.findMany({
      where: { evaluationId: open.id },
      select: { handedInAt: true },
    });
    const handedIn = assessments.filter(({ handedInAt }) => handedInAt !== null).length;
    await record(tx, actor, evaluationClosed, ideaId, { handedIn, assigned: assessments.length });
    return { ideaId };
  });

const sortedText = (marks: MarkGiven[]) =>
  JSON.stringify(marks.map(({ criterionId, value, note }) => [criterionId, value, note]).toSorted());

/**
 * Keeps somebody's marks for an idea, or hands them in as a whole. What was handed in can be changed until the
 * evaluation closes, but never taken back. The same again changes nothing.
 *
 * @throws Failure `not_found` for whoever was not asked, `conflict` when it is closed or they have saved something else
 *   elsewhere meanwhile, `invalid` with what is lacking by criterion
 */
export const scoreIdea = (actor: Actor, input: ScoreInput): Promise<{ ideaId: string; version: number }> =>
  transaction(async (tx) => {
    const { ideaId, marks } = input;
    const held = await holdAssessment(tx, actor, ideaId);
    const counts = input.handIn || held.handedInAt !== null;
    requireFitting(marks, held, counts);
    const isSame = sortedText(marks) === sortedText(held.marks) && counts === (held.handedInAt !== null);
    if (isSame) return { ideaId, version: held.version };
    if (input.version !== held.version) throw new Failure("conflict", "evaluation.changedElsewhere");
    await keep(tx, actor, held, marks, counts);
    if (counts) await record(tx, actor, evaluationScored, ideaId, { again: held.handedInAt !== null });
    return { ideaId, version: held.version + 1 };
  });

function requireFitting(marks: MarkGiven[], held: HeldAssessment, counts: boolean): void {
  if (held.closedAt) throw new Failure("conflict", "evaluation.closedAlready");
  const asked = new Set(held.criteria.map(({ id }) => id));
  const isAsked = marks.every(({ criterionId }) => asked.delete(criterionId));
  if (!isAsked) throw new Failure("invalid", "validation.checkFields", { marks: "validation.notFound" });
  const fields = counts ? lackingIn(marks, held) : {};
  if (Object.keys(fields).length > 0) throw new Failure("invalid", "evaluation.incomplete", fields);
}

async function keep(tx: Db, actor: Actor, held: HeldAssessment, marks: MarkGiven[], counts: boolean): Promise<void> {
  const mine = { evaluationId: held.evaluationId, reviewerId: actor.id };
  await tx.mark.deleteMany({ where: mine });
  await tx.mark.createMany({ data: marks.map((mark) => ({ ...mine, ...mark })) });
  await tx.assessment.update({
    where: { evaluationId_reviewerId: mine },
    data: {
      version: { increment: 1 },
      ...(counts && !held.handedInAt && { handedInAt: now() }),
      ...(held.handedInAt && { changedAt: now() }),
    },
  });
}
