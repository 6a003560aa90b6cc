import { spawn } from "node:child_process";
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { setTimeout as sleep } from "node:timers/promises";

/** A second portal on the same database, set up as a test wants it. */
export type Portal = { url: string; lines: string[]; stop(): Promise<void> };

const freePort = () =>
  new Promise<number>((done) => {
    const server = createServer().listen(0, "127.0.0.1", () => {
      const { port } = server.address() as { port: number };
      server.close(() => done(port));
    });
  });

/** A copy of the build that a test may change; what is large in it stays where it is. */
function copyOfBuild(): { folder: string; remove(): void } {
  const folder = mkdtempSync(join(tmpdir(), "tormenta-build-"));
  const isLarge = (path: string) => path.includes("/static/") || path.endsWith(".map");
  cpSync(".next/standalone", folder, { recursive: true, verbatimSymlinks: true, filter: (path) => !isLarge(path) });
  return { folder, remove: () => rmSync(folder, { recursive: true, force: true }) };
}

/**
 * Starts the build once more.
 *
 * @param env its settings, besides those of the portal that all tests share
 * @param folder a copy of the build, if not the build itself
 */
export async function startPortal(env: Record<string, string> = {}, folder = ".next/standalone"): Promise<Portal> {
  const port = await freePort();
  const url = `http://localhost:${port}`;
  const child = spawn(process.execPath, ["server.js"], {
    cwd: folder,
    env: {
      ...process.env,
      NEXTAUTH_URL: url,
      ...env,
      NODE_ENV: "production",
      PORT: String(port),
      HOSTNAME: "127.0.0.1",
    },
    stdio: ["ignore", "pipe", "pipe"],
  });
  const lines: string[] = [];
  for (const stream of [child.stdout, child.stderr]) createInterface(stream).on("line", (line) => lines.push(line));
  const ended = new Promise<void>((done) => child.once("exit", () => done()));
  while (!(await fetch(`http://127.0.0.1:${port}/api/ready`).catch(() => undefined))?.ok) {
    if (child.exitCode !== null) throw new Error(`The portal ended:\n${lines.join("\n")}`);
    await sleep(50);
  }
  return {
    url,
    lines,
    stop: () => {
      child.kill("SIGTERM");
      return ended;
    },
  };
}

/** Lets `work` ask a portal that has lost its proxy.ts; makes sure that it really has. */
export async function withPortalWithoutProxy(work: (portal: string) => Promise<void>): Promise<void> {
  const { folder, remove } = copyOfBuild();
  const server = join(folder, ".next/server");
  const manifest = JSON.parse(readFileSync(join(server, "middleware-manifest.json"), "utf8"));
  const none = { middleware: {}, sortedMiddleware: [], functions: {} };
  writeFileSync(join(server, "middleware-manifest.json"), JSON.stringify({ ...manifest, ...none }));
  writeFileSync(join(server, "functions-config-manifest.json"), JSON.stringify({ version: 1, functions: {} }));
  rmSync(join(server, "middleware.js"), { force: true });
  const portal = await startPortal({}, folder);
  try {
    // Only proxy.ts says in words what is wrong with a form from another site.
    const fromElsewhere = { method: "POST", headers: { origin: "https://evil.example" }, body: new FormData() };
    const said = await (await fetch(`${portal.url}/sign-in`, fromElsewhere)).text();
    if (said.includes("did not come from")) throw new Error("This portal still has its proxy.ts.");
    await work(portal.url);
  } finally {
    await portal.stop();
    remove();
  }
}
