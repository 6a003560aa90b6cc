import { randomBytes } from "node:crypto";
import { migrate } from "../prisma/migrate";
import { startCluster } from "./cluster";
import { dataDir, port } from "./places";
import { runningPortal } from "./portal-file";
import { atEnd } from "./say";
import { Trouble } from "./trouble";

/** A database that is up, and how to let go of it: an embedded server that was started for it stops again. */
export type OpenDatabase = { url: string; close(): Promise<void> };

export const REAL = "tormenta";
export const DEMO = "tormenta_demo";

/**
 * The portal's database with the newest schema: the one DATABASE_URL names, or the embedded one, joined where it runs
 * already and started where it does not.
 *
 * @param name of the database on the embedded server; without it the running portal's, else the real one's
 */
export async function openDatabase(name?: string): Promise<OpenDatabase> {
  const given = process.env.DATABASE_URL;
  if (given) {
    await migrated(given);
    return { url: given, close: async () => undefined };
  }
  const cluster = await startCluster(dataDir());
  const url = await cluster.ensureDatabase(name ?? runningPortal(dataDir())?.database ?? REAL);
  await migrated(url);
  return { url, close: async () => (cluster.adopted && runningPortal(dataDir()) ? undefined : cluster.stop()) };
}

/**
 * The portal's database for a command that uses parts of the portal, which may be imported from then on; the command lets
 * go of it when it ends.
 *
 * @param name as for `openDatabase`
 */
export async function openForCommand(name?: string): Promise<void> {
  const { url, close } = await openDatabase(name);
  atEnd(close);
  process.env.DATABASE_URL = url;
  process.env.NEXTAUTH_URL ||= runningPortal(dataDir())?.url ?? `http://localhost:${port()}`;
  // Nothing that a command makes is signed with it, but no part of the portal starts without one.
  process.env.NEXTAUTH_SECRET ||= randomBytes(32).toString("base64url");
  const { disconnect } = await import("../lib/platform/db/client");
  atEnd(disconnect);
}

async function migrated(url: string): Promise<void> {
  try {
    await migrate(url);
  } catch (error) {
    const { code, message } = error as { code?: string; message: string };
    if (message.startsWith("Migration")) throw new Trouble(message);
    throw new Trouble(`The database ${new URL(url).pathname.slice(1)} cannot be used: ${message || code}`);
  }
}
