import type { z } from "zod";
import type { Actor } from "../access/actor";
import { authorize } from "../access/authorize";
import { type Db, db, Prisma, transaction } from "../platform/db/client";
import { Failure, notFound } from "../platform/errors";
import { record } from "../platform/events";
import { levelAdded, levelRaised, levelRemoved, levelRenamed } from "./events";
import type { Level, levelName, levelRef, newLevel } from "./schema";

/** The steps of the organisation's ladder from the top down, each with how many people stand on it. */
export async function listLevels(actor: Actor): Promise<Level[]> {
  authorize(actor, "organisation.manage");
  const levels = await db.level.findMany({
    select: { id: true, name: true, _count: { select: { people: true } } },
    orderBy: [{ position: "desc" }, { name: "asc" }],
  });
  return levels.map(({ _count, ...level }) => ({ ...level, people: _count.people }));
}

function explained(error: unknown): unknown {
  const code = error instanceof Prisma.PrismaClientKnownRequestError ? error.code : undefined;
  return code === "P2002" ? new Failure("conflict", "validation.checkFields", { name: "settings.nameTaken" }) : error;
}

/** One after the other: the order of the levels is one thing. */
const change = (actor: Actor, work: (tx: Db) => Promise<void>): Promise<void> => {
  authorize(actor, "organisation.manage");
  return transaction(async (tx) => {
    await tx.$executeRaw`lock table level in share row exclusive mode`;
    await work(tx);
  }).catch((error) => {
    throw explained(error);
  });
};

async function find(tx: Db, levelId: string) {
  const found = await tx.level.findUnique({
    where: { id: levelId },
    include: { _count: { select: { people: true } } },
  });
  if (!found) throw notFound();
  return found;
}

/** Adds a level below all others. */
export const addLevel = async (actor: Actor, { name }: z.output<typeof newLevel>): Promise<void> =>
  change(actor, async (tx) => {
    const lowest = await tx.level.aggregate({ _min: { position: true } });
    const { id } = await tx.level.create({ data: { name, position: (lowest._min.position ?? 1) - 1 } });
    await record(tx, actor, levelAdded, id, { name });
  });

/** Calls a level something else. */
export const renameLevel = async (actor: Actor, { levelId, name }: z.output<typeof levelName>): Promise<void> =>
  change(actor, async (tx) => {
    const { name: from } = await find(tx, levelId);
    if (from === name) return;
    await tx.level.update({ where: { id: levelId }, data: { name } });
    await record(tx, actor, levelRenamed, levelId, { from, to: name });
  });

/** Puts a level above the next higher one. The topmost stays where it is. */
export const raiseLevel = async (actor: Actor, { levelId }: z.output<typeof levelRef>): Promise<void> =>
  change(actor, async (tx) => {
    const { position, name } = await find(tx, levelId);
    const above = await tx.level.findFirst({ where: { position: { gt: position } }, orderBy: { position: "asc" } });
    if (!above) return;
    await tx.level.update({ where: { id: above.id }, data: { position } });
    await tx.level.update({ where: { id: levelId }, data: { position: above.position } });
    await record(tx, actor, levelRaised, levelId, { name });
  });

/**
 * Takes a level away on which nobody stands.
 *
 * @throws Failure `conflict` as long as somebody does
 */
export const removeLevel = async (actor: Actor, { levelId }: z.output<typeof levelRef>): Promise<void> =>
  change(actor, async (tx) => {
    const { name, _count } = await find(tx, levelId);
    if (_count.people > 0) throw new Failure("conflict", "people.levelInUse");
    await tx.level.delete({ where: { id: levelId } });
    await record(tx, actor, levelRemoved, levelId, { name });
  });
