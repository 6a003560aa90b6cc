import { db } from "@/lib/platform/db/client";
import { type Asked, isAsked, type World } from "./slow-world";

type Step = { ideaId: string; from: string | null; to: string; at: Date | null };

/** What happened after a moment to the ideas of the units that are asked for, read from every row that tells of it. */
export async function slowChanges({ ideas, posts, decisions }: World, asked: Asked, since: Date) {
  const [events, notices] = await Promise.all([
    db.event.findMany({ where: { type: "idea.moved" } }),
    db.promiseNotice.findMany({ where: { kind: "escalated" } }),
  ]);
  const steps: Step[] = [
    ...decisions.map(({ ideaId, fromStatus: from, toStatus: to, decidedAt: at }) => ({ ideaId, from, to, at })),
    ...events.map(({ subjectId: ideaId, payload, at }) => ({
      ideaId,
      at,
      ...(payload as { from: string; to: string }),
    })),
  ];
  const own = new Set(ideas.filter((idea) => isAsked(idea, asked)).map(({ id }) => id));
  const isNew = (id: string, at: Date | null | undefined) => own.has(id) && !!at && at > since;
  const reached = (state: string, ...from: (string | null)[]) =>
    new Set(
      steps
        .filter((step) => step.to === state && isNew(step.ideaId, step.at))
        .filter((step) => from.length === 0 || from.includes(step.from))
        .map(({ ideaId }) => ideaId),
    ).size;
  return {
    since,
    posted: [...own].filter((id) => isNew(id, posts.get(id)?.submittedAt)).length,
    // What is given up while it is delivered goes back to accepted, and was not accepted once more.
    accepted: reached("accepted", null, "submitted", "in_review"),
    declined: reached("declined"),
    implemented: reached("implemented"),
    broken: notices.filter(({ ideaId, at }) => isNew(ideaId, at)).length,
  };
}
