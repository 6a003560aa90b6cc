import type { z } from "zod";
import type { Actor } from "../access/actor";
import { authorize } from "../access/authorize";
import { type Db, Prisma, transaction } from "../platform/db/client";
import { Failure, notFound } from "../platform/errors";
import { record } from "../platform/events";
import { unitAdded, unitRenamed } from "./events";
import type { newUnit, Unit, UnitKind, unitName } from "./schema";
import { unitTrees } from "./unit-trees";

/** How the organisation is divided, for those who may change it. */
export async function listUnits(actor: Actor): Promise<Record<UnitKind, Unit[]>> {
  authorize(actor, "organisation.manage");
  return unitTrees();
}

const add = (tx: Db, { kind, name, parentId, placeKind }: z.output<typeof newUnit>): Promise<{ id: string }> => {
  if (kind === "department") return tx.department.create({ data: { name, parentId } });
  if (kind === "place") return tx.place.create({ data: { name, parentId, kind: placeKind } });
  return tx.category.create({ data: { name } });
};

const find = (tx: Db, kind: UnitKind, id: string): Promise<{ name: string } | null> => {
  const where = { where: { id }, select: { name: true } };
  if (kind === "department") return tx.department.findUnique(where);
  return kind === "place" ? tx.place.findUnique(where) : tx.category.findUnique(where);
};

const rename = (tx: Db, kind: UnitKind, id: string, name: string): Promise<unknown> => {
  const change = { where: { id }, data: { name } };
  if (kind === "department") return tx.department.update(change);
  return kind === "place" ? tx.place.update(change) : tx.category.update(change);
};

/** What the database refuses, told on the field that caused it. */
function explained(error: unknown): unknown {
  const code = error instanceof Prisma.PrismaClientKnownRequestError ? error.code : undefined;
  if (code === "P2002") return new Failure("conflict", "validation.checkFields", { name: "settings.nameTaken" });
  return code === "P2003" ? notFound() : error;
}

/** Adds a department, a place or a category; a department or place may hang on another one. */
export async function addUnit(actor: Actor, input: z.output<typeof newUnit>): Promise<void> {
  authorize(actor, "organisation.manage");
  const { kind, name } = input;
  await transaction(async (tx) => {
    const { id } = await add(tx, input);
    await record(tx, actor, unitAdded, id, { kind, name });
  }).catch((error) => {
    throw explained(error);
  });
}

/** Gives a department, a place or a category another name. What was filed under it stays there. */
export async function renameUnit(actor: Actor, { kind, id, name }: z.output<typeof unitName>): Promise<void> {
  authorize(actor, "organisation.manage");
  await transaction(async (tx) => {
    const before = await find(tx, kind, id);
    if (!before) throw notFound();
    if (before.name === name) return;
    await rename(tx, kind, id, name);
    await record(tx, actor, unitRenamed, id, { kind, from: before.name, to: name });
  }).catch((error) => {
    throw explained(error);
  });
}
