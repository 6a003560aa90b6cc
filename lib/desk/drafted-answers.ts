import type { Actor } from "../access/actor";
import { authorize, can } from "../access/authorize";
import { visibleIdeasSql } from "../access/visibility";
import type { IdeaRef } from "../ideas/schema";
import { findStanding } from "../ideas/standing";
import { db } from "../platform/db/client";
import { Failure } from "../platform/errors";
import { requireEdited } from "../workflow/unedited";
import type { AnswerForm, DecisionForm, DraftedAnswer } from "./schema";

const dateOf = (day: string | null | undefined) => (day ? new Date(day) : null);

/**
 * Keeps an answer until it is published. An idea has one such answer: whoever writes another one replaces their own, and
 * is told of a colleague's.
 */
export async function keepAnswer(actor: Actor, input: AnswerForm | DecisionForm): Promise<void> {
  const { ideaId, version, reason } = input;
  authorize(actor, "idea.review", await findStanding(actor, ideaId));
  if (reason) await requireEdited(db, reason);
  const move = "to" in input ? input : null;
  const data = {
    toStatus: move?.to ?? null,
    reason,
    kind: move?.kind ?? null,
    extent: move?.extent ?? null,
    ownerId: move?.ownerId ?? null,
    nextOn: dateOf(move?.nextOn),
    revisitOn: dateOf(move?.revisitOn),
    version,
    draftedAt: new Date(),
  };
  const { count } = await db.draftedAnswer.createMany({
    data: { ideaId, ...data, draftedById: actor.id },
    skipDuplicates: true,
  });
  if (count > 0) return;
  const own = await db.draftedAnswer.updateMany({ where: { ideaId, draftedById: actor.id }, data });
  if (own.count === 0) throw new Failure("conflict", "desk.draftedByOther");
}

const drafts = (actor: Actor, ideaId?: string) => db.$queryRaw<(DraftedAnswer & { authorId: string | null })[]>`
  select a.idea_id as "ideaId",
         i.title,
         i.language,
         i.status::text,
         i.author_id as "authorId",
         a.to_status::text as to,
         a.reason,
         a.kind,
         a.extent,
         a.owner_id as "ownerId",
         a.next_on::text as "nextOn",
         a.revisit_on::text as "revisitOn",
         a.version,
         r.version <> a.version as "isOvertaken",
         p.name as "draftedBy",
         a.drafted_at as "draftedAt"
    from drafted_answer a
    join idea i on i.id = a.idea_id
    join review r on r.idea_id = a.idea_id
    join person p on p.id = a.drafted_by_id
   where ${visibleIdeasSql(actor)}
     and (${ideaId ?? null}::uuid is null or a.idea_id = ${ideaId ?? null}::uuid)
   order by a.drafted_at, a.idea_id
   limit 200`;

/** Every answer that waits to be published, whoever wrote it; none on one's own ideas. */
export async function listDraftedAnswers(actor: Actor): Promise<DraftedAnswer[]> {
  authorize(actor, "review.read");
  return (await drafts(actor)).filter((draft) => can(actor, "note.read", draft));
}

/** The answer that is kept for an idea, if there is one. */
export async function findDraftedAnswer(actor: Actor, ideaId: string): Promise<DraftedAnswer | null> {
  authorize(actor, "review.read");
  const [draft] = await drafts(actor, ideaId);
  return draft && can(actor, "note.read", draft) ? draft : null;
}

/** Throws away an answer that was not published. */
export async function discardAnswer(actor: Actor, { ideaId }: IdeaRef): Promise<void> {
  authorize(actor, "idea.review", await findStanding(actor, ideaId));
  await db.draftedAnswer.deleteMany({ where: { ideaId } });
}
