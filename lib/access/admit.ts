import { z } from "zod";
import { type Db, transaction } from "../platform/db/client";
import { env } from "../platform/env";
import { record } from "../platform/events";
import { identityConnected, personJoined } from "./events";
import { properName } from "./schema";
import type { Refusal } from "./ways-in";

/** What an identity provider vouches for. Anything else it says is not looked at. */
export const claims = z.object({
  iss: z.string().min(1),
  sub: z.string().min(1).max(255),
  email: z.email().max(254).optional().catch(undefined),
  email_verified: z.literal(true).optional().catch(undefined),
  name: properName.optional().catch(undefined),
});

/** Who somebody is at an identity provider, proved by its signature. */
export type Claims = z.output<typeof claims>;

/** The person behind an identity, or why it opens nothing here. */
export type Admission = { personId: string } | { refused: Refusal };

/** Whether a new colleague with this address may make an account by signing in. */
function mayJoin(email: string): boolean {
  return env().SIGN_UP_DOMAINS.includes(email.slice(email.lastIndexOf("@") + 1).toLowerCase());
}

async function connect(tx: Db, { iss, sub }: Claims, personId: string): Promise<Admission> {
  await tx.identity.create({ data: { issuer: iss, subject: sub, personId } });
  await record(tx, { id: personId, via: "web" }, identityConnected, personId, { issuer: iss });
  return { personId };
}

async function join(tx: Db, who: Claims): Promise<Admission> {
  const { email, email_verified, name } = who;
  if (!email || !email_verified) return { refused: "emailUnverified" };
  if (await tx.person.count({ where: { email } })) return { refused: "emailTaken" };
  if (!mayJoin(email)) return { refused: "noAccount" };

  const data = { email, name: name ?? email.slice(0, email.lastIndexOf("@")) };
  // Two services may vouch for one address at the same moment: the second comes too late, and is told so.
  const [person] = await tx.person.createManyAndReturn({ data: [data], skipDuplicates: true, select: { id: true } });
  if (!person) return { refused: "emailTaken" };
  await tx.personRole.create({ data: { personId: person.id, role: "employee" } });
  await record(tx, { id: person.id, via: "web" }, personJoined, person.id, { issuer: who.iss });
  return connect(tx, who, person.id);
}

/**
 * Lets somebody in whom the identity provider vouched for. Only (issuer, subject) says who it is; the e-mail address
 * never leads to an account that exists, since whoever gets the same address later would get the account with it.
 *
 * @param connecting the person who, being signed in, asked to tie this identity to the own account
 */
export const admit = (who: Claims, connecting?: string): Promise<Admission> =>
  transaction(async (tx) => {
    const { iss: issuer, sub: subject } = who;
    // A first sign-in that was clicked twice must not make two people.
    await tx.$executeRaw`select pg_advisory_xact_lock(hashtextextended(${`${issuer} ${subject}`}, 0))`;
    const known = await tx.identity.findUnique({
      where: { issuer_subject: { issuer, subject } },
      select: { personId: true, person: { select: { status: true } } },
    });
    if (!known) return connecting ? connect(tx, who, connecting) : join(tx, who);
    if (connecting && known.personId !== connecting) return { refused: "identityTaken" };
    return known.person.status === "active" ? { personId: known.personId } : { refused: "suspended" };
  });
