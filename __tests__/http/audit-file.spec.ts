import { expect, test } from "@playwright/test";
import { asBrowserOf, asProgramOf, database, demoPeople } from "./support/callers";

const ask = async (baseURL: string | undefined, headers: Record<string, string>, query = "") =>
  fetch(`${baseURL}/admin/audit.csv${query}`, { headers, redirect: "manual" });

test("an administrator saves the log as a file that no cache keeps", async ({ baseURL }) => {
  const answer = await ask(baseURL, await asBrowserOf(demoPeople.administrator));

  expect(answer.status).toBe(200);
  expect(answer.headers.get("content-type")).toBe("text/csv; charset=utf-8");
  expect(answer.headers.get("content-disposition")).toBe('attachment; filename="audit.csv"');
  expect(answer.headers.get("cache-control")).toBe("private, no-store");
  expect(answer.headers.get("x-content-type-options")).toBe("nosniff");
});

test("the file holds as many events as the log has of that kind", async ({ baseURL }) => {
  const answer = await ask(baseURL, await asBrowserOf(demoPeople.administrator), "?type=import.finished");
  const lines = (await answer.text()).trimEnd().split("\r\n");
  const { rows } = await database.query("select count(*)::int as n from event where type = 'import.finished'");

  expect(rows[0].n).toBeGreaterThan(0);
  expect(lines).toHaveLength(rows[0].n + 1);
});

test("nobody else gets it: not other roles, not programs, not visitors", async ({ baseURL }) => {
  const others = [demoPeople.employee, demoPeople.reviewer, demoPeople.moderator];
  for (const name of others) expect((await ask(baseURL, await asBrowserOf(name))).status).toBe(403);
  expect((await ask(baseURL, await asProgramOf(demoPeople.administrator))).status).toBe(401);
  expect((await ask(baseURL, {})).status).toBe(401);
});
