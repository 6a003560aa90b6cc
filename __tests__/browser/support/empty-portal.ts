import { randomUUID } from "node:crypto";
import { Client } from "pg";
import { migrate } from "../../../prisma/migrate";
import { startPortal } from "../../http/support/portal";

/** A portal that nobody has set up: its address, the address that its log offers, and its database. */
export type EmptyPortal = { url: string; offered: string; sql(query: string): Promise<unknown>; end(): Promise<void> };

async function onDatabase(url: string, query: string): Promise<unknown> {
  const client = new Client({ connectionString: url });
  await client.connect();
  return client.query(query).finally(() => client.end());
}

/** Starts the build once more, on a new and empty database beside the tests' own. */
export async function startEmptyPortal(): Promise<EmptyPortal> {
  const shared = process.env.DATABASE_URL ?? "";
  const name = `empty_${randomUUID().replaceAll("-", "")}`;
  const own = new URL(shared);
  own.pathname = `/${name}`;
  await onDatabase(shared, `create database ${name}`);
  await migrate(own.href);
  const portal = await startPortal({ DATABASE_URL: own.href, TORMENTA_DEMO: "false", OIDC_ISSUER: "" });
  const offered = portal.lines.map((line) => /\/setup\?token=[\w-]+/.exec(line)?.[0]).find(Boolean);
  return {
    url: portal.url,
    offered: `${portal.url}${offered}`,
    sql: (query) => onDatabase(own.href, query),
    end: async () => {
      await portal.stop();
      await onDatabase(shared, `drop database ${name} with (force)`);
    },
  };
}
