import { setTimeout as sleep } from "node:timers/promises";
import { Client } from "pg";
import { disconnect } from "@/lib/platform/db/client";

/** PostgreSQL lets nobody but itself send away what tidies up in a database; that leaves within moments, so we wait. */
async function drop(client: Client, name: string, attempts = 40): Promise<void> {
  try {
    await client.query(`drop database if exists ${name} with (force)`);
  } catch (error) {
    if (attempts === 0 || !/permission denied to terminate/.test((error as Error).message)) throw error;
    await sleep(250);
    await drop(client, name, attempts - 1);
  }
}

/** A database for this worker alone: a copy of the migrated template, made anew for every test file. */
async function freshDatabase(): Promise<string> {
  const name = `test_${process.env.JEST_WORKER_ID}`;
  const address = (database: string) => (process.env.TEST_CLUSTER ?? "").replace(/DATABASE$/, database);
  const client = new Client({ connectionString: address("postgres") });
  await client.connect();
  await drop(client, name);
  await client.query(`create database ${name} template template_tormenta`);
  await client.end();
  return address(name);
}

beforeAll(async () => {
  process.env.DATABASE_URL = await freshDatabase();
  process.env.NEXTAUTH_URL = "http://localhost:3000";
  process.env.NEXTAUTH_SECRET = "only-for-tests-only-for-tests-only";
  process.env.LOG_LEVEL = "silent";
});

afterAll(disconnect);
