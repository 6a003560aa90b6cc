import { spawn } from "node:child_process";
import { once } from "node:events";
import { db } from "@/lib/platform/db/client";
import { importPath } from "./importing";

const FILE = "demo/opengov-ideas.csv.gz";

/** Begins an import in a process of its own and kills it, as a power cut would, after its first batch. */
async function importAndKill(): Promise<void> {
  const child = spawn(
    process.execPath,
    ["--import", "tsx", "__tests__/lib/transfer/interrupted-import.ts", FILE, "opengov-ideas"],
    {
      env: process.env,
      stdio: ["ignore", "pipe", "inherit"],
    },
  );
  await Promise.race([once(child.stdout, "data"), once(child, "exit")]);
  child.kill("SIGKILL");
  await once(child, "close");
}

it("goes on after its last whole batch when it was killed, and ends where it would have ended", async () => {
  await importAndKill();
  const [killed] = await db.importRun.findMany();
  const imported = await db.idea.count();
  let resumedAfter = 0;
  const { figures } = await importPath(FILE, "opengov-ideas", { onResume: (row) => (resumedAfter = row) });

  expect(killed).toMatchObject({ read: 500, created: 500, finishedAt: null });
  expect([imported, resumedAfter]).toEqual([500, 500]);
  expect(figures).toEqual({ read: 765, created: 765, updated: 0, unchanged: 0, rejected: 0 });
  expect(await db.idea.count()).toBe(765);
}, 60_000);

it("does not let two imports of one source run at once", async () => {
  let refused: unknown;
  await importPath(FILE, "opengov-ideas", {
    beforeEnd: async () => {
      refused = await importPath(FILE, "opengov-ideas").catch((error: unknown) => error);
    },
  });

  expect(refused).toMatchObject({ reason: "transfer.alreadyRunning" });
});
