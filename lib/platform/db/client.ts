import { PrismaPg } from "@prisma/adapter-pg";
import { Pool } from "pg";
import { env } from "../env";
import { PrismaClient } from "./generated/client";

export { Prisma } from "./generated/client";

/** What runs statements: the pool, or one transaction of it. */
export type Db = Omit<PrismaClient, "$connect" | "$disconnect" | "$on" | "$transaction" | "$extends" | "$use">;

const held = globalThis as typeof globalThis & { tormentaDb?: PrismaClient; tormentaPool?: Pool };

const open = () =>
  new Pool({
    connectionString: env().DATABASE_URL,
    max: env().DATABASE_POOL,
    // Without a limit an exhausted pool makes every request wait for ever.
    connectionTimeoutMillis: 3_000,
    idleTimeoutMillis: 60_000,
    options: "-c statement_timeout=15s -c lock_timeout=5s -c idle_in_transaction_session_timeout=30s",
  });

/** The connections themselves, for libraries that bring statements of their own. */
export function pool(): Pool {
  held.tormentaPool ??= open();
  return held.tormentaPool;
}

const connect = () => new PrismaClient({ adapter: new PrismaPg(pool(), { disposeExternalPool: true }) });

/** The connection to the database, opened at first use; one per process, also while the development server reloads. */
function client(): PrismaClient {
  held.tormentaDb ??= connect();
  return held.tormentaDb;
}

/** The database. Only `lib/` may import it: pages and components get data from queries. */
export const db = new Proxy({} as PrismaClient, { get: (_, name) => Reflect.get(client(), name) });

/** Closes all connections of this process. */
export async function disconnect(): Promise<void> {
  await held.tormentaDb?.$disconnect();
  held.tormentaDb = undefined;
  held.tormentaPool = undefined;
}

/** How often a transaction that lost a race against another one is tried again. */
const RETRIES = 3;

/** Whether PostgreSQL ended the transaction for being in another one's way: nothing was written, trying again is safe. */
function lostRace(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  const code = "code" in error ? error.code : undefined;
  return code === "P2034" || (code === "P2010" && /TransactionWriteConflict|40P01|40001/.test(error.message));
}

/**
 * Runs `work` so that all of it happens or nothing; deadlocks and write conflicts are tried again.
 *
 * @param timeout in milliseconds; more than ten seconds only for what nobody waits for
 */
export async function transaction<T>(work: (tx: Db) => Promise<T>, timeout = 10_000): Promise<T> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await db.$transaction(work, { maxWait: 3_000, timeout });
    } catch (error) {
      if (attempt > RETRIES || !lostRace(error)) throw error;
    }
  }
}
