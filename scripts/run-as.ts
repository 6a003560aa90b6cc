import { spawnSync } from "node:child_process";
import { Trouble } from "./trouble";

const SERVER_USER = "tormenta";

/** The user that the database server runs as, and the command line that makes a program run as it. */
export type RunAs = { uid: number; gid: number; prefix: string[] };

const idOf = (flag: "-u" | "-g") => {
  const { status, stdout } = spawnSync("id", [flag, SERVER_USER], { encoding: "utf8" });
  return status === 0 ? Number(stdout) : undefined;
};

function createUser(): void {
  const { status, stderr, error } = spawnSync(
    "useradd",
    [
      "--system",
      "--user-group",
      "--no-create-home",
      "--home-dir",
      "/nonexistent",
      "--shell",
      "/usr/sbin/nologin",
      SERVER_USER,
    ],
    { encoding: "utf8" },
  );
  if (status !== 0) {
    throw new Trouble(
      `PostgreSQL refuses to run as root, and the user "${SERVER_USER}" for it could not be made (${(error?.message ?? stderr).trim()}).\n` +
        "Start Tormenta as an ordinary user, or set DATABASE_URL to a PostgreSQL server of yours.",
    );
  }
}

function serverUser(): { uid: number; gid: number } {
  if (idOf("-u") === undefined) createUser();
  const uid = idOf("-u");
  const gid = idOf("-g");
  if (uid === undefined || gid === undefined) throw new Trouble(`The user "${SERVER_USER}" cannot be found.`);
  return { uid, gid };
}

/**
 * How to run the database server: as ourselves, or, since PostgreSQL refuses root, as a user without any rights.
 *
 * Where that user cannot reach a folder that only root may enter, it keeps one single right of root's, to walk through
 * folders and read, so that data and programs can stay where they are.
 *
 * @param paths what the server must be able to reach: its programs and its data folder
 * @param owner whose the data already is: PostgreSQL serves nobody else's
 * @returns undefined when we are not root and nothing needs to change
 */
export function runAs(paths: string[], owner?: { uid: number; gid: number }): RunAs | undefined {
  if (process.getuid?.() !== 0) return undefined;
  const { uid, gid } = owner && owner.uid !== 0 ? owner : serverUser();

  const plain = ["setpriv", `--reuid=${uid}`, `--regid=${gid}`, "--clear-groups"];
  // Containers often hold back the first of the two. The secure bit makes access(2), which PostgreSQL asks, count them.
  const walking = ["dac_read_search", "dac_override"].map((right) => [
    ...plain,
    `--inh-caps=+${right}`,
    `--ambient-caps=+${right}`,
    "--securebits=+no_setuid_fixup",
  ]);
  for (const prefix of [plain, ...walking]) {
    const [command = "", ...options] = prefix;
    const reaches = paths.every(
      (path) => spawnSync(command, [...options, "test", "-r", path], { cwd: "/" }).status === 0,
    );
    if (reaches) return { uid, gid, prefix };
  }
  throw new Trouble(
    `The database server's user (number ${uid}) cannot reach ${paths.join(" and ")}.\n` +
      "Move the checkout to a folder that others may enter, or set DATA_DIR to one, or start as an ordinary user.",
  );
}
