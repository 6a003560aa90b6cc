import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Client } from "pg";
import { migrate } from "../../prisma/migrate";
import { type Cluster, startCluster } from "../../scripts/cluster";

const folder = mkdtempSync(join(tmpdir(), "tormenta-cluster-"));
let cluster: Cluster;

// Making a cluster writes a thousand files; a busy disk takes its time.
jest.setTimeout(120_000);

async function ask(url: string, sql: string): Promise<unknown[]> {
  const client = new Client({ connectionString: url });
  await client.connect();
  const { rows } = await client.query(sql);
  await client.end();
  return rows;
}

beforeAll(async () => {
  cluster = await startCluster(folder);
});

afterAll(async () => {
  await cluster.stop();
  rmSync(folder, { recursive: true, force: true });
});

it("joins the server that already runs on the folder", async () => {
  const again = await startCluster(folder);

  expect(again.adopted).toBe(true);
  expect(again.url("x")).toBe(cluster.url("x"));
});

it("loses nothing when it is killed, and clears the lock that is left", async () => {
  const url = await cluster.ensureDatabase("kept");
  await ask(url, "create table note (words text)");
  await ask(url, "insert into note values ('still here')");
  const lock = join(folder, "postgres/postmaster.pid");
  const pid = Number(readFileSync(lock, "utf8").split("\n")[0]);

  process.kill(pid, "SIGKILL");
  await new Promise((done) => setTimeout(done, 500));
  writeFileSync(lock, `1\n${folder}\n0\n5432\n`);
  cluster = await startCluster(folder);

  expect(cluster.adopted).toBe(false);
  expect(await ask(cluster.url("kept"), "select words from note")).toEqual([{ words: "still here" }]);
});

it("applies each migration once, however many processes migrate at once", async () => {
  const url = await cluster.ensureDatabase("migrated");

  const applied = await Promise.all(Array.from({ length: 5 }, () => migrate(url)));

  expect(applied.flat().sort()).toEqual([...new Set(applied.flat())].sort());
  expect(applied.flat()).toContain("0001_init");
});

it("says in words that a folder cannot be written", async () => {
  await expect(startCluster(join(folder, "README.txt", "below a file"))).rejects.toThrow(
    /cannot be written.*DATA_DIR/s,
  );
});
