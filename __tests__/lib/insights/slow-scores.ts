import { db } from "@/lib/platform/db/client";

const meanOf = (values: number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;

/** What reviewers made of an idea, from plain rows: the mean of their weighted means, for each part that counts. */
export type SlowScore = {
  ideaId: string;
  reviewers: number;
  value: number | null;
  cost: number | null;
  risk: number | null;
};

/** Of every idea the newest evaluation that is over and has marks. */
export async function slowScores(): Promise<SlowScore[]> {
  const [evaluations, assessments, marks, criteria, merges] = await Promise.all([
    db.evaluation.findMany({ orderBy: [{ begunAt: "desc" }, { id: "asc" }] }),
    db.assessment.findMany(),
    db.mark.findMany(),
    db.criterion.findMany(),
    db.merge.findMany(),
  ]);
  const handedIn = (evaluationId: string) =>
    assessments.filter((one) => one.evaluationId === evaluationId && one.handedInAt !== null);
  const isOver = ({ id, closedAt }: { id: string; closedAt: Date | null }) =>
    closedAt !== null && !merges.some(({ evaluationId }) => evaluationId === id);
  const told = evaluations.filter((one) => isOver(one) && handedIn(one.id).length > 0);
  const newest = told.filter((one, at) => told.findIndex(({ ideaId }) => ideaId === one.ideaId) === at);
  return newest.map(({ id, ideaId }) => {
    const partOf = (part: string): number | null => {
      const means = handedIn(id).flatMap(({ reviewerId }) => {
        const own = marks.filter((mark) => mark.evaluationId === id && mark.reviewerId === reviewerId);
        const counted = own.flatMap(({ criterionId, value }) => {
          const { weight = 0 } = criteria.find((one) => one.id === criterionId && one.part === part) ?? {};
          return Array.from({ length: weight }, () => value);
        });
        return counted.length > 0 ? [meanOf(counted)] : [];
      });
      return means.length > 0 ? meanOf(means) : null;
    };
    return {
      ideaId,
      reviewers: handedIn(id).length,
      value: partOf("value"),
      cost: partOf("cost"),
      risk: partOf("risk"),
    };
  });
}
