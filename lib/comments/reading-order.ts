/** Answers are indented at most this far; further down they name whom they answer. A phone has room for no more. */
const DEEPEST = 3;

/** Where an answer stands below the comment that started its thread. */
export type Step = {
  /** 1 to 3. */
  depth: number;
  /** Whether what it answers is not one step to its left: too deep, or on another page. */
  isApart: boolean;
};

/**
 * A thread's answers in the order in which one reads them: each below what it answers, siblings as they were given.
 *
 * @param answers in the order they were written; one whose parent is not among them is put right below the start
 */
export function inReadingOrder<T extends { id: string; parentId: string | null }>(
  startId: string,
  answers: T[],
): (T & Step)[] {
  const here = new Set(answers.map(({ id }) => id));
  const below = Map.groupBy(answers, ({ parentId }) => (parentId && here.has(parentId) ? parentId : startId));

  const read = (parentId: string, depth: number): (T & Step)[] =>
    (below.get(parentId) ?? []).flatMap((answer) => [
      { ...answer, depth: Math.min(depth, DEEPEST), isApart: depth > DEEPEST || answer.parentId !== parentId },
      ...read(answer.id, depth + 1),
    ]);
  return read(startId, 1);
}
