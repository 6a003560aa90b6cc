import { db } from "./db/client";
import { env } from "./env";

const loopback = new Set(["localhost", "127.0.0.1", "[::1]"]);

/**
 * Whether this is the demo, in which anybody may be any of its people. Three things that never come together by
 * accident must hold: the setting, a database that the demo loader filled, and an address only this machine can reach.
 */
export async function isDemo(): Promise<boolean> {
  const { TORMENTA_DEMO, NEXTAUTH_URL } = env();
  if (!TORMENTA_DEMO || !loopback.has(new URL(NEXTAUTH_URL).hostname)) return false;
  return (await db.organisation.count({ where: { demo: true } })) > 0;
}
