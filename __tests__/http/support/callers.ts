import { Pool } from "pg";
import { hashOf, newSecret } from "@/lib/platform/secret";

/**
 * The database of the portal that is asked, to prepare things in it and to look at what was stored. Like an import, it
 * can bring ideas into any state.
 */
export const database = new Pool({
  connectionString: process.env.DATABASE_URL,
  max: 2,
  options: "-c tormenta.importing=on",
});

/** One of the demo's people, by name: an employee, a reviewer, a moderator, an administrator. */
export const demoPeople = {
  employee: "Samuel Okafor",
  reviewer: "Marta Ibáñez Prado",
  moderator: "Hannah Lindqvist",
  administrator: "Lucía Ferrer Aldana",
} as const;

/** What lets a program in as one of the demo's people. */
export async function tokenOf(name: string, scopes = ["read", "write"]): Promise<string> {
  const secret = newSecret();
  const { rowCount } = await database.query(
    `insert into api_token (person_id, name, token_hash, scopes, expires_at)
     select id, 'test', $2, $3, now() + interval '1 hour' from person where name = $1 and status = 'active' limit 1`,
    [name, hashOf(secret), scopes],
  );
  if (rowCount !== 1) throw new Error(`Nobody in the demo is called ${name}.`);
  return secret;
}

/** The headers with which a program asks as one of the demo's people. */
export const asProgramOf = async (name: string, scopes?: string[]) => ({
  authorization: `Bearer ${await tokenOf(name, scopes)}`,
});

/** The headers with which the portal's own pages ask, in the browser of one of the demo's people. */
export async function asBrowserOf(name: string) {
  const secret = newSecret();
  const { rowCount } = await database.query(
    `insert into session (token_hash, person_id, expires_at, browser)
     select $2, id, now() + interval '1 hour', 'test' from person where name = $1 and status = 'active' limit 1`,
    [name, hashOf(secret)],
  );
  if (rowCount !== 1) throw new Error(`Nobody in the demo is called ${name}.`);
  return { cookie: `tormenta.session=${secret}`, "sec-fetch-site": "same-origin" };
}
