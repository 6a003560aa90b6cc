import { spawnSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { db } from "@/lib/platform/db/client";
import { env } from "@/lib/platform/env";
import { fileOf } from "./importing";

/** What the person at the keyboard sees. */
function runImport(...options: string[]): { code: number | null; words: string } {
  const { status, stderr } = spawnSync(
    process.execPath,
    ["--import", "tsx", "scripts/import.ts", ...options, "--database-url", env().DATABASE_URL],
    // As in a shell: none of the portal's own settings is there.
    { encoding: "utf8", env: { PATH: process.env.PATH, NODE_ENV: "test", LC_ALL: "es_ES.UTF-8" } },
  );
  return { code: status, words: stderr };
}

const petitions = fileOf(
  [
    "id,title,body,created_at,signature_count,signatures_needed,signature_threshold,status",
    "a,Plant trees,Many,2012-01-01 10:00:00,5,0,10,Closed",
    "b,,Nothing,2012-01-01 10:00:00,5,0,10,Closed",
  ].join("\n"),
);

it("tries, imports, and writes down what it refused, in the language of the terminal", async () => {
  const rejects = `${petitions}.rejects.csv`;
  const tried = runImport(petitions, "--dry-run", "--rejects", `${petitions}.tried.csv`);
  const before = await db.idea.count();
  const done = runImport(petitions, "--rejects", rejects);

  expect([tried.code, done.code, before]).toEqual([0, 0, 0]);
  expect(tried.words).toContain("2 leídas = 1 creadas + 0 actualizadas + 0 sin cambios + 1 rechazadas");
  expect(done.words).toContain("2 leídas = 1 creadas + 0 actualizadas + 0 sin cambios + 1 rechazadas");
  expect(readFileSync(rejects, "utf8")).toContain('3,"b","No tiene título."');
  expect(existsSync(`${petitions}.tried.csv`)).toBe(true);
  expect(await db.idea.count()).toBe(1);
}, 60_000);

it("says in words what is wrong with what it was asked", () => {
  const { code, words } = runImport("no-such-file.csv");

  expect(code).toBe(1);
  expect(words).toContain("No se puede leer no-such-file.csv");
  expect(words).not.toContain("    at ");
}, 60_000);
