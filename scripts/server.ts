import { type ChildProcess, spawn } from "node:child_process";
import { setTimeout as sleep } from "node:timers/promises";
import { SERVER } from "./build-once";
import { Trouble } from "./trouble";

/** The built portal, running: its process, and how to end it. */
export type Server = { pid: number; ended: Promise<unknown>; stop(): Promise<void> };

const STOP_TIMEOUT_MS = 15_000;

/**
 * Node would let its heap grow to gigabytes before it looks for what is no longer needed. The portal needs some 100 MB;
 * with these limits it stays under 350 MB in all while it answers as fast as it can (`npm run bench`), and a request that
 * runs wild ends before the machine does.
 */
const MEMORY = ["--max-old-space-size=320", "--max-semi-space-size=16"];

const endOf = (child: ChildProcess): Promise<void> =>
  new Promise((done) => (child.exitCode !== null || child.signalCode ? done() : child.once("exit", () => done())));

async function stop(child: ChildProcess): Promise<void> {
  child.kill("SIGTERM");
  // A reader's open connection must not keep us for ever.
  const timer = setTimeout(() => child.kill("SIGKILL"), STOP_TIMEOUT_MS);
  await endOf(child);
  clearTimeout(timer);
}

/**
 * Starts the built portal.
 *
 * @param env its settings, besides this process's own
 * @param program what runs; the built portal unless told otherwise
 */
export function startServer(port: number, host: string, env: Record<string, string>, program = SERVER): Server {
  // In a process group of its own: Ctrl-C reaches only us, and we end things in their order.
  const child = spawn(process.execPath, [...MEMORY, program], {
    env: { ...process.env, ...env, NODE_ENV: "production", PORT: String(port), HOSTNAME: host },
    stdio: ["ignore", "inherit", "inherit"],
    detached: true,
  });
  return { pid: child.pid ?? 0, ended: endOf(child), stop: () => stop(child) };
}

/** Waits until the portal can serve. @throws Trouble when it ends instead */
export async function untilReady(port: number, server: Server, path = "/api/ready"): Promise<void> {
  let over = false;
  void server.ended.then(() => {
    over = true;
  });
  for (;;) {
    if (over) throw new Trouble("The portal's server ended at once; its own words stand above.");
    const signal = AbortSignal.timeout(5_000);
    const answer = await fetch(`http://127.0.0.1:${port}${path}`, { signal }).catch(() => undefined);
    if (answer?.ok) return;
    await sleep(50);
  }
}
