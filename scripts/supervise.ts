import { createServer } from "node:net";
import { setTimeout as sleep } from "node:timers/promises";
import { isRunning } from "./is-running";
import { dataDir } from "./places";
import { forgetPortal, readPortal, runningPortal, writePortal } from "./portal-file";
import { atEnd, say } from "./say";
import { startServer, untilReady } from "./server";
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

/**
 * Serves the portal for as long as its server runs; stopping it is left to the end of the script.
 *
 * @param whenUp called once people can come in
 */
export async function serve(portal: Served, whenUp: () => void): Promise<void> {
  const server = startServer(portal.port, portal.host, portal.env);
  writePortal(dataDir(), {
    supervisor: process.pid,
    server: server.pid,
    url: portal.url,
    database: portal.database,
  });
  atEnd(async () => {
    await server.stop();
    forgetPortal(dataDir());
  });
  await untilReady(portal.port, server);
  whenUp();
  await server.ended;
  throw new Trouble("The portal's server ended by itself; its own words stand above.");
}
