import { randomUUID } from "node:crypto";
import { expect, test } from "@playwright/test";
import { asBrowserOf, asProgramOf, database, demoPeople } from "./support/callers";

const json = { "content-type": "application/json" };

/** An idea that the demo's employee can vote for and has not, and that nobody else asks about meanwhile. */
async function unseenIdea(): Promise<string> {
  const { rows } = await database.query(
    `insert into idea (title, language, status, author_id, submitted_at)
     select $1, 'en', 'submitted', id, now() from person where name = $2 and status = 'active' limit 1
     returning id`,
    [`Seen by few ${randomUUID()}`, demoPeople.reviewer],
  );
  return rows[0].id;
}

const isSeen = async (ideaId: string): Promise<boolean> =>
  (await database.query("select from impression where idea_id = $1", [ideaId])).rowCount === 1;

const batch = (ideaId: string) =>
  JSON.stringify({ sightings: [{ ideaId, place: "list", order: "new", position: 1, ago: 2 }] });

test("what a page of ours tells in somebody's browser is kept, and answered with nothing", async ({ request }) => {
  const idea = await unseenIdea();
  const headers = { ...(await asBrowserOf(demoPeople.employee)), ...json };

  const answer = await request.post("/impressions", { headers, data: batch(idea) });

  expect([answer.status(), await answer.text(), await isSeen(idea)]).toEqual([204, "", true]);
});

test("programs, visitors and other sites are not heard", async ({ request }) => {
  const idea = await unseenIdea();
  const browser = await asBrowserOf(demoPeople.employee);
  const send = async (headers: Record<string, string>) =>
    (await request.post("/impressions", { headers: { ...json, ...headers }, data: batch(idea) })).status();

  expect(await send(await asProgramOf(demoPeople.employee))).toBe(401);
  expect(await send({})).toBe(401);
  expect(await send({ ...browser, "sec-fetch-site": "cross-site" })).toBe(403);
  expect(await send({ cookie: browser.cookie ?? "", origin: "https://evil.example" })).toBe(403);
  expect(await isSeen(idea)).toBe(false);
});

test("whatever is no sighting is refused as the API refuses it", async ({ request }) => {
  const headers = { ...(await asBrowserOf(demoPeople.employee)), ...json };
  const refused = ["", "{}", '{"sightings":[]}', '{"sightings":[{}]}', "[", `{"sightings":${"[".repeat(10_000)}`];

  for (const data of refused) {
    const answer = await request.post("/impressions", { headers, data });
    expect([data.slice(0, 30), answer.status()]).toEqual([data.slice(0, 30), 400]);
    expect(answer.headers()["content-type"]).toContain("application/problem+json");
  }
});
