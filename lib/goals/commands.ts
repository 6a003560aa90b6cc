import type { z } from "zod";
import type { Actor } from "../access/actor";
import { authorize } from "../access/authorize";
import { now } from "../platform/clock";
import { type Db, transaction } from "../platform/db/client";
import { Failure, notFound } from "../platform/errors";
import { record } from "../platform/events";
import { balanceChanged, goalAdded, goalChanged, goalRaised, goalRetired } from "./events";
import { type Balance, type GoalChange, type goalRef, MOST_GOALS, type NewGoal } from "./schema";

type GoalRef = z.output<typeof goalRef>;

const nameIn = (wordings: { locale: string; name: string }[]): string => wordings[0]?.name ?? "";

/** One after the other: the order of the goals is one thing, and two who change it would tear it. */
const hold = (tx: Db) => tx.$executeRaw`lock table goal in share row exclusive mode`;

const change = (actor: Actor, work: (tx: Db) => Promise<void>): Promise<void> => {
  authorize(actor, "organisation.manage");
  return transaction(async (tx) => {
    await hold(tx);
    await work(tx);
  });
};

async function find(tx: Db, goalId: string) {
  const found = await tx.goal.findUnique({
    where: { id: goalId },
    include: { wordings: { orderBy: { locale: "asc" } } },
  });
  if (!found) throw notFound();
  return found;
}

/**
 * Gives the organisation one more goal, after all others.
 *
 * @throws Failure `forbidden`, or `conflict` when there are as many as anybody keeps in mind
 */
export const addGoal = async (actor: Actor, { wordings }: NewGoal): Promise<void> =>
  change(actor, async (tx) => {
    if ((await tx.goal.count({ where: { retiredAt: null } })) >= MOST_GOALS)
      throw new Failure("conflict", "goals.tooMany");
    const last = await tx.goal.aggregate({ _max: { position: true } });
    const { id } = await tx.goal.create({
      data: { position: (last._max.position ?? 0) + 1, wordings: { create: wordings } },
    });
    await record(tx, actor, goalAdded, id, { name: nameIn(wordings) });
  });

const textOf = (wordings: { locale: string; name: string; about: string }[]) =>
  JSON.stringify(wordings.map(({ locale, name, about }) => [locale, name, about]).toSorted());

/** Lets a goal read differently. Ideas that serve it go on serving it. */
export const changeGoal = async (actor: Actor, { goalId, wordings }: GoalChange): Promise<void> =>
  change(actor, async (tx) => {
    const before = await find(tx, goalId);
    if (textOf(before.wordings) === textOf(wordings)) return;
    await tx.goalWording.deleteMany({ where: { goalId } });
    await tx.goalWording.createMany({ data: wordings.map((wording) => ({ goalId, ...wording })) });
    await record(tx, actor, goalChanged, goalId, { from: nameIn(before.wordings), to: nameIn(wordings) });
  });

/** Puts a goal before the one above it. The topmost stays where it is. */
export const raiseGoal = async (actor: Actor, { goalId }: GoalRef): Promise<void> =>
  change(actor, async (tx) => {
    const { position, wordings } = await find(tx, goalId);
    const above = await tx.goal.findFirst({
      where: { position: { lt: position }, retiredAt: null },
      orderBy: { position: "desc" },
    });
    if (!above) return;
    await tx.goal.update({ where: { id: above.id }, data: { position } });
    await tx.goal.update({ where: { id: goalId }, data: { position: above.position } });
    await record(tx, actor, goalRaised, goalId, { name: nameIn(wordings) });
  });

/** Has a goal chosen for no more ideas. Where it was chosen it stays. Doing it again changes nothing. */
export const retireGoal = async (actor: Actor, { goalId }: GoalRef): Promise<void> =>
  change(actor, async (tx) => {
    const { retiredAt, wordings } = await find(tx, goalId);
    if (retiredAt) return;
    await tx.goal.update({ where: { id: goalId }, data: { retiredAt: now() } });
    await record(tx, actor, goalRetired, goalId, { name: nameIn(wordings) });
  });

/** Sets how many of a hundred backed ideas should be of each ambition. */
export const changeBalance = (actor: Actor, wish: Balance): Promise<void> =>
  transaction(async (tx) => {
    authorize(actor, "organisation.manage");
    const [before] = await tx.$queryRaw<Balance[]>`
      select usual::int, moderate::int, radical::int from balance_wish for update`;
    if (!before) throw notFound();
    if (before.usual === wish.usual && before.moderate === wish.moderate && before.radical === wish.radical) return;
    await tx.balanceWish.updateMany({ data: wish });
    await record(tx, actor, balanceChanged, actor.id, { from: before, to: wish });
  });
