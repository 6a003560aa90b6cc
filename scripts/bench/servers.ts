import { cpSync, existsSync, readFileSync, rmSync } from "node:fs";
import { freePort } from "../postgres-server";
import { runTool } from "../run-tool";
import { atEnd, step } from "../say";
import { type Server, startServer, untilReady } from "../server";
import { Trouble } from "../trouble";
import type { Target } from "./load";

/** A server that answers: where, how long it took to be ready, and how much memory it holds. */
export type Answering = Target & { readyMs: number; memory: () => Memory };

/** Resident memory in MB: now, and the most it ever was. */
export type Memory = { now: number; most: number };

const YARDSTICK = "scripts/bench/yardstick";
const STANDALONE = `${YARDSTICK}/.next/standalone/${YARDSTICK}`;

function memoryOf({ pid }: Server): Memory {
  const status = existsSync(`/proc/${pid}/status`) ? readFileSync(`/proc/${pid}/status`, "utf8") : "";
  const megabytes = (name: string) => Number(new RegExp(`${name}:\\s+(\\d+)`).exec(status)?.[1] ?? 0) / 1024;
  return { now: megabytes("VmRSS"), most: megabytes("VmHWM") };
}

/** The kernel counts in hundredths of a second. */
function cpuMsOf({ pid }: Server): number {
  const [, fields = ""] = readFileSync(`/proc/${pid}/stat`, "utf8").split(") ");
  const [user = 0, system = 0] = fields.split(" ").slice(11, 13).map(Number);
  return (user + system) * 10;
}

async function started(env: Record<string, string>, program?: string, path?: string): Promise<Answering> {
  const port = await freePort();
  const from = performance.now();
  const server = startServer(port, "127.0.0.1", { ...env, NEXTAUTH_URL: `http://localhost:${port}` }, program);
  atEnd(server.stop);
  await untilReady(port, server, path);
  const readyMs = performance.now() - from;
  return { url: `http://127.0.0.1:${port}`, readyMs, memory: () => memoryOf(server), cpuMs: () => cpuMsOf(server) };
}

/** The portal in production mode on a database. */
export const startPortal = (databaseUrl: string): Promise<Answering> =>
  started({
    DATABASE_URL: databaseUrl,
    NEXTAUTH_SECRET: "only-for-the-bench-only-for-the-bench",
    LOG_LEVEL: "warn",
    TORMENTA_DEMO: "",
  });

/** An application of the same framework in which there is nothing but the bare things we compare with. */
export async function startYardstick(databaseUrl: string): Promise<Answering> {
  await step("Building the yardsticks", async () => {
    rmSync(`${YARDSTICK}/.next`, { recursive: true, force: true });
    const code = await runTool("node_modules/next/dist/bin/next", ["build", YARDSTICK], { NODE_ENV: "production" });
    if (code !== 0) throw new Trouble("The yardsticks could not be built.");
    cpSync(`${YARDSTICK}/.next/static`, `${STANDALONE}/.next/static`, { recursive: true });
  });
  return started({ DATABASE_URL: databaseUrl }, `${STANDALONE}/server.js`, "/");
}
