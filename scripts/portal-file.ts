import { existsSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";

/** What a running portal tells the other scripts about itself. */
export type RunningPortal = { supervisor: number; server: number; url: string; database: string };

const fileIn = (dataDir: string) => join(dataDir, "portal.json");

/** Whether a process is there and is what we think it is, not a stranger that got its number. */
export function isRunning(pid: number, words: string): boolean {
  try {
    process.kill(pid, 0);
    const command = `/proc/${pid}/cmdline`;
    return !existsSync(command) || readFileSync(command, "utf8").includes(words);
  } catch {
    return false;
  }
}

/** What the last portal on this data folder said of itself; it may be gone by now. */
export function readPortal(dataDir: string): RunningPortal | undefined {
  try {
    return JSON.parse(readFileSync(fileIn(dataDir), "utf8")) as RunningPortal;
  } catch {
    return undefined;
  }
}

/** The portal that runs on this data folder now. */
export function runningPortal(dataDir: string): RunningPortal | undefined {
  const portal = readPortal(dataDir);
  return portal && isRunning(portal.supervisor, "scripts") ? portal : undefined;
}

export const writePortal = (dataDir: string, portal: RunningPortal): void =>
  writeFileSync(fileIn(dataDir), JSON.stringify(portal));

export const forgetPortal = (dataDir: string): void => rmSync(fileIn(dataDir), { force: true });
