import type { z } from "zod";
import type { commentPosted } from "../comments/events";
import type { deliveryUpdated } from "../delivery/events";
import type { notePosted } from "../desk/events";
import type { ideaMerged, ideaUnmerged, mergeAsked, mergeDeclined } from "../duplicates/events";
import type { evaluationBegun } from "../evaluation/events";
import type { ideaWithdrawn } from "../ideas/events";
import { db, Prisma } from "../platform/db/client";
import type { Follow } from "../platform/react";
import {
  ideaAnswered,
  type ideaAssigned,
  type ideaMoved,
  type ideaPaused,
  type ideaProgressed,
  type reviewEscalated,
  type reviewReminded,
} from "../workflow/events";
import {
  answered,
  authors,
  type Circle,
  commenters,
  everybodyIn,
  followers,
  groupMembers,
  mentioned,
  named,
  owners,
  voters,
  writer,
} from "./recipients";
import { tell } from "./telling";

/** Everybody with a hand in an idea: its author, whoever answers for it, and whoever backs or follows it. */
const involved = (ideaId: string): Circle[] => [
  { people: authors(ideaId), reason: "author", kind: "own" },
  { people: owners(ideaId), reason: "owner", kind: "task" },
  { people: voters(ideaId), reason: "voter", kind: "followed" },
  { people: followers(ideaId), reason: "follower", kind: "followed" },
];

/** The same and whoever ever said something, also those who follow it no more: for the last word about an idea. */
const everybodyInvolved = (ideaId: string): Circle[] => [
  ...involved(ideaId),
  { people: commenters(ideaId), reason: "commenter", kind: "followed" },
];

/** Where the life of an idea ends, as far as anybody can tell. */
const ends = ["implemented", "declined", "archived"];

/** Tells of a comment: whom it names, whom it answers, the idea's author and its followers. Not of one taken back. */
export const tellOfComment: Follow<(typeof commentPosted)["payload"]> = async (happened) => {
  const { subjectId, payload } = happened;
  const comment = await db.comment.findFirst({ where: { id: payload.commentId, deletedAt: null } });
  if (!comment) return;
  await tell(happened, subjectId, [
    { people: mentioned(comment.body), reason: "mentioned", kind: "mention" },
    { people: answered(comment.id), reason: "answered", kind: "comment" },
    { people: authors(subjectId), reason: "author", kind: "comment" },
    { people: followers(subjectId), reason: "follower", kind: "comment" },
  ]);
};

/** Tells colleagues whom a private note names. */
export const tellOfNote: Follow<(typeof notePosted)["payload"]> = (happened) =>
  tell(happened, happened.subjectId, [
    { people: named(happened.payload.mentioned), reason: "mentioned", kind: "mention" },
  ]);

/** Tells of a step in the life of an idea. The last one reaches everybody who took part. */
export const tellOfMove: Follow<(typeof ideaMoved)["payload"]> = (happened) => {
  const { subjectId, payload } = happened;
  return tell(happened, subjectId, ends.includes(payload.to) ? everybodyInvolved(subjectId) : involved(subjectId));
};

/**
 * Tells of a merge, or that it was undone: everybody who took part in the idea that goes or comes back, and of the one
 * that stays its author, whoever answers for it, backs or follows it. It is written down for each of the two, and whoever
 * has a hand in both hears of it once, for the first; only an author hears for the own idea in any case.
 */
export const tellOfMerge: Follow<(typeof ideaMerged)["payload"] | (typeof ideaUnmerged)["payload"]> = (happened) => {
  const { subjectId, payload } = happened;
  if (subjectId === payload.duplicate) return tell(happened, subjectId, everybodyInvolved(subjectId));
  const others = (people: Prisma.Sql) => Prisma.sql`${people} except (${everybodyIn(payload.duplicate)})`;
  return tell(happened, subjectId, [
    { people: writer(subjectId), reason: "author", kind: "own" },
    { people: owners(subjectId), reason: "owner", kind: "task" },
    { people: others(voters(subjectId)), reason: "voter", kind: "followed" },
    { people: others(followers(subjectId)), reason: "follower", kind: "followed" },
  ]);
};

