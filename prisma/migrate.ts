import { createHash, randomUUID } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { Client } from "pg";

/** Every process that migrates takes this lock first; the number is ours alone and means nothing. */
const MIGRATION_LOCK = 20_261_121;

type Migration = { name: string; sql: string; checksum: string };

/** The migrations of this checkout, oldest first. */
function migrationsIn(folder: string): Migration[] {
  const names = readdirSync(folder, { withFileTypes: true }).filter((entry) => entry.isDirectory());
  return names
    .map(({ name }) => name)
    .sort()
    .map((name) => {
      const sql = readFileSync(join(folder, name, "migration.sql"), "utf8");
      return { name, sql, checksum: createHash("sha256").update(sql).digest("hex") };
    });
}

/** The layout of Prisma's own table, so that `prisma migrate deploy` can take over wherever its engine runs. */
const LEDGER = `
  create table if not exists _prisma_migrations (
    id                  varchar(36) primary key,
    checksum            varchar(64) not null,
    finished_at         timestamptz,
    migration_name      varchar(255) not null,
    logs                text,
    rolled_back_at      timestamptz,
    started_at          timestamptz not null default now(),
    applied_steps_count integer not null default 0
  )`;

async function apply(client: Client, { name, sql, checksum }: Migration): Promise<void> {
  await client.query("begin");
  try {
    // Waiting long for a lock would stop the whole portal behind us: rather fail, and be run again.
    await client.query("set local lock_timeout = '5s'");
    await client.query(sql);
    await client.query(
      `insert into _prisma_migrations (id, checksum, finished_at, migration_name, applied_steps_count)
       values ($1, $2, now(), $3, 1)`,
      [randomUUID(), checksum, name],
    );
    await client.query("commit");
  } catch (error) {
    await client.query("rollback");
    throw new Error(`Migration ${name} failed and changed nothing: ${(error as Error).message}`);
  }
}

/**
 * Brings a database up to this checkout's schema. Any number of processes may call it at once: each migration is
 * applied exactly once, whole or not at all.
 *
 * @returns the names of the migrations that were applied just now
 * @throws when a migration fails, or when one that was applied before reads differently today
 */
export async function migrate(
  databaseUrl: string,
  folder = join(process.cwd(), "prisma/migrations"),
): Promise<string[]> {
  const client = new Client({ connectionString: databaseUrl });
  await client.connect();
  try {
    await client.query("select pg_advisory_lock($1)", [MIGRATION_LOCK]);
    await client.query(LEDGER);
    const { rows } = await client.query<{ name: string; checksum: string }>(
      "select migration_name as name, checksum from _prisma_migrations where finished_at is not null",
    );
    const applied = new Map(rows.map((row) => [row.name, row.checksum]));

    const done: string[] = [];
    for (const migration of migrationsIn(folder)) {
      const before = applied.get(migration.name);
      if (before && before !== migration.checksum) {
        throw new Error(`Migration ${migration.name} was changed after it had been applied; add a new one instead.`);
      }
      if (before) continue;
      await apply(client, migration);
      done.push(migration.name);
    }
    return done;
  } finally {
    await client.end();
  }
}
