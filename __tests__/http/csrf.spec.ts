import { expect, test } from "@playwright/test";
import { doors } from "../architecture/doors";
import { actionId } from "./support/actions";
import { outcomeOf, prepare, requestFor } from "./support/door-call";
import { matrix } from "./support/matrix";
import { withPortalWithoutProxy } from "./support/portal";
import { stored } from "./support/stored";
import { castOfPeople, clearWorld, giveAllRoles, givenObject, sessionOf } from "./support/world";

// Every shape at every door, one after the other: on a busy machine that takes its time.
test.describe.configure({ timeout: 600_000 });
test.afterAll(clearWorld);

/** What a browser says of where a request comes from, when another site has made it send one; and what programs may say. */
const shapes = (own: string): [what: string, headers: Record<string, string>][] => {
  const { host, port } = new URL(own);
  return [
    ["another site", { origin: "https://evil.example", "sec-fetch-site": "cross-site" }],
    ["another site, by an older browser", { origin: "https://evil.example" }],
    ["a sandboxed frame", { origin: "null", "sec-fetch-site": "cross-site" }],
    ["a sandboxed frame, by an older browser", { origin: "null" }],
    ["nowhere", {}],
    ["a bookmark", { "sec-fetch-site": "none" }],
    ["another port of this host", { origin: "http://localhost:9", "sec-fetch-site": "same-site" }],
    ["another site, as if it were ours", { origin: own, "sec-fetch-site": "cross-site" }],
    ["a host that begins like ours", { origin: `${own}.evil.example` }],
    ["our host without encryption", { origin: own.replace(/^http:/, "https:") }],
    ["our page, by its address alone", { referer: `${own}/ideas` }],
    ["a proxy that lies", { origin: "https://evil.example", "x-forwarded-host": "evil.example", host }],
    ["a proxy that lies about itself", { origin: `http://evil.example:${port}`, forwarded: "host=evil.example" }],
  ];
};

/** Every door that changes something, each with the first thing that somebody may change there. */
const changing = Object.keys(doors).flatMap((door) => {
  if (door.startsWith("GET ") || door.startsWith("page ")) return [];
  const row = matrix.find((one) => one.door === door && one.who.length > 0 && one.object !== "nothing");
  return row ? [row] : [];
});

/** Sends every shape of request to every door that changes something, as somebody who may do all of it. */
async function expectOnlyOwnPagesHeard(own: string): Promise<void> {
  const { people, colleague } = await castOfPeople();
  const me = await giveAllRoles(people.administrator ?? "");
  const { cookie } = await sessionOf(me);
  const tries = await Promise.all(
    changing.map(async ({ door, kind, object }) => {
      const id = await givenObject(kind, object, me, colleague);
      await prepare(door, id, me);
      return { door, ...requestFor(door, id) };
    }),
  );
  const send = (path: string, init: RequestInit, headers: Record<string, string>) =>
    fetch(own + path, { ...init, headers: { ...(init.headers as object), cookie, ...headers }, redirect: "manual" });

  const before = await stored();
  const passed: string[] = [];
  for (const [what, headers] of shapes(own)) {
    const answers = await Promise.all(
      tries.map(async ({ door, path, init }) => {
        const answer = await send(path, init, headers);
        return { door, outcome: outcomeOf(door, answer, await answer.text()) };
      }),
    );
    for (const { door, outcome } of answers) if (outcome === "through") passed.push(`${door}: ${what}`);
    // Programs' formats that need nobody's permission to be sent from another site.
    for (const type of ["text/plain", "application/x-www-form-urlencoded", "multipart/form-data; boundary=x"]) {
      const body = '{"title":"Sent from elsewhere, in disguise","body":"","language":"en"}';
      await send("/api/v1/ideas", { method: "POST", body }, { "content-type": type, ...headers });
    }
    for (const name of Object.keys(doors).filter((door) => /^action .*Button$/.test(door))) {
      const form = new FormData();
      form.set(`$ACTION_ID_${actionId(name.replace("action ", ""))}`, "");
      await send("/settings", { method: "POST", body: form }, headers);
    }
  }

  expect(passed).toEqual([]);
  expect(await stored()).toEqual(before);
  expect(tries.length).toBeGreaterThan(25);

  // The same, from our own page, goes through: it was where they came from that stopped them.
  const stopped: string[] = [];
  for (const { door, path, init } of tries.filter(({ door }) => door !== "action endAllSessionsButton")) {
    const answer = await send(path, init, { origin: own, "sec-fetch-site": "same-origin" });
    const outcome = outcomeOf(door, answer, await answer.text());
    if (outcome !== "through" && outcome !== "silence") stopped.push(`${door}: ${outcome}`);
  }
  expect(stopped).toEqual([]);
}

test("no shape of request from elsewhere changes anything, at any door", async ({ baseURL }) => {
  await expectOnlyOwnPagesHeard(baseURL ?? "");
});

test("nor without proxy.ts, which only says so sooner", async () => {
  await withPortalWithoutProxy(expectOnlyOwnPagesHeard);
});
