import { randomUUID } from "node:crypto";
import { calling } from "../http/support/actions";
import { database } from "../http/support/callers";
import { sessionOf, tokenOf } from "../http/support/world";
import { expectHarmless } from "./support/harmless";
import { payloads } from "./support/payloads";
import { expect, test } from "./support/test";

/** Six that no two places of a page can hide in the same way; each made to be somebody's alone. */
const some = [0, 5, 8, 16, 29, 36].map((number) => `${payloads[number]} ${randomUUID().slice(0, 8)}`);
const everything = payloads.join("\n\n");

const idOf = async (statement: string, values: unknown[]): Promise<string> =>
  (await database.query(`${statement} returning id`, values)).rows[0].id;

/** Somebody whose name, and everything else that is theirs, tries to run. */
async function givenHostilePerson() {
  const email = `${randomUUID()}@harmless.example`;
  const [department, place, category] = await Promise.all([
    idOf("insert into department (name) values ($1)", [some[0]]),
    idOf("insert into place (name, kind) values ($1, 'site')", [some[1]]),
    idOf("insert into category (name) values ($1)", [some[2]]),
  ]);
  const id = await idOf(
    "insert into person (name, email, about, department_id, place_id) values ($1, $2, $3, $4, $5)",
    [some[3], email, some[4], department, place],
  );
  await database.query("insert into person_role values ($1, 'employee'), ($1, 'administrator')", [id]);
  const { cookie } = await sessionOf(id);
  for (const payload of payloads) {
    await tokenOf(id, ["read"]);
    await database.query("update api_token set name = $2 where person_id = $1 and name = 'matrix'", [
      id,
      payload.slice(0, 100),
    ]);
    await database.query(
      `insert into session (token_hash, person_id, expires_at, browser) values ($1, $2, now() + interval '1 hour', $3)`,
      [randomUUID(), id, payload.slice(0, 300)],
    );
  }
  const filed = [category, department, place];
  const draft = await idOf(
    `insert into idea (title, body, plain, language, status, author_id, draft_tags, category_id, department_id, place_id)
     values ($1, $2, $2, 'en', 'draft', $3, $4, $5, $6, $7)`,
    [some[5], everything, id, some.map((payload) => payload.replaceAll(",", "").slice(0, 60)), ...filed],
  );
  const idea = await idOf(
    `insert into idea (title, body, plain, language, status, author_id, submitted_at, category_id, department_id, place_id)
     values ($1, $2, $2, 'en', 'submitted', $3, now(), $4, $5, $6)`,
    [some[5], everything, id, ...filed],
  );
  await database.query(
    "insert into decision (idea_id, to_status, kind, reason, decided_at) values ($1, 'submitted', $2, $3, now())",
    [idea, some[0], everything],
  );
  const forget = async () => {
    await database.query("delete from idea where author_id = $1", [id]);
    await database.query(
      "update person set department_id = null, place_id = null, status = 'suspended' where id = $1",
      [id],
    );
    await database.query("delete from category where id = $1", [category]);
    await database.query("delete from place where id = $1", [place]);
    await database.query("delete from department where id = $1", [department]);
  };
  return { id, email, cookie, draft, idea, category, forget };
}

for (const bypassCSP of [true, false]) {
  test.describe(bypassCSP ? "with nothing but our own care" : "with the policy, which has nothing to stop", () => {
    test.use({ bypassCSP });

    test("whatever people, places, tokens, browsers, drafts and mails are called, nothing runs", async ({
      page,
      baseURL,
    }) => {
      const hostile = await givenHostilePerson();
      try {
        const { headers, body } = calling("requestLinkForm", { email: hostile.email });
        await page.request.post("/sign-in", {
          headers: { ...headers, "sec-fetch-site": "same-origin" },
          data: Buffer.from(body),
        });
        const [name = "", value = ""] = hostile.cookie.split("=");
        await page.context().addCookies([{ name, value, url: baseURL ?? "" }]);

        await expectHarmless(page, [
          "/mail",
          "/",
          "/drafts",
          `/ideas/new?draft=${hostile.draft}`,
          `/ideas/${hostile.idea}`,
          `/ideas?category=${hostile.category}&author=${hostile.id}`,
          "/settings",
          `/admin/people?q=${encodeURIComponent(hostile.email)}`,
          `/admin/people?q=${encodeURIComponent(String(payloads[8]))}`,
          `/admin/people/${hostile.id}`,
          "/admin/people/new",
          "/admin/organisation",
        ]);

        // What was looked at did have it on it.
        await page.goto(`/admin/people/${hostile.id}`);
        await expect(page.getByRole("heading", { name: String(some[3]) })).toBeVisible();
        await page.goto("/mail");
        await expect(page.getByText(String(some[3])).first()).toBeVisible();
      } finally {
        await hostile.forget();
      }
    });
  });
}
