import { spawn } from "node:child_process";
import { createHash } from "node:crypto";
import { cpSync, existsSync, globSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { step } from "./say";
import { Trouble } from "./trouble";

const SOURCES = ["app/**/*", "components/**/*", "lib/**/*", "prisma/schema/*", "*.{ts,js,mjs,json}"];
const STAMP = ".next/tormenta-sources";

/** The server that a build makes; it needs nothing else but the data. */
export const SERVER = ".next/standalone/server.js";

/** What a build is made from, as one hash: the same sources are never built twice. */
function sourcesDigest(): string {
  const hash = createHash("sha256");
  const files = SOURCES.flatMap((pattern) => globSync(pattern, { withFileTypes: true })).filter((entry) =>
    entry.isFile(),
  );
  for (const path of files.map((file) => join(file.parentPath, file.name)).sort()) {
    if (!path.includes("next-env.d.ts") && !path.includes("tsbuildinfo")) hash.update(path).update(readFileSync(path));
  }
  return hash.digest("hex");
}

const run = (args: string[]): Promise<void> =>
  new Promise((done, fail) => {
    const child = spawn(process.execPath, args, {
      env: { ...process.env, NODE_ENV: "production" },
      stdio: ["ignore", "pipe", "pipe"],
    });
    let words = "";
    for (const stream of [child.stdout, child.stderr]) {
      stream.on("data", (data) => {
        words += data;
      });
    }
    child.on("close", (code) =>
      code === 0 ? done() : fail(new Trouble(`The build failed:\n\n${words.trim().split("\n").slice(-40).join("\n")}`)),
    );
  });

/** Builds the portal for production, unless that was done already from exactly these sources. */
export async function buildOnce(): Promise<void> {
  const digest = sourcesDigest();
  if (existsSync(SERVER) && existsSync(STAMP) && readFileSync(STAMP, "utf8") === digest) return;

  await step("Building the portal (about a minute)", async () => {
    rmSync(STAMP, { force: true });
    await run(["node_modules/next/dist/bin/next", "build"]);
    // The standalone server serves these itself, but the build leaves them to a CDN.
    cpSync(".next/static", ".next/standalone/.next/static", { recursive: true });
    writeFileSync(STAMP, digest);
  });
}
