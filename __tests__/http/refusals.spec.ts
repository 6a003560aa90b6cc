import { randomUUID } from "node:crypto";
import { expect, test } from "@playwright/test";
import { actionId, calling } from "./support/actions";
import { asBrowserOf, demoPeople } from "./support/callers";
import { stored } from "./support/stored";

for (const [what, path] of [
  ["an idea that is not there", `/ideas/${randomUUID()}`],
  ["an address that makes no sense", "/ideas/not-an-id"],
  ["a page for administrators", "/admin/people"],
  ["a visitors' page", "/sign-in/confirm"],
] as const) {
  test(`${what} is refused in words that need no script, inside the portal, and kept out of search`, async ({
    request,
  }) => {
    const answer = await request.get(path, { headers: await asBrowserOf(demoPeople.employee) });
    const html = (await answer.text()).replaceAll(/<script.*?<\/script>/gs, "");

    expect(answer.status()).toBe(404);
    expect(html).toMatch(/<h1[^>]*>There is nothing here<\/h1>/);
    expect(html).toContain('<meta name="robots" content="noindex"/>');
    expect(html).toContain('href="/ideas"');
  });
}

const ideaOf = async () => `/ideas/${randomUUID()}`;
const vote = { "next-action": actionId("castVoteAction") };
const form = { "content-type": "multipart/form-data; boundary=x" };
const plain = { "content-type": "text/plain;charset=UTF-8" };
const long = "x".repeat(1_100_000);
const unknownAction = "40aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa";
const field = (name: string, value = "") =>
  `--x\r\nContent-Disposition: form-data; name="${name}"\r\n\r\n${value}\r\n--x--\r\n`;

const posts: [what: string, status: number, headers: Record<string, string>, body: string][] = [
  ["an action with more than a megabyte", 413, { ...vote, ...plain }, long],
  ["a form with more than a megabyte", 413, form, field("a", long)],
  ["a form of no known parts", 400, { "content-type": "multipart/form-data" }, "x"],
  ["an action's form of no known parts", 400, { ...vote, "content-type": "multipart/form-data" }, "x"],
  ["a form that ends in the middle", 400, form, "--x\r\nnonsense"],
  ["an action's form that ends in the middle", 400, { ...vote, ...form }, "--x\r\nnonsense"],
  ["an action whose input ends in the middle", 400, { ...vote, ...plain }, '[{"ideaId":"$Q'],
  ["an action whose input leads nowhere", 400, { ...vote, ...plain }, '["$F9"]'],
  ["an action that no build has", 400, { ...plain, "next-action": "nonsense" }, "[]"],
  ["an action of another build", 400, { ...plain, "next-action": unknownAction }, "[]"],
  ["a form for an action of another build", 400, form, field(`$ACTION_ID_${unknownAction}`)],
  ["a form for an action that is none", 400, form, field("$ACTION_REF_1")],
  ["an action from another site", 403, { ...vote, ...plain, origin: "http://other.example" }, "[]"],
  [
    "a form from another site",
    403,
    { ...form, origin: "http://other.example", "sec-fetch-site": "cross-site" },
    "--x--",
  ],
  ["a form from nowhere", 403, { ...form, origin: "null", "sec-fetch-site": "cross-site" }, "--x--"],
];

test("what cannot be read is refused as the sender's mistake, and changes nothing", async ({ request }) => {
  const session = await asBrowserOf(demoPeople.employee);
  const before = await stored();

  const answers: [string, number][] = [];
  for (const [what, , headers, body] of posts) {
    const answer = await request.post(await ideaOf(), { headers: { ...session, ...headers }, data: Buffer.from(body) });
    answers.push([what, answer.status()]);
  }

  expect(answers).toEqual(posts.map(([what, status]) => [what, status]));
  expect(await stored()).toEqual(before);
});

test("a form from another site is told so in its reader's language", async ({ baseURL }) => {
  const headers = { origin: "https://evil.example", "accept-language": "en" };

  const answer = await fetch(`${baseURL}/sign-in`, { method: "POST", headers, body: new FormData() });

  expect(await answer.text()).toBe("This request did not come from a page of this portal.");
});

test("what is too long is refused as such also when its length was not told before", async ({ baseURL }) => {
  const session = await asBrowserOf(demoPeople.employee);
  const body = new ReadableStream({
    start(stream) {
      stream.enqueue(new TextEncoder().encode(long));
      stream.close();
    },
  });

  const init = { method: "POST", headers: { ...session, ...vote, ...plain }, body, duplex: "half" };
  expect((await fetch(`${baseURL}/ideas`, init as RequestInit)).status).toBe(413);
});

test("pages are only looked at and posted to", async ({ request }) => {
  const headers = await asBrowserOf(demoPeople.employee);

  for (const method of ["PUT", "PATCH", "DELETE", "OPTIONS", "TRACE", "PROPFIND"]) {
    expect([method, (await request.fetch("/ideas", { method, headers })).status()]).toEqual([method, 405]);
  }
});

test("a form that is read well goes through all the same", async ({ request }) => {
  const { headers, body } = calling("chooseThemeButton", { theme: "dark" });

  const answer = await request.post("/settings", {
    headers: { ...(await asBrowserOf(demoPeople.employee)), ...headers },
    data: Buffer.from(body),
  });

  expect(answer.headers()["set-cookie"]).toContain("dark");
});
