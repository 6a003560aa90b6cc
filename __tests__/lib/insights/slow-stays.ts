import { db } from "@/lib/platform/db/client";
import { slowIdeas } from "./slow-ideas";

type Step = { at: Date; from: string | null; to: string };

/** A time in a state, worked out from an idea's own rows by walking along them. */
export type SlowStay = {
  ideaId: string;
  number: number;
  status: string;
  became: string | null;
  enteredOn: string | null;
  leftOn: string | null;
};

/** Where an idea was, one state after the other, with the moment of each arrival where it is known. */
function walk(steps: Step[], status: string): { state: string; at: Date | null }[] {
  const visits: { state: string; at: Date | null }[] = [];
  const here = () => visits.at(-1)?.state;
  for (const { at, from, to } of steps) {
    if (to === here()) continue;
    if (from && here() && from !== here()) visits.push({ state: from, at: null });
    visits.push({ state: to, at });
  }
  if (here() !== status) visits.push({ state: status, at: null });
  return visits;
}

/** Every stay of every posted idea, read row by row. */
export async function slowStays(): Promise<SlowStay[]> {
  const [{ timeZone }, ideas, events, merges, decisions] = await Promise.all([
    db.organisation.findFirstOrThrow(),
    db.idea.findMany({ where: { status: { not: "draft" } } }),
    db.event.findMany({ orderBy: { id: "asc" } }),
    db.merge.findMany(),
    db.decision.findMany(),
  ]);
  const dayOf = (at: Date | null) => at && new Intl.DateTimeFormat("sv-SE", { timeZone }).format(at);
  const isLogged = (id: string, to: string, decidedAt: Date) =>
    events.some(
      ({ subjectId, type, payload, at }) =>
        subjectId === id &&
        type === "idea.moved" &&
        (payload as { to: string }).to === to &&
        Math.abs(at.getTime() - decidedAt.getTime()) <= 3_600_000,
    );
  return ideas.flatMap(({ id, status, submittedAt }) => {
    const begin = submittedAt as Date;
    const steps: Step[] = [{ at: begin, from: null, to: "submitted" }];
    for (const merge of merges.filter(({ duplicateId }) => duplicateId === id))
      steps.push({ at: merge.mergedAt, from: merge.fromStatus, to: "merged" });
    for (const { ideaId, fromStatus: from, toStatus: to, decidedAt: at } of decisions)
      if (ideaId === id && at && from !== to && !(from && (to === "merged" || isLogged(id, to, at))))
        steps.push({ at, from, to });
    for (const { type, at, payload } of events.filter(({ subjectId }) => subjectId === id)) {
      const { from = null, to = "withdrawn" } = payload as { from?: string; to?: string };
      if (type === "idea.moved" || type === "idea.withdrawn") steps.push({ at, from, to });
    }
    const inOrder = steps
      .map((step) => ({ ...step, at: new Date(Math.max(step.at.getTime(), begin.getTime())) }))
      .sort((a, b) => a.at.getTime() - b.at.getTime());
    const visits = walk(inOrder, status);
    return visits.map(({ state, at }, index) => ({
      ...{ ideaId: id, number: index + 1, status: state, became: visits[index + 1]?.state ?? null },
      ...{ enteredOn: dayOf(at), leftOn: dayOf(visits[index + 1]?.at ?? null) },
    }));
  });
}

const day = (at: Date | null) => at?.toISOString().slice(0, 10) ?? null;

/** The stays that the product keeps, in the same form and order. */
export async function keptStays(): Promise<SlowStay[]> {
  const kept = await db.ideaStay.findMany({ orderBy: [{ ideaId: "asc" }, { number: "asc" }] });
  return kept.map(({ ideaId, number, status, became, enteredOn, leftOn }) => ({
    ...{ ideaId, number, status, became },
    ...{ enteredOn: day(enteredOn), leftOn: day(leftOn) },
  }));
}

/** Stays by idea and number, so that they can be compared. */
export const inOrder = (stays: SlowStay[]): SlowStay[] =>
  stays.toSorted((a, b) => a.ideaId.localeCompare(b.ideaId) || a.number - b.number);

/** Stays with the units of their ideas, for figures that are narrowed. */
export async function slowStaysWithUnits() {
  const ideas = new Map((await slowIdeas()).map((idea) => [idea.id, idea]));
  return (await slowStays()).flatMap((stay) => {
    const idea = ideas.get(stay.ideaId);
    return idea ? [{ ...stay, idea }] : [];
  });
}
