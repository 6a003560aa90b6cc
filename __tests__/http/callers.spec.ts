import { expect, test } from "@playwright/test";
import { asBrowserOf, asProgramOf, demoPeople } from "./support/callers";

test("the API is asked by programs and by the portal's own pages alike", async ({ request }) => {
  for (const headers of [await asProgramOf(demoPeople.employee), await asBrowserOf(demoPeople.employee)]) {
    const answer = await request.get("/api/v1/ideas?limit=1", { headers });

    expect([answer.status(), (await answer.json()).ideas.length]).toEqual([200, 1]);
  }
  expect((await request.get("/api/v1/ideas")).status()).toBe(401);
});
