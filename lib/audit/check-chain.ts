import { db } from "../platform/db/client";
import { log } from "../platform/log";
import { verifyChain } from "./verify-chain";

/**
 * Checks the whole chain and writes down what came of it, for administrators to see. Its newest hash goes to the server's
 * log: kept elsewhere, it shows if everything here were ever written anew.
 */
export async function checkChain(): Promise<void> {
  const { fault, seals, events, hash } = await verifyChain();
  await db.chainCheck.create({
    data: { seals, events, fault: fault?.kind ?? null, faultSeal: fault?.seal ?? null },
  });
  const chain = { seals: Number(seals), events: Number(events), hash };
  if (fault) log().error({ chain, fault: fault.kind, seal: Number(fault.seal) }, "the audit chain is broken");
  else log().info({ chain }, "the audit chain holds");
}
