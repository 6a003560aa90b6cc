import { type ChildProcess, spawn } from "node:child_process";
import { createServer } from "node:net";
import { setTimeout as sleep } from "node:timers/promises";
import { SERVER } from "./build-once";
import { dataDir } from "./places";
import { forgetPortal, isRunning, readPortal, runningPortal, writePortal } from "./portal-file";
import { atEnd, say } from "./say";
import { Trouble } from "./trouble";

/** A portal that is about to be served. */
export type Served = { port: number; host: string; database: string; url: string; env: Record<string, string> };

const STOP_TIMEOUT_MS = 15_000;

const isFree = (port: number, host: string): Promise<boolean> =>
  new Promise((done) => {
    const server = createServer().once("error", () => done(false));
    server.listen(port, host, () => server.close(() => done(true)));
  });

/**
 * Makes sure that this portal can be served here, before anything long begins. A server that a killed run left behind
 * is ended.
 *
 * @throws Trouble when another portal runs on this data folder, or something else holds the port
 */
export async function requirePlace(port: number, host: string): Promise<void> {
  const running = runningPortal(dataDir());
  if (running)
    throw new Trouble(
      `Tormenta is running already: ${running.url}\nStop it first (Ctrl-C where it runs), or set DATA_DIR and PORT to run another one.`,
    );

  const orphan = readPortal(dataDir());
  if (orphan && isRunning(orphan.server, "next-server")) {
    say("An earlier run was cut off; ending the server it left behind.");
    process.kill(orphan.server, "SIGTERM");
    for (let waited = 0; isRunning(orphan.server, "next-server") && waited < STOP_TIMEOUT_MS; waited += 100)
      await sleep(100);
  }
  if (!(await isFree(port, host))) {
    throw new Trouble(
      `Port ${port} is taken by another program. Choose another one, for example: PORT=${port + 1} npm run …`,
    );
  }
}

async function untilReady(port: number, server: ChildProcess): Promise<void> {
  for (;;) {
    if (server.exitCode !== null) throw new Trouble("The portal's server ended at once; its own words stand above.");
    const answer = await fetch(`http://127.0.0.1:${port}/api/ready`, { signal: AbortSignal.timeout(5_000) }).catch(
      () => undefined,
    );
    if (answer?.ok) return;
    await sleep(50);
  }
}

const ended = (server: ChildProcess): Promise<void> =>
  new Promise((done) => (server.exitCode !== null || server.signalCode ? done() : server.once("exit", () => done())));

async function stop(server: ChildProcess): Promise<void> {
  server.kill("SIGTERM");
  // A reader's open connection must not keep us for ever.
  const timer = setTimeout(() => server.kill("SIGKILL"), STOP_TIMEOUT_MS);
  await ended(server);
  clearTimeout(timer);
}

/**
 * Serves the portal for as long as its server runs; stopping it is left to the end of the script.
 *
 * @param whenUp called once people can come in
 */
export async function serve(portal: Served, whenUp: () => void): Promise<void> {
  // In a process group of its own: Ctrl-C reaches only us, and we end things in their order.
  const server = spawn(process.execPath, [SERVER], {
    env: { ...process.env, ...portal.env, NODE_ENV: "production", PORT: String(portal.port), HOSTNAME: portal.host },
    stdio: ["ignore", "inherit", "inherit"],
    detached: true,
  });
  writePortal(dataDir(), {
    supervisor: process.pid,
    server: server.pid ?? 0,
    url: portal.url,
    database: portal.database,
  });
  atEnd(async () => {
    await stop(server);
    forgetPortal(dataDir());
  });
  await untilReady(portal.port, server);
  whenUp();
  await ended(server);
  throw new Trouble("The portal's server ended by itself; its own words stand above.");
}
