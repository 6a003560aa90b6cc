import type { z } from "zod";
import type { Actor } from "../access/actor";
import { authorize } from "../access/authorize";
import { type Db, Prisma, transaction } from "../platform/db/client";
import { Failure, notFound } from "../platform/errors";
import { record } from "../platform/events";
import { groupAdded, groupMemberAdded, groupMemberRemoved, groupRemoved, groupRenamed } from "./events";
import type { groupRef, groupRenaming, membership, newGroup } from "./schema";

/** What the database refuses, told where it can be mended. */
function explained(error: unknown): unknown {
  const code = error instanceof Prisma.PrismaClientKnownRequestError ? error.code : undefined;
  if (code === "P2002") return new Failure("conflict", "validation.checkFields", { name: "settings.nameTaken" });
  return code === "P2003" ? new Failure("conflict", "routing.groupInUse") : error;
}

const change = <T>(actor: Actor, work: (tx: Db) => Promise<T>): Promise<T> => {
  authorize(actor, "organisation.manage");
  return transaction(work).catch((error) => {
    throw explained(error);
  });
};

async function nameOf(tx: Db, groupId: string): Promise<string> {
  const group = await tx.reviewerGroup.findUnique({ where: { id: groupId }, select: { name: true } });
  if (!group) throw notFound();
  return group.name;
}

/**
 * Goes on only if that person can review: active, and a reviewer.
 *
 * @returns their name
 * @throws Failure `invalid` at `field`
 */
export async function requireReviewer(tx: Db, personId: string, field: string): Promise<string> {
  const person = await tx.person.findFirst({
    where: { id: personId, status: "active", roles: { some: { role: "reviewer" } } },
    select: { name: true },
  });
  if (!person) throw new Failure("invalid", "validation.checkFields", { [field]: "routing.noReviewer" });
  return person.name;
}

/** Founds a group of reviewers, without anybody in it yet. */
export const addGroup = async (actor: Actor, { name }: z.output<typeof newGroup>): Promise<void> =>
  change(actor, async (tx) => {
    const { id } = await tx.reviewerGroup.create({ data: { name } });
    await record(tx, actor, groupAdded, id, { name });
  });

/** Calls a group of reviewers something else. */
export const renameGroup = async (actor: Actor, { groupId, name }: z.output<typeof groupRenaming>): Promise<void> =>
  change(actor, async (tx) => {
    const from = await nameOf(tx, groupId);
    if (from === name) return;
    await tx.reviewerGroup.update({ where: { id: groupId }, data: { name } });
    await record(tx, actor, groupRenamed, groupId, { from, to: name });
  });

/**
 * Dissolves a group of reviewers. Ideas that its members answer for stay theirs.
 *
 * @throws Failure `conflict` as long as a rule sends ideas to it
 */
export const removeGroup = async (actor: Actor, { groupId }: z.output<typeof groupRef>): Promise<void> =>
  change(actor, async (tx) => {
    const name = await nameOf(tx, groupId);
    await tx.reviewerGroup.delete({ where: { id: groupId } });
    await record(tx, actor, groupRemoved, groupId, { name });
  });

/** Has a reviewer review with a group. Doing it again changes nothing. */
export const addMember = async (actor: Actor, { groupId, personId }: z.output<typeof membership>): Promise<void> =>
  change(actor, async (tx) => {
    await nameOf(tx, groupId);
    const name = await requireReviewer(tx, personId, "personId");
    const { count } = await tx.reviewerGroupMember.createMany({ data: [{ groupId, personId }], skipDuplicates: true });
    if (count > 0) await record(tx, actor, groupMemberAdded, groupId, { name, personId });
  });

/** Has somebody no longer review with a group. What they answer for stays theirs. */
export const removeMember = async (actor: Actor, { groupId, personId }: z.output<typeof membership>): Promise<void> =>
  change(actor, async (tx) => {
    const person = await tx.person.findUnique({ where: { id: personId }, select: { name: true } });
    const { count } = await tx.reviewerGroupMember.deleteMany({ where: { groupId, personId } });
    if (!person || count === 0) throw notFound();
    await record(tx, actor, groupMemberRemoved, groupId, { name: person.name, personId });
  });
