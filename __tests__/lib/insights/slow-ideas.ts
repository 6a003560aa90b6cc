import { db } from "@/lib/platform/db/client";

/** Plain rows, read as they are and counted in the plainest way: what the product's figures are compared with. */
export type SlowIdea = {
  id: string;
  status: string;
  authorId: string | null;
  departments: string[];
  places: string[];
  category: string | null;
  postedOn: string;
  answeredOn: string | null;
  isAnswered: boolean;
  dueOn: string | null;
  isKept: boolean | null;
  acceptedOn: string | null;
  isAccepted: boolean;
  isStarted: boolean;
  implementedOn: string | null;
  declinedOn: string | null;
  isWaiting: boolean;
  /** When it came back to the queue by itself, and when that was answered. */
  againOn: string | null;
  againAnsweredOn: string | null;
};

/** Days between two dates such as "2026-03-14". */
export const daysBetween = (from: string, to: string): number =>
  Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000);

const earliest = (days: string[]): string | null => [...days].sort()[0] ?? null;
const notBefore = (day: string | null, first: string) => (day && day < first ? first : day);

function above(units: { id: string; parentId: string | null }[], id: string | null): string[] {
  const unit = units.find((one) => one.id === id);
  return unit ? [unit.id, ...above(units, unit.parentId)] : [];
}

type Round = { answeredAt: Date | null; answerDueAt: Date | null };

/** What was promised and answered at first, and again if the log says that the clock brought the idea back. */
function roundsOf(
  review: (Round & { firstAnsweredAt: Date | null; firstAnswerDueAt: Date | null; againAt: Date | null }) | null,
  events: { subjectId: string; actorId: string | null; payload: unknown; at: Date }[],
  ideaId: string,
): { first: Round; again: { at: Date; answeredAt: Date | null } | null } {
  const { answeredAt = null, answerDueAt = null } = review ?? {};
  const back = events.findLast(({ subjectId, actorId, payload }) => {
    const { from, to } = payload as { from: string; to: string };
    return subjectId === ideaId && actorId === null && from === "declined" && to === "submitted";
  });
  if (!back) return { first: { answeredAt, answerDueAt }, again: null };
  const first = { answeredAt: review?.firstAnsweredAt ?? null, answerDueAt: review?.firstAnswerDueAt ?? null };
  return { first, again: { at: review?.againAt ?? back.at, answeredAt } };
}

/** Every posted idea with what can be said of it from its own rows alone. */
export async function slowIdeas(): Promise<SlowIdea[]> {
  const [{ timeZone }, ideas, decisions, events, departments, places] = await Promise.all([
    db.organisation.findFirstOrThrow(),
    db.idea.findMany({ include: { review: true } }),
    db.decision.findMany(),
    db.event.findMany({ where: { type: "idea.moved" } }),
    db.department.findMany(),
    db.place.findMany(),
  ]);
  const dayOf = (at: Date) => new Intl.DateTimeFormat("sv-SE", { timeZone }).format(at);
  const posted = ideas.filter(({ submittedAt, status }) => submittedAt !== null && status !== "draft");
  return posted.map((idea): SlowIdea => {
    const postedOn = dayOf(idea.submittedAt as Date);
    const own = decisions.filter(({ ideaId, decidedAt }) => ideaId === idea.id && decidedAt !== null);
    const arrivals = [
      ...own.map(({ toStatus, decidedAt }) => ({ to: toStatus as string, on: dayOf(decidedAt as Date) })),
      ...events
        .filter(({ subjectId }) => subjectId === idea.id)
        .map(({ payload, at }) => ({ to: (payload as { to: string }).to, on: dayOf(at) })),
    ];
    const first = (...states: string[]) => {
      const days = arrivals.filter(({ to }) => states.includes(to)).map(({ on }) => on);
      return notBefore(earliest(days), postedOn);
    };
    const last = (state: string) => {
      const days = arrivals.filter(({ to }) => to === state).map(({ on }) => on);
      return notBefore(days.sort().at(-1) ?? null, postedOn);
    };
    const rounds = roundsOf(idea.review, events, idea.id);
    const { answeredAt, answerDueAt } = rounds.first;
    const said = own.flatMap(({ reason, decidedAt }) => (reason !== null && decidedAt ? [decidedAt] : []));
    const [answer = null] = [...said, ...(answeredAt ? [answeredAt] : [])].sort((a, b) => a.getTime() - b.getTime());
    const answeredOn = notBefore(answer && dayOf(answer), postedOn);
    const [acceptedOn, startedOn] = [
      first("accepted", "in_progress", "implemented"),
      first("in_progress", "implemented"),
    ];
    const is = (...states: string[]) => states.includes(idea.status);
    return {
      id: idea.id,
      status: idea.status,
      authorId: idea.authorId,
      departments: above(departments, idea.departmentId),
      places: above(places, idea.placeId),
      category: idea.categoryId,
      postedOn,
      answeredOn,
      isAnswered: answeredOn !== null || is("accepted", "in_progress", "implemented", "declined", "merged", "archived"),
      dueOn: answerDueAt ? dayOf(answerDueAt) : null,
      isKept: answerDueAt && answer ? answer <= answerDueAt : null,
      acceptedOn,
      isAccepted: is("accepted", "in_progress", "implemented") || acceptedOn !== null,
      isStarted: is("in_progress", "implemented") || startedOn !== null,
      implementedOn: is("implemented") ? last("implemented") : null,
      declinedOn: is("declined") ? last("declined") : null,
      isWaiting:
        is("submitted", "in_review") && (rounds.again ? rounds.again.answeredAt === null : answeredOn === null),
      againOn: rounds.again && dayOf(rounds.again.at),
      againAnsweredOn: rounds.again?.answeredAt ? dayOf(rounds.again.answeredAt) : null,
    };
  });
}

