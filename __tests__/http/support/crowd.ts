import { randomUUID } from "node:crypto";
import { hashOf, newSecret } from "@/lib/platform/secret";
import { database } from "./callers";

/** Somebody who works here, with a token for programs. */
export type Colleague = { id: string; name: string; token: string };

/** New colleagues, whom no other test knows: what becomes of them is nobody else's business. */
export const crowd = (size: number, role = "employee"): Promise<Colleague[]> =>
  Promise.all(
    Array.from({ length: size }, async (_, n) => {
      const name = `${role} ${n} ${randomUUID()}`;
      const token = newSecret();
      const { rows } = await database.query(
        `with person as (insert into person (name, email) values ($1, $2) returning id),
              role as (insert into person_role (person_id, role) select id, $3::role from person),
              token as (insert into api_token (person_id, name, token_hash, scopes, expires_at)
                        select id, 'test', $4, '{read,write}', now() + interval '1 hour' from person)
         select id from person`,
        [name, `${randomUUID()}@example.org`, role, hashOf(token)],
      );
      return { id: rows[0].id, name, token };
    }),
  );

/** The headers with which the portal's own pages ask, in a browser in which a colleague has just signed in. */
export async function browserOf({ id }: Colleague): Promise<Record<string, string>> {
  const secret = newSecret();
  await database.query(
    "insert into session (token_hash, person_id, expires_at, browser) values ($1, $2, now() + interval '1 hour', 'test')",
    [hashOf(secret), id],
  );
  return { cookie: `tormenta.session=${secret}` };
}
