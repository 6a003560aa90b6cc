import type { Actor } from "../access/actor";
import { can } from "../access/authorize";
import type { Standing } from "../ideas/standing";
import { states } from "../ideas/states";
import type { MessageKey } from "../platform/i18n/messages";

/**
 * Why `actor` may not vote for an idea now, in words they understand; null when nothing is in the way.
 * For pages: the commands check for themselves.
 */
export function voteHindrance(actor: Actor, idea: Standing): MessageKey | null {
  if (!states[idea.status].votable) return "votes.closed";
  if (can(actor, "idea.vote", idea)) return null;
  return idea.authorId === actor.id ? "votes.ownIdea" : "votes.staffOnly";
}
