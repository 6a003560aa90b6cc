import { Client } from "pg";
import { disconnect } from "@/lib/platform/db/client";

/** A database for this worker alone: a copy of the migrated template, made anew for every test file. */
async function freshDatabase(): Promise<string> {
  const name = `test_${process.env.JEST_WORKER_ID}`;
  const address = (database: string) => (process.env.TEST_CLUSTER ?? "").replace(/DATABASE$/, database);
  const client = new Client({ connectionString: address("postgres") });
  await client.connect();
  await client.query(`drop database if exists ${name} with (force)`);
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
