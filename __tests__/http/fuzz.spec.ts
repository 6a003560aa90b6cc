import { expect, test } from "@playwright/test";
import fc from "fast-check";
import type { Deed } from "@/lib/access/deed";
import { api } from "@/lib/api";
import { orders } from "@/lib/ranking/orders";
import { requestsTo } from "./support/api-requests";
import { type Colleague, crowd } from "./support/crowd";
import { describedBy } from "./support/described";
import { fuzzing, fuzzingTimeout } from "./support/fuzzing";
import { idsOf } from "./support/inputs";
import { watcher } from "./support/unchanged";

const portal = process.env.PORTAL_URL ?? "";
const unchanged = watcher();

let people: Colleague[];
let ids: string[];
let cursors: string[];
let check: ReturnType<typeof describedBy>;

test.beforeAll(async () => {
  people = await crowd(20);
  const [author] = people;
  const headers = { authorization: `Bearer ${author?.token}` };
  const body = JSON.stringify({ title: "Something of one's own to change", language: "en" });
  const own = { method: "POST", headers: { ...headers, "content-type": "application/json" }, body };
  await fetch(`${portal}/api/v1/ideas`, own);
  ids = await idsOf(people.map(({ id }) => id));
  check = describedBy(await (await fetch(`${portal}/api/v1/openapi.json`)).json());
  const pages = orders.map(async (order) => fetch(`${portal}/api/v1/ideas?q=plan&order=${order}&limit=2`, { headers }));
  cursors = (await Promise.all((await Promise.all(pages)).map((page) => page.json()))).map(({ next }) => next);
});

for (const [name, row] of Object.entries<Deed>(api)) {
  test(`${name} answers whatever it is sent as described, and what it refuses changes nothing`, async () => {
    test.setTimeout(fuzzingTimeout);
    const requests = requestsTo(row, ids, cursors);
    const [method = ""] = row.at.split(" ");

    const tried = fc.asyncProperty(
      requests,
      fc.oneof(fc.constant(people[0]!), fc.constantFrom(...people)),
      async (request, { token }) => {
        await unchanged(async () => {
          const { path, headers, body, input } = request;
          const url = portal + path;
          const response = await fetch(url, {
            method,
            headers: { ...headers, authorization: `Bearer ${token}` },
            ...(body !== undefined && { body: Buffer.from(body) }),
          });
          const what = `${row.at} ${path} ${String(body).slice(0, 300)}`;
          expect(response.status, what).toBeLessThan(500);
          await check(method, url, response);

          const { code, errors } = await response.json();
          const isWellFormed = input === undefined ? undefined : row.input.safeParse(input).success;
          if (isWellFormed === false) expect([response.status, code], what).toEqual([400, "validation.checkFields"]);
          if (code === "validation.checkFields") expect(errors, what).not.toEqual([]);
          return { isRefused: response.status >= 400, what };
        });
      },
    );

    await fc.assert(tried, fuzzing);
  });
}
