import type { z } from "zod";
import { minutesFromNow, now } from "../platform/clock";
import { db, transaction } from "../platform/db/client";
import { env } from "../platform/env";
import { Failure } from "../platform/errors";
import { record } from "../platform/events";
import { log, logSecurity } from "../platform/log";
import { countForNetwork } from "../platform/rate-limit";
import { hashOf, newSecret } from "../platform/secret";
import { organisationSetUp } from "./events";
import type { setUpInput } from "./schema";
import { openSession } from "./session";

/** OWASP ASVS 6.3.2: a first administrator's one-time secret ends soon. Every start of the server makes another. */
const TOKEN_MINUTES = 60;

/** Whether this portal belongs to an organisation already. */
export const isSetUp = async (): Promise<boolean> => (await db.organisation.count()) > 0;

/**
 * Prints the address under which an empty portal is set up, if it is empty. For the start of the server: whoever reads
 * its log is trusted with the portal. Processes that start together each print one that works.
 */
export async function offerSetup(): Promise<void> {
  if (await isSetUp()) return;
  const token = newSecret();
  await db.setupToken.deleteMany({ where: { expiresAt: { lt: now() } } });
  await db.setupToken.create({ data: { tokenHash: hashOf(token), expiresAt: minutesFromNow(TOKEN_MINUTES) } });
  const address = new URL(`/setup?token=${token}`, env().NEXTAUTH_URL).href;
  log().warn({ address, minutes: TOKEN_MINUTES }, "Nobody has set this portal up yet. Open this address to begin");
}

/**
 * Makes this portal an organisation's, and whoever asks its first administrator. Answers that person's id.
 * Happens once: of two people at the same moment one is told that it was done already.
 *
 * @throws Failure `invalid` when the token is not, or no longer, the one in the server's log
 * @throws Failure `conflict` when it has been set up
 */
export const foundOrganisation = (input: z.output<typeof setUpInput>): Promise<string> =>
  transaction(async (tx) => {
    const { token, organisation, timeZone, locale, name, email } = input;
    // One after the other: everybody ends by taking all tokens away, and would wait for somebody who waits for them.
    await tx.$queryRaw`select token_hash from setup_token order by token_hash for update`;
    const { count: spent } = await tx.setupToken.deleteMany({
      where: { tokenHash: hashOf(token), expiresAt: { gt: now() } },
    });
    const data = { name: organisation, timeZone, defaultLocale: locale };
    const { count: founded } = await tx.organisation.createMany({
      data: spent ? [data] : [],
      skipDuplicates: true,
    });
    if (!founded && (await tx.organisation.count())) throw new Failure("conflict", "access.alreadySetUp");
    if (!founded) {
      logSecurity("sign-in failed", "access.setupTokenNotValid");
      throw new Failure("invalid", "validation.checkFields", { token: "access.setupTokenNotValid" });
    }

    const roles = { create: [{ role: "administrator" as const }, { role: "employee" as const }] };
    const { id } = await tx.person.create({ data: { name, email, locale, roles } });
    await tx.setupToken.deleteMany();
    await record(tx, { id, via: "web" }, organisationSetUp, id, { organisation });
    return id;
  });

/** Sets the portal up, and signs its first administrator in. */
export async function setUp(_visitor: null, input: z.output<typeof setUpInput>): Promise<void> {
  await countForNetwork("failures");
  await openSession(await foundOrganisation(input), "setup");
}
