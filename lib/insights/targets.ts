import type { Actor } from "../access/actor";
import { authorize } from "../access/authorize";
import { ownCurrency } from "../delivery/own-currency";
import { type Db, db, transaction } from "../platform/db/client";
import { record } from "../platform/events";
import { targetsChanged } from "./events";
import { type TargetFigure, type Targets, targetFigures } from "./schema";

const inPercent: TargetFigure[] = ["participation", "implementedShare"];

/** Kept are shares from 0 to 1; people write per cent. */
const factorOf = (figure: TargetFigure) => (inPercent.includes(figure) ? 100 : 1);

const written = (rows: { figure: string; value: number }[]): Targets =>
  Object.fromEntries(
    targetFigures.map((figure) => {
      const row = rows.find((one) => one.figure === figure);
      return [figure, row ? Number((row.value * factorOf(figure)).toFixed(6)) : null];
    }),
  ) as Targets;

/**
 * What the organisation wants of the five figures, as people write it.
 *
 * @throws Failure `forbidden`
 */
export async function findTargets(actor: Actor): Promise<Targets & { currency: string }> {
  authorize(actor, "organisation.manage");
  const [rows, currency] = await Promise.all([db.figureTarget.findMany(), ownCurrency(db)]);
  return { ...written(rows), currency };
}

/** Wants something of the five figures; of what is left empty, nothing. The same again changes nothing. */
export const changeTargets = (actor: Actor, wanted: Targets): Promise<void> =>
  transaction(async (tx) => {
    authorize(actor, "organisation.manage");
    await tx.$executeRaw`lock table figure_target in share row exclusive mode`;
    const before = written(await tx.figureTarget.findMany());
    const changed = targetFigures.filter((figure) => before[figure] !== wanted[figure]);
    if (changed.length === 0) return;
    await tx.figureTarget.deleteMany({ where: { figure: { in: changed } } });
    const kept = changed.flatMap((figure) => {
      const value = wanted[figure];
      return value === null ? [] : [{ figure, value: value / factorOf(figure), setById: actor.id }];
    });
    await tx.figureTarget.createMany({ data: kept });
    await record(tx, actor, targetsChanged, actor.id, { from: before, to: wanted });
  });

/** Wants nothing of one of the five figures any longer. */
export async function dropTarget(tx: Db, actor: Actor, figure: TargetFigure): Promise<void> {
  await tx.$executeRaw`lock table figure_target in share row exclusive mode`;
  const before = written(await tx.figureTarget.findMany());
  if (before[figure] === null) return;
  await tx.figureTarget.deleteMany({ where: { figure } });
  await record(tx, actor, targetsChanged, actor.id, { from: before, to: { ...before, [figure]: null } });
}

/** What is wanted of the figures, by their names. */
export async function targets(): Promise<Record<string, number>> {
  const set = await db.figureTarget.findMany({ select: { figure: true, value: true } });
  return Object.fromEntries(set.map(({ figure, value }) => [figure, value]));
}
