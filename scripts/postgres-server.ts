import { spawn } from "node:child_process";
import { existsSync, openSync, readFileSync, rmSync } from "node:fs";
import { createServer } from "node:net";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { Client } from "pg";
import { isAlive, isRunning } from "./is-running";
import type { RunAs } from "./run-as";
import { Trouble } from "./trouble";

const START_TIMEOUT_MS = 60_000;
const STOP_TIMEOUT_MS = 30_000;

/** A port that nobody listens on right now. */
export const freePort = (): Promise<number> =>
  new Promise((done, fail) => {
    const server = createServer().once("error", fail);
    server.listen(0, "127.0.0.1", () => {
      const address = server.address();
      server.close(() => (address && typeof address === "object" ? done(address.port) : fail(new Error("no port"))));
    });
  });

/** A PostgreSQL server that runs. */
export type Running = { pid: number; port: number };

/** The server that already runs on this folder; the lock file of one that was killed is taken away. */
export function runningIn(cluster: string): Running | undefined {
  const lock = join(cluster, "postmaster.pid");
  if (!existsSync(lock)) return undefined;
  const [pid, , , port] = readFileSync(lock, "utf8").split("\n");
  if (pid && port && isRunning(Number(pid), "postgres")) return { pid: Number(pid), port: Number(port) };
  rmSync(lock, { force: true });
  return undefined;
}

/** The program, the user it runs as where that is another one than ours, and settings besides the usual ones. */
export type Program = { postgres: string; as: RunAs | undefined; settings: string[] };

async function spawnServer(dataDir: string, { postgres, as, settings }: Program): Promise<Running> {
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
    ...settings.flatMap((setting) => ["-c", setting]),
  ];
  // In a process group of its own: Ctrl-C reaches us first, and the portal can finish before its database goes.
  const server = spawn(command, options, { detached: true, stdio: ["ignore", log, log], cwd: "/" });
  server.unref();
  if (!server.pid)
    throw new Trouble(`PostgreSQL could not be started: ${postgres} is missing or cannot be run. Try "npm install".`);
  return { pid: server.pid, port };
}

const tail = (file: string): string =>
  existsSync(file) ? readFileSync(file, "utf8").trimEnd().split("\n").slice(-8).join("\n") : "";

/** Waits until the server answers. @throws Trouble with the end of its log when it ends instead */
export async function untilReady(url: string, running: Running, dataDir: string): Promise<void> {
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

/** After a server was killed its helpers hold its memory until they notice, which takes them a second or two. */
const STILL_HELD = /pre-existing shared memory/;

/**
 * Starts the server of a data folder on a port of its own, and waits until it answers.
 *
 * @param address of a database to ask, by port
 */
export async function launch(dataDir: string, program: Program, address: (port: number) => string): Promise<Running> {
  for (let attempt = 1; ; attempt++) {
    const running = await spawnServer(dataDir, program);
    try {
      await untilReady(address(running.port), running, dataDir);
      return running;
    } catch (error) {
      if (attempt === 10 || !STILL_HELD.test((error as Error).message)) throw error;
      await sleep(1_000);
    }
  }
}

/** Ends a server; what it was told to keep is on the disk. */
export async function stopServer({ pid }: Running): Promise<void> {
  if (!isAlive(pid)) return;
  process.kill(pid, "SIGINT");
  const deadline = Date.now() + STOP_TIMEOUT_MS;
  while (isAlive(pid) && Date.now() < deadline) await sleep(50);
}
