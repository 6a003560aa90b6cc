import type { Actor } from "../access/actor";
import { findIdea } from "../ideas/queries";
import type { Idea } from "../ideas/schema";
import { db } from "../platform/db/client";
import type { IdeaStatus } from "../platform/db/generated/enums";
import { namesIn } from "./names";
import type { Step, StepKind } from "./schema";

/**
 * What everybody may read of what happened to an idea, by the event that tells it. Whatever is not here is never shown:
 * who voted and follows, what reviewers note for themselves, how they score, whom they were reminded of.
 */
const kinds: Record<string, StepKind> = {
  "idea.submitted": "submitted",
  "idea.edited": "edited",
  "idea.withdrawn": "withdrawn",
  "idea.moved": "moved",
  "idea.assigned": "assigned",
  "idea.answered": "answered",
  "idea.paused": "paused",
  "idea.resumed": "resumed",
  "idea.progressed": "progressed",
  "idea.merged": "merged",
  "idea.unmerged": "unmerged",
};

/** More steps than the liveliest idea takes. */
const MOST = 500;

type Payload = {
  from?: unknown;
  to?: unknown;
  group?: unknown;
  kind?: unknown;
  version?: unknown;
  duplicate?: unknown;
  survivor?: unknown;
};
type Row = { at: Date; type: string; by: string | null; byId: string | null; payload: Payload };

const listPublicEvents = (ideaId: string) => db.$queryRaw<Row[]>`
  select e.at, e.type, a.name as by, e.actor_id as "byId", e.payload
    from event e
    left join person a on a.id = e.actor_id
   where e.subject_id = ${ideaId}::uuid
     and e.type = any(${Object.keys(kinds)}::text[])
   order by e.at, e.id
   limit ${MOST}`;

const nothing = {
  from: null,
  to: null,
  kind: null,
  progress: null,
  version: null,
  owner: null,
  other: null,
  isAnswered: false,
};

/** An answer and its event are written in one transaction, by two clocks. */
const TOGETHER_MS = 10_000;

/** Whether a step came with words to the author, which stand on the idea's page. */
function isAnswered({ decisions }: Idea, { at, byId }: Row, { what, to, kind }: Step): boolean {
  const end = what === "merged" && kind === "into" ? "merged" : to;
  return decisions.some(({ reason, decidedBy, decidedAt, fromStatus, toStatus }) => {
    if (!reason || !decidedAt || decidedBy?.id !== byId) return false;
    if (Math.abs(decidedAt.getTime() - at.getTime()) > TOGETHER_MS) return false;
    return what === "answered" ? fromStatus === toStatus : fromStatus !== toStatus && toStatus === end;
  });
}

/** What a payload says of a step, as readers of this idea see it. */
function detailsOf(row: Row, ideaId: string, names: Record<string, string>): Partial<Step> {
  const { from, to, group, kind, version, duplicate, survivor } = row.payload;
  const named = (id: unknown) => (typeof id === "string" && names[id] ? { id, name: names[id] } : null);
  switch (kinds[row.type]) {
    case "moved":
      return { from: from as IdeaStatus, to: to as IdeaStatus, kind: (kind as string | null | undefined) ?? null };
    case "assigned":
      return { owner: named(to) ?? named(group), kind: named(to) ? null : named(group) ? "group" : "nobody" };
    case "progressed":
      return { progress: Number(to) };
    case "edited":
      return { version: Number(version) };
    case "merged":
    case "unmerged":
      return {
        kind: duplicate === ideaId ? "into" : "from",
        other: named(duplicate === ideaId ? survivor : duplicate),
      };
    default:
      return {};
  }
}

/** What happened before the idea came here: an import has no events, but it knows when, and what was decided. */
function stepsElsewhere(idea: Idea, known: Row[]): Step[] {
  const { submittedAt, author, decisions, status, mergedInto } = idea;
  if (known.some(({ type }) => type === "idea.submitted") || !submittedAt) return [];
  const before = { ...nothing, by: null, byId: null };
  const decided = decisions
    .filter(({ decidedBy }) => !decidedBy)
    .map(({ decidedAt, toStatus, kind }): Step => {
      const isMerge = toStatus === "merged" && status === "merged";
      const other = isMerge && mergedInto ? { id: mergedInto.id, name: mergedInto.title } : null;
      return { ...before, what: "decided", at: decidedAt, to: toStatus, kind, other };
    });
  return [
    { ...before, what: "submitted", at: submittedAt, by: author?.name ?? null, byId: author?.id ?? null },
    ...decided,
  ];
}

/**
 * An idea, and what happened to it so far, oldest first: by whom and when, as far as everybody may know.
 *
 * @throws Failure `not_found` when there is none, or `actor` may not know of it
 */
export async function findTimeline(actor: Actor, ideaId: string): Promise<{ idea: Idea; steps: Step[] }> {
  const idea = await findIdea(actor, ideaId);
  const rows = idea.status === "draft" ? [] : await listPublicEvents(ideaId);
  const names = await namesIn(
    actor,
    rows.map(({ payload }) => payload as Record<string, unknown>),
  );
  const steps = rows.map((row): Step => {
    const { at, type, by, byId } = row;
    const step: Step = { ...nothing, what: kinds[type] ?? "moved", at, by, byId, ...detailsOf(row, ideaId, names) };
    return { ...step, isAnswered: isAnswered(idea, row, step) };
  });
  return { idea, steps: [...stepsElsewhere(idea, rows), ...steps] };
}
