import type { z } from "zod";
import type { Actor } from "../access/actor";
import { authorize } from "../access/authorize";
import { now } from "../platform/clock";
import { type Db, db, transaction } from "../platform/db/client";
import { Failure, notFound } from "../platform/errors";
import { record } from "../platform/events";
import { criterionAdded, criterionChanged, criterionRetired, scorecardChanged } from "./events";
import {
  type CriterionChange,
  type criterionRef,
  MOST_CRITERIA,
  type NewCriterion,
  type Part,
  type Scorecard,
  type ScorecardSettings,
  type Wording,
} from "./schema";
import { worded } from "./wording";

const settings = { reviewers: true, hidesAuthor: true, noteFrom: true } as const;

/**
 * The organisation's scorecard as those see it who keep it: the criteria in use in their order, then the retired ones.
 *
 * @throws Failure `forbidden`
 */
export async function findScorecard(actor: Actor): Promise<Scorecard> {
  authorize(actor, "organisation.manage");
  const { criteria, ...set } = await db.scorecard.findFirstOrThrow({
    where: { isGeneral: true },
    select: {
      ...settings,
      criteria: { ...worded, orderBy: [{ retiredAt: { sort: "asc", nulls: "first" } }, { position: "asc" }] },
    },
  });
  return {
    ...set,
    criteria: criteria.map(({ part, wordings, ...criterion }) => ({
      ...criterion,
      part: part as Part,
      wordings: wordings as Wording[],
    })),
  };
}

/** The scorecard, held until the transaction ends: changes of it take turns. */
async function holdScorecard(tx: Db): Promise<{ id: string }> {
  const [card] = await tx.$queryRaw<{ id: string }[]>`select id from scorecard where is_general for update`;
  if (!card) throw notFound();
  return card;
}

/** Sets how evaluations are done that begin from now on; those that have begun go on as they were agreed. */
export const changeScorecard = (actor: Actor, change: ScorecardSettings): Promise<void> =>
  transaction(async (tx) => {
    authorize(actor, "organisation.manage");
    const { id } = await holdScorecard(tx);
    const from = await tx.scorecard.findUniqueOrThrow({ where: { id }, select: settings });
    if (JSON.stringify(from) === JSON.stringify({ ...from, ...change })) return;
    await tx.scorecard.update({ where: { id }, data: change });
    await record(tx, actor, scorecardChanged, id, { from, to: change });
  });

/**
 * Asks for something more in evaluations that begin from now on.
 *
 * @throws Failure `conflict` when the scorecard is full
 */
export const addCriterion = (actor: Actor, { part, weight, wordings }: NewCriterion): Promise<void> =>
  transaction(async (tx) => {
    authorize(actor, "organisation.manage");
    const { id: scorecardId } = await holdScorecard(tx);
    if ((await tx.criterion.count({ where: { scorecardId, retiredAt: null } })) >= MOST_CRITERIA)
      throw new Failure("conflict", "evaluation.tooManyCriteria");
    const last = await tx.criterion.aggregate({ where: { scorecardId }, _max: { position: true } });
    const { id } = await tx.criterion.create({
      data: { scorecardId, part, weight, position: (last._max.position ?? 0) + 1, wordings: { create: wordings } },
      select: { id: true },
    });
    await record(tx, actor, criterionAdded, id, { name: wordings[0]?.name ?? "", part, weight });
  });

/** Lets a criterion count more or less, or read differently. Marks that were given for it stay as they are. */
export const changeCriterion = (actor: Actor, { criterionId, weight, wordings }: CriterionChange): Promise<void> =>
  transaction(async (tx) => {
    authorize(actor, "organisation.manage");
    await holdScorecard(tx);
    const before = await tx.criterion.findUnique({ where: { id: criterionId }, select: { weight: true } });
    if (!before) throw notFound();
    await tx.criterionWording.deleteMany({ where: { criterionId } });
    await tx.criterion.update({ where: { id: criterionId }, data: { weight, wordings: { create: wordings } } });
    const name = wordings[0]?.name ?? "";
    await record(tx, actor, criterionChanged, criterionId, { name, from: before.weight, to: weight });
  });

/** Asks for something no more in evaluations that begin from now on. What was marked stays and keeps counting. */
export const retireCriterion = (actor: Actor, { criterionId }: z.infer<typeof criterionRef>): Promise<void> =>
  transaction(async (tx) => {
    authorize(actor, "organisation.manage");
    await holdScorecard(tx);
    const before = await tx.criterion.findUnique({ where: { id: criterionId }, select: { retiredAt: true } });
    if (!before) throw notFound();
    if (before.retiredAt) return;
    await tx.criterion.update({ where: { id: criterionId }, data: { retiredAt: now() } });
    await record(tx, actor, criterionRetired, criterionId, {});
  });
