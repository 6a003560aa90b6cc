import { spawnSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";

/** Whether there is a process with this number, whoever it belongs to. */
export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === "EPERM";
  }
}

/** What a process calls itself. Asks the kernel where that is possible: slim machines lack `ps`. */
function commandOf(pid: number): string {
  const file = `/proc/${pid}/cmdline`;
  if (existsSync(file)) return readFileSync(file, "utf8");
  return spawnSync("ps", ["-o", "args=", "-p", String(pid)], { encoding: "utf8" }).stdout ?? "";
}

/** Whether a process is there and calls itself by `words`: not a stranger that got its old number. */
export const isRunning = (pid: number, words: string): boolean => isAlive(pid) && commandOf(pid).includes(words);
