import { readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { isRunning } from "./is-running";

/** What a running portal tells the other scripts about itself. */
export type RunningPortal = { supervisor: number; server: number; url: string; database: string };

const fileIn = (dataDir: string) => join(dataDir, "portal.json");

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
