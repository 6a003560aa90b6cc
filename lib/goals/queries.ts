import type { Actor } from "../access/actor";
import { authorize } from "../access/authorize";
import type { IdeaRef } from "../ideas/schema";
import { findStanding } from "../ideas/standing";
import { db } from "../platform/db/client";
import { notFound } from "../platform/errors";
import type { Alignment, Ambition, Balance, Goal, GoalWording, KeptGoal } from "./schema";
import { inWords, worded } from "./wording";

/** The organisation's goals in use, in their order and the reader's language. */
export async function listGoals(actor: Actor): Promise<Goal[]> {
  const goals = await db.goal.findMany({ where: { retiredAt: null }, ...worded, orderBy: { position: "asc" } });
  return goals.map((one) => inWords(actor.locale, one));
}

/**
 * One goal, in use or retired.
 *
 * @throws Failure `not_found`
 */
export async function findGoal(actor: Actor, goalId: string): Promise<Goal> {
  const found = await db.goal.findUnique({ where: { id: goalId }, ...worded });
  if (!found) throw notFound();
  return inWords(actor.locale, found);
}

/**
 * All goals as those see them who keep them: those in use in their order, then the retired ones.
 *
 * @throws Failure `forbidden`
 */
export async function listKeptGoals(actor: Actor): Promise<KeptGoal[]> {
  authorize(actor, "organisation.manage");
  const goals = await db.goal.findMany({
    select: { ...worded.select, _count: { select: { ideas: true } } },
    orderBy: [{ retiredAt: { sort: "asc", nulls: "first" } }, { position: "asc" }],
  });
  return goals.map(({ wordings, _count, ...kept }) => ({
    ...kept,
    wordings: wordings as GoalWording[],
    ideas: _count.ideas,
  }));
}

/**
 * Which goals an idea serves and how daring it is, as reviewers see it.
 *
 * @throws Failure `forbidden`, `not_found`
 */
export async function findAlignment(actor: Actor, { ideaId }: IdeaRef): Promise<Alignment> {
  authorize(actor, "review.read");
  const { status } = await findStanding(actor, ideaId);
  if (status === "draft") throw notFound();
  const [goals, chosen] = await Promise.all([
    db.ideaGoal.findMany({ where: { ideaId }, select: { goal: worded }, orderBy: { place: "asc" } }),
    db.ideaAmbition.findUnique({ where: { ideaId }, select: { ambition: true } }),
  ]);
  return {
    ideaId,
    goals: goals.map(({ goal }) => inWords(actor.locale, goal)),
    ambition: (chosen?.ambition ?? null) as Ambition | null,
  };
}

/** How many of a hundred backed ideas leadership wants of each ambition. */
export const findBalance = (): Promise<Balance> =>
  db.balanceWish.findFirstOrThrow({ select: { usual: true, moderate: true, radical: true } });
