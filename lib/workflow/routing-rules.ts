import type { z } from "zod";
import type { Actor } from "../access/actor";
import { authorize } from "../access/authorize";
import { type Db, Prisma, transaction } from "../platform/db/client";
import { Failure, notFound } from "../platform/errors";
import { record } from "../platform/events";
import { ruleAdded, ruleRaised, ruleRemoved } from "./events";
import { requireReviewer } from "./reviewer-groups";
import type { newRule, ruleRef } from "./schema";

type RuleRow = {
  categoryId: string | null;
  departmentId: string | null;
  placeId: string | null;
  ownerId: string | null;
  groupId: string | null;
};

const told = ({ categoryId, departmentId, placeId, ownerId, groupId }: RuleRow) => ({
  category: categoryId,
  department: departmentId,
  place: placeId,
  to: ownerId ?? groupId ?? "",
});

/** One after the other: the order of the rules is one thing, and two who change it would tear it. */
const hold = (tx: Db) => tx.$executeRaw`lock table routing_rule in share row exclusive mode`;

function explained(error: unknown): unknown {
  const code = error instanceof Prisma.PrismaClientKnownRequestError ? error.code : undefined;
  if (code === "P2002") return new Failure("conflict", "routing.ruleTaken");
  return code === "P2003" ? notFound() : error;
}

/** Sends new ideas about something to a reviewer or a group, after all rules that there are. */
export async function addRule(actor: Actor, { to: [kind, id], ...about }: z.output<typeof newRule>): Promise<void> {
  authorize(actor, "organisation.manage");
  await transaction(async (tx) => {
    await hold(tx);
    if (kind === "person") await requireReviewer(tx, id, "to");
    const last = await tx.routingRule.aggregate({ _max: { position: true } });
    const rule = await tx.routingRule.create({
      data: {
        ...about,
        ownerId: kind === "person" ? id : null,
        groupId: kind === "group" ? id : null,
        position: (last._max.position ?? 0) + 1,
      },
    });
    await record(tx, actor, ruleAdded, rule.id, told(rule));
  }).catch((error) => {
    throw explained(error);
  });
}

/** Lets a rule count before the one above it. The topmost stays where it is. */
export async function raiseRule(actor: Actor, { ruleId }: z.output<typeof ruleRef>): Promise<void> {
  authorize(actor, "organisation.manage");
  await transaction(async (tx) => {
    await hold(tx);
    const rule = await tx.routingRule.findUnique({ where: { id: ruleId } });
    if (!rule) throw notFound();
    const above = await tx.routingRule.findFirst({
      where: { position: { lt: rule.position }, NOT: { categoryId: null, departmentId: null, placeId: null } },
      orderBy: { position: "desc" },
    });
    if (!above) return;
    await tx.routingRule.update({ where: { id: above.id }, data: { position: rule.position } });
    await tx.routingRule.update({ where: { id: ruleId }, data: { position: above.position } });
    await record(tx, actor, ruleRaised, ruleId, {});
  });
}

/** Lets a rule count no more. Ideas that it gave to somebody stay theirs. */
export async function removeRule(actor: Actor, { ruleId }: z.output<typeof ruleRef>): Promise<void> {
  authorize(actor, "organisation.manage");
  await transaction(async (tx) => {
    await hold(tx);
    const rule = await tx.routingRule.findUnique({ where: { id: ruleId } });
    if (!rule) throw notFound();
    await tx.routingRule.delete({ where: { id: ruleId } });
    await record(tx, actor, ruleRemoved, ruleId, told(rule));
  });
}
