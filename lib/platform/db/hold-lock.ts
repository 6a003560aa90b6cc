import { Client } from "pg";
import { env } from "../env";
import { log } from "../log";

/** A lock that no other process holds, for as long as `lost` is not aborted. */
export type HeldLock = { lost: AbortSignal; release: () => Promise<void> };

/** Without these PostgreSQL would take hours to notice that the machine of whoever holds a lock is gone. */
const noticeLoss = "-c tcp_keepalives_idle=20 -c tcp_keepalives_interval=5 -c tcp_keepalives_count=3";

/**
 * Takes the lock of that name, which one process at a time can have on a database; null if another one has it.
 *
 * It hangs on a connection of its own, so that it is free again the moment its holder dies, and on nothing else.
 */
export async function holdLock(name: string): Promise<HeldLock | null> {
  const client = new Client({
    connectionString: env().DATABASE_URL,
    connectionTimeoutMillis: 3_000,
    keepAlive: true,
    options: noticeLoss,
  });
  const lost = new AbortController();
  client.on("error", (error) => log().warn({ err: error, lock: name }, "lock lost"));
  client.on("end", () => lost.abort());
  try {
    await client.connect();
    const { rows } = await client.query<{ isOurs: boolean }>(
      `select pg_try_advisory_lock(hashtextextended($1, 0)) as "isOurs"`,
      [name],
    );
    if (rows[0]?.isOurs) return { lost: lost.signal, release: () => client.end() };
  } catch (error) {
    await client.end().catch(() => undefined);
    throw error;
  }
  await client.end();
  return null;
}
