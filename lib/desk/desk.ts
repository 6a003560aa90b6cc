import type { Actor } from "../access/actor";
import { authorize, can } from "../access/authorize";
import { staying } from "../duplicates/likely-survivors";
import { findWish } from "../duplicates/wishes";
import { findIdea } from "../ideas/queries";
import { canMove } from "../ideas/states";
import { db } from "../platform/db/client";
import { notFound } from "../platform/errors";
import { similarTo } from "../search/similar-ideas";
import { othersOf } from "./beside";
import { candidatesFor } from "./candidates";
import { clockSql } from "./clock";
import { findDraftedAnswer } from "./drafted-answers";
import { colleaguesFor, listNotes } from "./notes";
import { neighboursOf } from "./queue";
import type { Clock, Queue } from "./schema";
import { listTemplates } from "./templates";

/** What an idea's clock says, as a queue says it, and what stands behind the idea. */
async function clockOf({ timeZone }: Actor, ideaId: string) {
  const [clock] = await db.$queryRaw<(Clock & { votes: number; comments: number })[]>`
    select r.status::text,
           ${clockSql(timeZone)},
           n.comments
      from review r
      join idea_tally n on n.idea_id = r.idea_id
     where r.idea_id = ${ideaId}::uuid`;
  if (!clock) throw notFound();
  return clock;
}

/**
 * Everything that a reviewer wants before them to answer an idea: what it says, how it stands, what colleagues say in
 * private, what is like it, who could take it on, and which idea comes next.
 *
 * @throws Failure `forbidden`, `not_found`
 */
export async function findDesk(actor: Actor, ideaId: string, queue: Queue) {
  authorize(actor, "review.read");
  const idea = await findIdea(actor, ideaId);
  if (idea.status === "draft") throw notFound();
  const mayReadNotes = can(actor, "note.read", idea);
  const mayReview = can(actor, "idea.review", idea);
  const [clock, neighbours, notes, colleagues, similar, others, candidates, templates, draft, groups, wish] =
    await Promise.all([
      clockOf(actor, ideaId),
      neighboursOf(actor, ideaId, queue),
      mayReadNotes ? listNotes(actor, ideaId) : null,
      mayReadNotes ? colleaguesFor(actor, ideaId) : [],
      similarTo(actor, ideaId),
      othersOf(actor, idea),
      mayReview ? candidatesFor(actor, ideaId) : [],
      mayReview ? listTemplates(actor) : [],
      findDraftedAnswer(actor, ideaId),
      mayReview ? db.reviewerGroup.findMany({ select: { id: true, name: true }, orderBy: { name: "asc" } }) : [],
      canMove("merge", idea.status, "merged") ? findWish(actor, ideaId) : null,
    ]);
  return {
    idea,
    mayReview,
    clock,
    neighbours,
    notes,
    colleagues,
    similar: similar.map(({ ideaId: id, ...idea }) => ({ id, ...idea })),
    others,
    candidates,
    templates,
    draft,
    groups,
    likely: staying(similar),
    isWished: wish !== null && mayReview,
  };
}
