import { expect, test } from "@playwright/test";
import { calling } from "./support/actions";
import { asBrowserOf, asProgramOf, database, demoPeople } from "./support/callers";
import { type Portal, startPortal } from "./support/portal";

const few =
  "reads=5,writes=5,searches=2,drafts=3,submissions=2,comments=2,visits=30,signIns=6,failures=3,links=3,tries=3";

let direct: Portal;
let proxied: Portal;
test.beforeAll(async () => {
  await database.query("delete from rate_limit");
  direct = await startPortal({ LIMITS: few });
  proxied = await startPortal({ LIMITS: few, TRUSTED_PROXIES: "1" });
});
test.afterAll(async () => {
  await Promise.all([direct.stop(), proxied.stop()]);
  await database.query("delete from rate_limit");
});

const times = <T>(count: number, ask: (time: number) => Promise<T>) =>
  Array.from({ length: count }, (_, time) => time).reduce(
    async (before, time) => [...(await before), await ask(time)],
    Promise.resolve([] as T[]),
  );

async function call(portal: string, name: string, fields: Record<string, string>, more: Record<string, string> = {}) {
  const { headers, body } = calling(name, fields);
  const answer = await fetch(`${portal}/sign-in`, {
    method: "POST",
    headers: { ...headers, origin: portal, ...more },
    body,
  });
  return answer.text();
}

test("a program that reads too much is told when to come back, and others are not in its way", async () => {
  const headers = await asProgramOf(demoPeople.employee);
  const read = () => fetch(`${direct.url}/api/v1/ideas?limit=1`, { headers });

  const first = await times(5, read);
  const over = await read();

  expect(first.map(({ status }) => status)).toEqual(Array(5).fill(200));
  expect(first[0]?.headers.get("ratelimit-policy")).toBe('"reads";q=5;w=60');
  expect(first[0]?.headers.get("ratelimit")).toMatch(/^"reads";r=4;t=\d+$/);
  expect(over.status).toBe(429);
  expect(over.headers.get("content-type")).toContain("application/problem+json");
  expect(Number(over.headers.get("retry-after"))).toBeGreaterThan(0);
  const other = await asProgramOf(demoPeople.reviewer);
  expect((await fetch(`${direct.url}/api/v1/ideas?limit=1`, { headers: other })).status).toBe(200);
});

test("a page that is asked for too often says so in words", async () => {
  const headers = await asBrowserOf(demoPeople.moderator);
  await times(5, () => fetch(`${direct.url}/settings`, { headers }));

  const over = await fetch(`${direct.url}/settings`, { headers });

  expect(over.status).toBe(429);
  expect(Number(over.headers.get("retry-after"))).toBeGreaterThan(0);
  expect(/<h1[^>]*>One moment, please<\/h1>/.test(await over.text())).toBe(true);
});

test("what somebody typed stays in a form that comes too soon", async () => {
  const headers = await asBrowserOf(demoPeople.administrator);
  const post = () => call(direct.url, "addUnitForm", { kind: "nothing", name: "Typed with care" }, headers);
  await times(5, post);

  const over = await post();

  expect(over).toContain("validation.tooMany");
  expect(over).toContain("Typed with care");
});

test("what costs more may be done less often", async () => {
  const headers = { ...(await asProgramOf("Owen Castellanos")), "content-type": "application/json" };
  const searched = await times(3, () => fetch(`${direct.url}/api/v1/ideas?q=bicycle`, { headers }));
  const submit = (time: number) => {
    const body = JSON.stringify({ title: `Counted ${time} ${Date.now()}`, body: "", language: "en" });
    return fetch(`${direct.url}/api/v1/ideas`, { method: "POST", headers, body });
  };
  const submitted = await times(3, submit);

  expect(searched.map(({ status }) => status)).toEqual([200, 200, 429]);
  expect(submitted.map(({ status }) => status)).toEqual([201, 201, 429]);
});

/** Asks for a link as if from `address`; whether that was once too often. */
const askForLink = async (portal: Portal, email: string, address = "192.0.2.1") =>
  (await call(portal.url, "requestLinkForm", { email }, { "x-forwarded-for": address })).includes("validation.tooMany");

test("links for one address are counted by all processes together", async () => {
  const email = "somebody@example.org";

  expect(await askForLink(proxied, email)).toBe(false);
  expect(await askForLink(proxied, email)).toBe(false);
  expect(await askForLink(direct, email)).toBe(false);
  expect(await askForLink(direct, email)).toBe(true);
  expect(await askForLink(proxied, email.toUpperCase())).toBe(true);
  expect(await askForLink(proxied, "another@example.org", "192.0.2.2")).toBe(false);
});

test("visitors are counted by their network, whatever address they make up, and told in their language", async () => {
  const visit = (time: number) =>
    fetch(`${direct.url}/sign-in`, { headers: { "x-forwarded-for": `203.0.113.${time}`, "accept-language": "es" } });

  const answers = await times(31, visit);

  expect(answers.map(({ status }) => status)).toEqual([...Array(27).fill(200), ...Array(4).fill(429)]);
  expect((await answers[30]?.text())?.includes("Un momento, por favor")).toBe(true);
});

test("behind a proxy of ours, visitors are counted by the address that it saw", async () => {
  const visit = (seen: string, made: string) =>
    fetch(`${proxied.url}/sign-in`, { headers: { "x-forwarded-for": `${made}, ${seen}` } });

  const answers = await times(31, (time) => visit("203.0.113.7", `198.51.100.${time}`));

  expect(answers.map(({ status }) => status)).toEqual([...Array(30).fill(200), 429]);
  expect((await visit("203.0.113.8", "203.0.113.7")).status).toBe(200);
});

test("one network cannot ask for links without end, whatever address it makes up", async () => {
  const ask = (time: number) => askForLink(proxied, `nobody${time}@example.org`, `192.0.2.${time}, 192.0.2.99`);

  expect(await times(8, ask)).toEqual([...Array(6).fill(false), true, true]);
});

test("keys cannot be tried without end: those that open nothing are counted, those that do go on", async () => {
  const office = { "x-forwarded-for": "192.0.2.200" };
  const wrong = (time: number) =>
    fetch(`${proxied.url}/api/v1/ideas`, { headers: { authorization: `Bearer tormenta_${time}`, ...office } });

  expect((await times(5, wrong)).map(({ status }) => status)).toEqual([401, 401, 401, 429, 429]);
  const headers = { ...(await asProgramOf(demoPeople.employee)), ...office };
  expect((await fetch(`${proxied.url}/api/v1/ideas?limit=1`, { headers })).status).toBe(200);
});
