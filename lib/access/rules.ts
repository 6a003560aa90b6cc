import type { Role } from "../platform/db/generated/enums";
import type { Actor } from "./actor";

/** Anything with an author. */
export type Authored = { authorId: string | null };

const has = (actor: Actor, role: Role) => actor.roles.has(role);
const readsReviews = (actor: Actor) =>
  (["reviewer", "executive", "administrator"] as const).some((role) => has(actor, role));
const wrote = (actor: Actor, thing: Authored) => thing.authorId === actor.id;

/**
 * Who may do what: the whole product's authorization on one page.
 * Rules look only at people. Whether an idea's *state* allows something is answered by lib/ideas/states.ts.
 */
export const rules = {
  "idea.read": (_actor: Actor) => true,
  "idea.submit": (actor: Actor) => has(actor, "employee"),
  "idea.edit": (actor: Actor, idea: Authored) => wrote(actor, idea) || has(actor, "moderator"),
  "idea.withdraw": (actor: Actor, idea: Authored) => wrote(actor, idea),
  "idea.follow": (_actor: Actor) => true,
  "idea.vote": (actor: Actor, idea: Authored) => has(actor, "employee") && !wrote(actor, idea),
  "idea.compare": (actor: Actor) => has(actor, "employee"),
  "merge.ask": (actor: Actor, idea: Authored) => has(actor, "employee") && wrote(actor, idea),
  "merge.answer": (actor: Actor, survivor: Authored & { askedById: string }) =>
    survivor.askedById !== actor.id && (wrote(actor, survivor) || has(actor, "reviewer")),
  "pair.settle": (actor: Actor) => has(actor, "reviewer"),
  "idea.review": (actor: Actor, idea: Authored) => has(actor, "reviewer") && !wrote(actor, idea),
  "review.read": (actor: Actor) => readsReviews(actor),
  "evaluation.read": (actor: Actor, idea: Authored) => readsReviews(actor) && !wrote(actor, idea),
  "note.read": (actor: Actor, idea: Authored) => readsReviews(actor) && !wrote(actor, idea),
  "delivery.begin": (actor: Actor) => has(actor, "reviewer"),
  "delivery.manage": (actor: Actor, delivery: Authored) => has(actor, "reviewer") || wrote(actor, delivery),
  "benefit.read": (actor: Actor, delivery: Authored) => readsReviews(actor) || wrote(actor, delivery),
  "outcome.confirm": (actor: Actor, outcome: Authored) => readsReviews(actor) && !wrote(actor, outcome),
  "insights.read": (actor: Actor) => has(actor, "executive") || has(actor, "administrator"),
  "letter.get": (actor: Actor) => has(actor, "executive"),
  "template.manage": (actor: Actor) => has(actor, "reviewer") || has(actor, "administrator"),
  "comment.post": (actor: Actor) => has(actor, "employee"),
  "comment.edit": (actor: Actor, comment: Authored) => wrote(actor, comment),
  "comment.delete": (actor: Actor, comment: Authored) => wrote(actor, comment) || has(actor, "moderator"),
  "session.manage": (actor: Actor) => actor.via === "web",
  "token.manage": (actor: Actor) => actor.via === "web",
  "person.manage": (actor: Actor) => has(actor, "administrator"),
  "organisation.manage": (actor: Actor) => has(actor, "administrator"),
  "job.manage": (actor: Actor) => has(actor, "administrator"),
  "audit.read": (actor: Actor) => has(actor, "administrator"),
} satisfies Record<string, (actor: Actor, subject: never) => boolean>;

/** The name of something that one may or may not do. */
export type Permission = keyof typeof rules;
