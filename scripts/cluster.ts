import { chmodSync, existsSync, statSync } from "node:fs";
import { join, resolve } from "node:path";
import { escapeIdentifier, escapeLiteral } from "pg";
import { initialise, passwordIn, prepareFolder, programs, READABLE } from "./cluster-folder";
import { launch, runningIn, stopServer, untilReady } from "./postgres-server";
import { runAs } from "./run-as";
import { withClient } from "./with-client";

/** A PostgreSQL server that lives in a data folder of ours. */
export type Cluster = {
  /** Whether it was running already when we came. */
  adopted: boolean;
  /** The address of one of its databases, for its owner. */
  url(database: string): string;
  /** The same for the server's own administrator. */
  adminUrl(database: string): string;
  /** Creates a database unless it is there, as a copy of `template` if one is named. */
  ensureDatabase(database: string, template?: string): Promise<string>;
  dropDatabase(database: string): Promise<void>;
  stop(): Promise<void>;
};

/** The portal's own role: owns its databases, and nothing else on the server. */
async function ensureOwner(admin: string, password: string): Promise<void> {
  await withClient(admin, async (client) => {
    const { rowCount } = await client.query("select from pg_roles where rolname = 'tormenta'");
    if (!rowCount) await client.query(`create role tormenta login createdb password ${escapeLiteral(password)}`);
  });
}

/**
 * Starts the embedded PostgreSQL of a data folder, creating it if need be, or joins the one that already runs there.
 *
 * @param settings of the server besides our usual ones, as `name=value`; one that runs already keeps its own
 * @throws Trouble with a message for the person at the keyboard: no space, no right to write, no server for this system
 */
export async function startCluster(folder: string, settings: string[] = []): Promise<Cluster> {
  const dataDir = resolve(folder);
  prepareFolder(dataDir);
  const { initdb, postgres } = programs();
  const home = join(dataDir, "postgres");
  const password = passwordIn(dataDir);
  const address = (port: number, user: string, database: string) =>
    `postgresql://${user}:${encodeURIComponent(password)}@127.0.0.1:${port}/${encodeURIComponent(database)}`;

  const found = runningIn(home);
  let running = found;
  if (!running) {
    const user = runAs([postgres, join(dataDir, READABLE)], existsSync(home) ? statSync(home) : undefined);
    if (!existsSync(join(home, "PG_VERSION"))) initialise(dataDir, initdb, password, user);
    chmodSync(home, 0o700);
    running = await launch(dataDir, { postgres, as: user, settings }, (port) => address(port, "postgres", "postgres"));
  }
  const server = running;
  const admin = address(server.port, "postgres", "postgres");
  if (found) await untilReady(admin, server, dataDir);
  await ensureOwner(admin, password);

  const url = (database: string) => address(server.port, "tormenta", database);
  return {
    adopted: Boolean(found),
    url,
    adminUrl: (database) => address(server.port, "postgres", database),
    ensureDatabase: async (database, template = "template0") => {
      await withClient(admin, async (client) => {
        const { rowCount } = await client.query("select from pg_database where datname = $1", [database]);
        if (rowCount) return;
        const [name, original] = [database, template].map(escapeIdentifier);
        await client.query(`create database ${name} owner tormenta template ${original}`);
      });
      return url(database);
    },
    dropDatabase: (database) =>
      withClient(admin, async (client) => {
        await client.query(`drop database if exists ${escapeIdentifier(database)} with (force)`);
      }),
    stop: () => stopServer(server),
  };
}
