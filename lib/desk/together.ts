import type { Actor } from "../access/actor";
import { authorize } from "../access/authorize";
import { visibleIdeas } from "../access/visibility";
import { db } from "../platform/db/client";
import { Failure, Overtaken } from "../platform/errors";
import { parse } from "../platform/parse";
import { answerIdea, moveIdea } from "../workflow/commands";
import { answerInput, moveInput } from "../workflow/schema";
import { findDraftedAnswer, listDraftedAnswers } from "./drafted-answers";
import type { BulkForm, Dealt, DraftedAnswer, PublishForm } from "./schema";

/** Why one of several was not done. What is a defect for one is a defect for all. */
function refusalOf(error: unknown): NonNullable<Dealt["refusal"]> {
  if (!(error instanceof Failure)) throw error;
  const [inField] = Object.values(error.fields);
  return { reason: inField ?? error.reason, meanwhile: error instanceof Overtaken ? error.meanwhile : [] };
}

/** Does something to several ideas one after the other, each by itself: one that is refused stops none of the others. */
async function inTurn<T extends { ideaId: string }>(
  actor: Actor,
  things: T[],
  deed: (thing: T) => Promise<unknown>,
): Promise<Dealt[]> {
  const ideas = await db.idea.findMany({
    where: { AND: [{ id: { in: things.map(({ ideaId }) => ideaId) } }, visibleIdeas(actor)] },
    select: { id: true, title: true },
  });
  const titles = new Map(ideas.map(({ id, title }) => [id, title]));
  const dealt: Dealt[] = [];
  for (const thing of things) {
    const { ideaId } = thing;
    const refusal = await deed(thing).then(() => null, refusalOf);
    dealt.push({ ideaId, title: titles.get(ideaId) ?? "", refusal });
  }
  return dealt;
}

/** Moves several ideas for one reason, each in its own transaction, and says of each whether it was done. */
export async function moveTogether(actor: Actor, { move, chosen }: BulkForm): Promise<Dealt[]> {
  authorize(actor, "review.read");
  return inTurn(actor, chosen, (ref) => moveIdea(actor, { ...ref, ...move }));
}

/** What a drafted answer says by now, looked at again as if it came in now. */
async function publish(actor: Actor, { ideaId }: DraftedAnswer): Promise<void> {
  const draft = await findDraftedAnswer(actor, ideaId);
  if (!draft) return;
  const { version, to, reason, kind, extent, ownerId, nextOn, revisitOn, draftedAt } = draft;
  if (to)
    await moveIdea(actor, parse(moveInput, { ideaId, version, to, reason, kind, extent, ownerId, nextOn, revisitOn }));
  else await answerIdea(actor, parse(answerInput, { ideaId, version, reason }));
  await db.draftedAnswer.deleteMany({ where: { ideaId, draftedAt } });
}

/**
 * Sends drafted answers out together, so that their authors hear on the same day; whoever publishes signs them. One that
 * was overtaken by a change stays a draft, and what changed is said.
 */
export async function publishAnswers(actor: Actor, { isAll, chosen }: PublishForm): Promise<Dealt[]> {
  const drafts = await listDraftedAnswers(actor);
  return inTurn(
    actor,
    drafts.filter(({ ideaId }) => isAll || chosen.includes(ideaId)),
    (draft) => publish(actor, draft),
  );
}
