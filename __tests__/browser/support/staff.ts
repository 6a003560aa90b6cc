import { randomUUID } from "node:crypto";
import type { Page } from "@playwright/test";
import { Client } from "pg";
import type { Role } from "@/lib/platform/db/generated/enums";
import type { Locale } from "@/lib/platform/i18n/locales";
import { hashOf, newSecret } from "@/lib/platform/secret";

/** Somebody who works here, whom no other test knows, and whose language is set. */
export type Colleague = { id: string; name: string; email: string };

async function onPortal<T>(work: (client: Client) => Promise<T>): Promise<T> {
  const client = new Client({ connectionString: process.env.DATABASE_URL });
  await client.connect();
  return work(client).finally(() => client.end());
}

/** Has somebody new work here, who reads in `locale` and holds these roles. */
export const hire = (name: string, locale: Locale, roles: Role[]): Promise<Colleague> =>
  onPortal(async (client) => {
    const email = `${randomUUID()}@staff.example`;
    const { rows } = await client.query("insert into person (name, email, locale) values ($1, $2, $3) returning id", [
      name,
      email,
      locale,
    ]);
    const { id } = rows[0];
    await client.query("insert into person_role select $1, unnest($2::role[])", [id, roles]);
    return { id, name, email };
  });

/** Has that colleague answer for these ideas. */
export const giveTo = ({ id }: Colleague, ideaIds: string[]) =>
  onPortal((client) =>
    client.query("update review set owner_id = $1, version = version + 1 where idea_id = any ($2)", [id, ideaIds]),
  );

/** Has that colleague signed in on `page`, in a session of their own. */
export async function signedIn(page: Page, { id }: Colleague): Promise<Page> {
  const secret = newSecret();
  await onPortal((client) =>
    client.query(
      "insert into session (token_hash, person_id, expires_at, browser) values ($1, $2, now() + interval '1 hour', 'test')",
      [hashOf(secret), id],
    ),
  );
  await page.context().addCookies([{ name: "tormenta.session", value: secret, url: process.env.PORTAL_URL ?? "" }]);
  return page;
}

/** What the organisation calls its departments, places and categories: in whatever language it likes. */
export const ownNames = (): Promise<string[]> =>
  onPortal(async (client) => {
    const { rows } = await client.query(
      "select name::text from department union select name::text from place union select name::text from category",
    );
    return rows.map(({ name }) => name);
  });
