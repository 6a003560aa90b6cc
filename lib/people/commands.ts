import type { z } from "zod";
import type { Actor } from "../access/actor";
import { authorize } from "../access/authorize";
import { now } from "../platform/clock";
import { type Db, transaction } from "../platform/db/client";
import type { Role } from "../platform/db/generated/enums";
import { Failure } from "../platform/errors";
import { record } from "../platform/events";
import { personAdded, personChanged, personReactivated, personRolesChanged, personSuspended } from "./events";
import { findPerson } from "./queries";
import { requireUnits } from "./require-units";
import { type newPerson, type Person, type personChange, type personRef, roles as roleNames } from "./schema";

/** A portal without an administrator could never get one again. One at a time, or two could resign at once. */
async function requireAnotherAdministrator(tx: Db, personId: string): Promise<void> {
  await tx.$executeRaw`select pg_advisory_xact_lock(hashtextextended('administrators', 0))`;
  const others = await tx.person.count({
    where: { id: { not: personId }, status: "active", roles: { some: { role: "administrator" } } },
  });
  if (others === 0) throw new Failure("conflict", "people.lastAdministrator");
}

const dayOf = (date: string | null) => (date === null ? null : new Date(date));

const known = ["name", "departmentId", "placeId", "levelId", "joinedOn"] as const;

/** Gives somebody an account, with which they can sign in at once. Answers their id. */
export async function addPerson(actor: Actor, input: z.output<typeof newPerson>): Promise<{ personId: string }> {
  authorize(actor, "person.manage");
  return transaction(async (tx) => {
    await requireUnits(tx, input);
    const { roles, joinedOn, ...person } = input;
    const data = [{ ...person, joinedOn: dayOf(joinedOn) }];
    const [added] = await tx.person.createManyAndReturn({ data, skipDuplicates: true });
    if (!added) throw new Failure("conflict", "validation.checkFields", { email: "people.emailTaken" });
    await tx.personRole.createMany({ data: roles.map((role) => ({ personId: added.id, role })) });
    await record(tx, actor, personAdded, added.id, { roles });
    return { personId: added.id };
  });
}

async function changeRoles(tx: Db, actor: Actor, { id, roles: from }: Person, to: Role[]): Promise<void> {
  if (roleNames.every((role) => from.includes(role) === to.includes(role))) return;
  if (!to.includes("administrator")) await requireAnotherAdministrator(tx, id);
  await tx.personRole.deleteMany({ where: { personId: id, role: { notIn: to } } });
  await tx.personRole.createMany({ data: to.map((role) => ({ personId: id, role })), skipDuplicates: true });
  await record(tx, actor, personRolesChanged, id, { from, to });
}

/** Changes what is known of somebody and what they may do; it counts from their very next request. */
export async function changePerson(actor: Actor, input: z.output<typeof personChange>): Promise<void> {
  const { personId, roles, ...wanted } = input;
  const person = await findPerson(actor, personId);
  await transaction(async (tx) => {
    await requireUnits(tx, wanted);
    await changeRoles(tx, actor, person, roles);
    const fields = known.filter((field) => person[field] !== wanted[field]);
    if (fields.length === 0) return;
    await tx.person.update({ where: { id: personId }, data: { ...wanted, joinedOn: dayOf(wanted.joinedOn) } });
    await record(tx, actor, personChanged, personId, { fields });
  });
}

/** Keeps somebody out: all their sessions end at once, all tokens and sign-in links with them. What they wrote stays. */
export async function suspendPerson(actor: Actor, { personId }: z.output<typeof personRef>): Promise<void> {
  const { email } = await findPerson(actor, personId);
  if (personId === actor.id) throw new Failure("conflict", "people.notYourself");

  await transaction(async (tx) => {
    await requireAnotherAdministrator(tx, personId);
    const { count } = await tx.person.updateMany({
      where: { id: personId, status: "active" },
      data: { status: "suspended" },
    });
    if (count === 0) return;
    const { count: sessions } = await tx.session.deleteMany({ where: { personId } });
    const { count: tokens } = await tx.apiToken.updateMany({
      where: { personId, revokedAt: null },
      data: { revokedAt: now() },
    });
    if (email) await tx.signInToken.deleteMany({ where: { email } });
    await record(tx, actor, personSuspended, personId, { sessions, tokens });
  });
}

/** Lets somebody sign in again. Sessions and tokens they had before stay ended. */
export async function reactivatePerson(actor: Actor, { personId }: z.output<typeof personRef>): Promise<void> {
  await findPerson(actor, personId);
  await transaction(async (tx) => {
    const { count } = await tx.person.updateMany({
      where: { id: personId, status: "suspended" },
      data: { status: "active" },
    });
    if (count > 0) await record(tx, actor, personReactivated, personId, {});
  });
}