/** Asks whoever wrote the idea that would stay, and tells those who answer for either of the two: they may settle it. */
export const tellOfWish: Follow<(typeof mergeAsked)["payload"]> = (happened) => {
  const { duplicate, survivor } = happened.payload;
  return tell(happened, duplicate, [
    { people: writer(survivor), reason: "consulted", kind: "own" },
    { people: owners(survivor), reason: "owner", kind: "task" },
    { people: owners(duplicate), reason: "owner", kind: "task" },
  ]);
};

/** Tells an author that the own idea stays one of its own. */
export const tellOfDecline: Follow<(typeof mergeDeclined)["payload"]> = (happened) =>
  tell(happened, happened.subjectId, [{ people: writer(happened.subjectId), reason: "author", kind: "own" }]);

/** Tells everybody who took part that an idea was taken back. */
export const tellOfWithdrawal: Follow<(typeof ideaWithdrawn)["payload"]> = (happened) =>
  tell(happened, happened.subjectId, everybodyInvolved(happened.subjectId));

/** Tells how far an idea has come, unless its delivery does. */
export const tellOfProgress: Follow<(typeof ideaProgressed)["payload"]> = async (happened) => {
  if (!happened.payload.delivery) await tell(happened, happened.subjectId, involved(happened.subjectId));
};

/** Tells news of a delivery: everybody with a hand in one of its ideas, and whoever has one in several of them once. */
export const tellOfDelivery: Follow<(typeof deliveryUpdated)["payload"]> = async (happened) => {
  const { ideas } = happened.payload;
  // Whoever wrote one of them or answers for it hears for that, though they back another one.
  for (const [from, to] of [[0, 2], [2]])
    for (const ideaId of ideas) await tell(happened, ideaId, involved(ideaId).slice(from, to));
};

/** Tells of an answer. */
export const tellOfNews: Follow<z.ZodType> = (happened) =>
  tell(happened, happened.subjectId, involved(happened.subjectId));

/** Tells an author that the review waits for them; not where the question itself has told them. */
export const tellAuthor: Follow<(typeof ideaPaused)["payload"]> = async (happened) => {
  const { subjectId, payload } = happened;
  const asked = { subjectId, type: ideaAnswered.type, payload: { path: ["version"], equals: payload.version } };
  if ((await db.event.count({ where: asked })) > 0) return;
  await tell(happened, subjectId, [{ people: authors(subjectId), reason: "author", kind: "own" }]);
};

/** Tells whoever answers for an idea that its review goes on. */
export const tellOwner: Follow<z.ZodType> = (happened) =>
  tell(happened, happened.subjectId, [{ people: owners(happened.subjectId), reason: "owner", kind: "task" }]);

/** Tells somebody that they answer for an idea from now on, or a group of reviewers that one of them has to. */
export const tellOfAssignment: Follow<(typeof ideaAssigned)["payload"]> = (happened) => {
  const { from, to, group } = happened.payload;
  const task: Circle[] =
    to && to !== from
      ? [{ people: named([to]), reason: "owner", kind: "task" }]
      : [{ people: groupMembers(to ? null : group), reason: "group", kind: "task" }];
  return tell(happened, happened.subjectId, task);
};

/** Tells reviewers that they are asked to mark an idea. */
export const tellAsked: Follow<(typeof evaluationBegun)["payload"]> = (happened) =>
  tell(happened, happened.subjectId, [{ people: named(happened.payload.reviewers), reason: "asked", kind: "task" }]);

/** Reminds whoever has to keep a promise that ends soon. */
export const tellReminded: Follow<(typeof reviewReminded)["payload"]> = (happened) =>
  tell(happened, happened.subjectId, [{ people: named(happened.payload.to), reason: "reminded", kind: "task" }]);

/** Tells whoever answers for an idea, and those who have to know, that a promise was not kept. */
export const tellEscalated: Follow<(typeof reviewEscalated)["payload"]> = (happened) =>
  tell(happened, happened.subjectId, [
    { people: owners(happened.subjectId), reason: "reminded", kind: "task" },
    { people: named(happened.payload.to), reason: "escalated", kind: "task" },
  ]);