const monthOf = (day: string) => `${day.slice(0, 7)}-01`;

/** Everything that an idea adds to sums, as "dimension unit month figure" and how much. */
function* additions(idea: SlowIdea): Generator<[key: string, value: number]> {
  const units = [
    ["all", "00000000-0000-0000-0000-000000000000"],
    ...idea.departments.map((id) => ["department", id]),
    ...idea.places.map((id) => ["place", id]),
    ...(idea.category ? [["category", idea.category]] : []),
  ].map((unit) => unit.join(" "));
  const counts = !["merged", "withdrawn"].includes(idea.status);
  const happened: [string | null, string, number | boolean][] = [
    [idea.postedOn, "posted", 1],
    [idea.postedOn, "duplicates", idea.status === "merged"],
    [idea.postedOn, "withdrawn", idea.status === "withdrawn"],
    [idea.postedOn, "answered", counts && idea.isAnswered],
    [idea.postedOn, "accepted", counts && idea.isAccepted],
    [idea.postedOn, "started", counts && idea.isStarted],
    ...["implemented", "declined", "archived"].map((status): [string, string, boolean] => [
      idea.postedOn,
      status,
      idea.status === status,
    ]),
    [idea.postedOn, "undecided", ["submitted", "in_review"].includes(idea.status)],
    [counts ? idea.answeredOn : null, "answers", 1],
    [counts ? idea.answeredOn : null, "answerDays", idea.answeredOn ? daysBetween(idea.postedOn, idea.answeredOn) : 0],
    [counts ? idea.dueOn : null, "promises", 1],
    [counts ? idea.dueOn : null, "promisesKept", idea.isKept === true],
    [counts ? idea.dueOn : null, "promisesLate", idea.isKept === false],
    [idea.acceptedOn, "acceptances", 1],
    [idea.implementedOn, "implementations", 1],
  ];
  for (const unit of units)
    for (const [day, figure, value] of happened)
      if (day && Number(value)) yield [`${unit} ${monthOf(day)} ${figure}`, Number(value)];
}

/** All sums that are not zero, by "dimension unit month figure". */
export async function slowSums(): Promise<Record<string, number>> {
  const sums: Record<string, number> = {};
  for (const idea of await slowIdeas())
    for (const [key, value] of additions(idea)) sums[key] = (sums[key] ?? 0) + value;
  return sums;
}

/** The sums that the product keeps, in the same form. */
export async function keptSums(): Promise<Record<string, number>> {
  const sums: Record<string, number> = {};
  for (const { dimension, unitId, month, ...figures } of await db.ideaCell.findMany())
    for (const [figure, value] of Object.entries(figures))
      if (value !== 0) sums[`${dimension} ${unitId} ${month.toISOString().slice(0, 10)} ${figure}`] = value;
  return sums;
}
