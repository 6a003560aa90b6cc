import { Client } from "pg";

const guarded = ["event", "event_seal", "event_chain"];

/** Does something that no rule of the database allows, as its owner, who switches the rules off. */
export async function tamper(...statements: string[]): Promise<void> {
  const client = new Client({ connectionString: process.env.DATABASE_URL });
  await client.connect();
  try {
    for (const table of guarded) await client.query(`alter table ${table} disable trigger user`);
    for (const statement of statements) await client.query(statement);
    for (const table of guarded) await client.query(`alter table ${table} enable trigger user`);
  } finally {
    await client.end();
  }
}
