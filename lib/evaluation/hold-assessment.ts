import type { Actor } from "../access/actor";
import { authorize } from "../access/authorize";
import { holdStanding } from "../ideas/standing";
import type { Db } from "../platform/db/client";
import { notFound } from "../platform/errors";
import type { MarkGiven } from "./schema";

/** Somebody's marks for an idea, held still: nobody else saves them or closes the evaluation meanwhile. */
export type HeldAssessment = {
  evaluationId: string;
  closedAt: Date | null;
  noteFrom: number;
  version: number;
  handedInAt: Date | null;
  criteria: { id: string }[];
  marks: MarkGiven[];
};

/**
 * What `actor` was asked to mark of an idea, in the newest round in which they were asked, held until the transaction
 * ends.
 *
 * @throws Failure `not_found` when they were not asked, `forbidden` when they are no reviewer any more
 */
export async function holdAssessment(tx: Db, actor: Actor, ideaId: string): Promise<HeldAssessment> {
  authorize(actor, "idea.review", await holdStanding(tx, actor, ideaId));
  const [row] = await tx.$queryRaw<Omit<HeldAssessment, "criteria" | "marks">[]>`
    select e.id as "evaluationId",
           e.closed_at as "closedAt",
           e.note_from::int as "noteFrom",
           a.version,
           a.handed_in_at as "handedInAt"
      from assessment a
      join evaluation e on e.id = a.evaluation_id
     where e.idea_id = ${ideaId}::uuid
       and a.reviewer_id = ${actor.id}::uuid
     order by e.begun_at desc, e.id
     limit 1
       for update of a
       for share of e`;
  if (!row) throw notFound();
  const { evaluationId } = row;
  const asked = await tx.evaluationCriterion.findMany({ where: { evaluationId }, select: { criterionId: true } });
  const marks = await tx.mark.findMany({
    where: { evaluationId, reviewerId: actor.id },
    select: { criterionId: true, value: true, note: true },
  });
  return { ...row, criteria: asked.map(({ criterionId }) => ({ id: criterionId })), marks };
}
