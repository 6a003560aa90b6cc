import { expect, test } from "@playwright/test";
import { z } from "zod";
import { calling } from "./support/actions";
import { asBrowserOf, asProgramOf, database, demoPeople } from "./support/callers";
import { type Portal, startPortal } from "./support/portal";

const id = z.uuid();
const err = z.strictObject({
  type: z.string(),
  code: z.string().optional(),
  text: z.string(),
  stack: z.array(z.string().startsWith("at ")),
});
const always = { level: z.enum(["debug", "info", "warn", "error"]), time: z.iso.datetime(), msg: z.string() };

const requestLine = z.strictObject({
  ...always,
  msg: z.literal("request"),
  requestId: id,
  upstreamId: z
    .string()
    .regex(/^[\w-]{8,64}$/)
    .optional(),
  method: z.string().regex(/^[A-Z-]+$/),
  path: z.string().regex(/^[\w*/.[\]-]+$/),
  status: z.number().int(),
  ms: z.number().int(),
  signedIn: z.boolean(),
  cutOff: z.literal(true).optional(),
});
const securityLine = z.strictObject({
  ...always,
  msg: z.literal("security"),
  requestId: id,
  security: z.enum(["denied", "sign-in failed", "token refused", "too many"]),
  why: z.string().regex(/^[\w. -]+$/),
  actorId: id.optional(),
});
const otherLine = z.strictObject({
  ...always,
  requestId: id.optional(),
  err: err.optional(),
  digest: z.string().optional(),
  text: z.string().optional(),
  code: z.string().optional(),
  jobs: z.array(z.string()).optional(),
  job: z.string().optional(),
});
const anyLine = z.union([requestLine, securityLine, otherLine]);

const canary = "canary-5f1c";
const breaking = `${canary}\r\n{"level":"error"}\u001b[31m`;

let portal: Portal;
test.beforeAll(async () => {
  portal = await startPortal({ LOG_LEVEL: "debug" });
});
test.afterAll(() => portal.stop());

/** The log from one line on, without what Next says before it has loaded anything of ours. */
const since = (start: number) =>
  portal.lines.slice(
    Math.max(
      start,
      portal.lines.findIndex((line) => line.startsWith("{")),
    ),
  );
const parsed = (lines: string[]) => lines.map((line) => anyLine.parse(JSON.parse(line)));
const eventually = (check: () => void) => expect(check).toPass({ timeout: 10_000 });

test("every line of the log is one object of a known form, and none repeats what people typed", async ({ request }) => {
  const session = await asBrowserOf(demoPeople.employee);
  const employee = {
    ...session,
    "user-agent": canary,
    "x-forwarded-for": canary,
    "x-request-id": breaking.slice(0, 10),
  };
  const { ideas } = await (await request.get(`${portal.url}/api/v1/ideas?limit=1`, { headers: employee })).json();
  const idea = `/ideas/${ideas[0].id}`;
  const program = await asProgramOf(demoPeople.employee, ["read"]);

  const gets = [
    "/",
    `/ideas?q=${canary}&tag=${encodeURIComponent(breaking)}`,
    idea,
    `/${canary}`,
    `/ideas/${canary}`,
    `/api/v1/ideas?q=${canary}`,
    `/api/v1/ideas/${encodeURIComponent(breaking)}`,
    `/sign-in?next=/${canary}&refused=${canary}`,
    `/sign-in/confirm?token=${canary}`,
    `/setup?token=${canary}`,
    `/api/auth/callback/oidc?code=${canary}&state=${canary}`,
    `/_next/data/${canary}`,
    "/ideas/%ff",
  ];
  for (const path of gets) await request.get(portal.url + path, { headers: employee, maxRedirects: 0 });
  await request.get(`${portal.url}/api/v1/ideas`, { headers: { authorization: `Bearer ${canary}` } });
  await request.get(`${portal.url}/ideas`, { headers: { cookie: `tormenta.session=${canary}` } });
  const input = { title: `${canary} is a title of mine`, body: breaking, language: "en", tags: canary };
  for (const headers of [employee, program, {}]) {
    await request.post(`${portal.url}/api/v1/ideas`, { headers: { ...session, ...headers }, data: input });
    await request.post(`${portal.url}/api/v1/ideas`, { headers, data: `{"${canary}` });
  }
  const calls: [string, Record<string, string>][] = [
    ["requestLinkForm", { email: `${canary}@example.org` }],
    ["requestLinkForm", { email: breaking }],
    ["signInByLinkForm", { token: canary, email: `${canary}@example.org` }],
    ["setUpForm", { token: canary, organisation: canary, name: breaking, email: `${canary}@example.org` }],
    ["addPersonForm", { name: canary, email: `${canary}@example.org` }],
    ["postCommentAction", { ideaId: ideas[0].id, body: breaking }],
  ];
  for (const [name, fields] of calls) {
    const { headers, body } = calling(name, fields);
    await request.post(portal.url + idea, { headers: { ...employee, ...headers }, data: Buffer.from(body) });
  }
  const broken = { ...employee, "content-type": "text/plain" };
  const { headers } = calling("castVoteAction", {});
  await request.post(portal.url + idea, { headers: { ...broken, ...headers }, data: Buffer.from(`[{"${canary}`) });
  await request.post(portal.url + idea, { headers: { ...broken, "next-action": canary }, data: Buffer.from(canary) });
  await request.post(portal.url + idea, { headers: { ...broken, origin: `http://${canary}` }, data: Buffer.from("x") });

  await eventually(() => expect(since(0).filter((line) => /"method":"POST"/.test(line)).length).toBeGreaterThan(14));
  expect(since(0).filter((line) => line.includes(canary))).toEqual([]);
  const people = await database.query("select name, email from person where status = 'active'");
  for (const { name, email } of people.rows) {
    expect(since(0).filter((line) => line.includes(name) || line.includes(email))).toEqual([]);
  }
  expect(parsed(since(0)).length).toBeGreaterThan(30);
});

test("a request is one line, with the number that its answer carries and another system's beside it", async ({
  request,
}) => {
  const start = portal.lines.length;

  const answer = await request.get(`${portal.url}/ideas?q=secret`, {
    headers: { ...(await asBrowserOf(demoPeople.employee)), "x-request-id": "edge-12345678" },
  });

  const requestId = answer.headers()["x-request-id"];
  await eventually(() => {
    const lines = parsed(since(start)).filter((line) => line.msg === "request");
    expect(lines).toEqual([
      expect.objectContaining({
        requestId,
        upstreamId: "edge-12345678",
        method: "GET",
        path: "/ideas",
        status: 200,
        signedIn: true,
      }),
    ]);
  });
  expect(requestId).not.toBe("edge-12345678");
});

const kept: [what: string, security: string, ask: (url: string) => Promise<unknown>][] = [
  [
    "a deed that somebody may not do",
    "denied",
    async (url) => {
      const { headers, body } = calling("addUnitForm", { kind: "category", name: "Mine" });
      const session = await asBrowserOf(demoPeople.employee);
      await fetch(`${url}/ideas`, { method: "POST", headers: { ...session, ...headers }, body });
    },
  ],
  [
    "a token that opens nothing",
    "token refused",
    (url) => fetch(`${url}/api/v1/ideas`, { headers: { authorization: "Bearer nothing" } }),
  ],
  [
    "a link that does not work",
    "sign-in failed",
    (url) => {
      const { headers, body } = calling("signInByLinkForm", { token: "nothing", email: "nobody@example.org" });
      return fetch(`${url}/sign-in`, { method: "POST", headers: { ...headers, origin: url }, body });
    },
  ],
];

for (const [what, security, ask] of kept) {
  test(`${what} leaves exactly one line for those who watch`, async () => {
    const start = portal.lines.length;

    await ask(portal.url);

    await eventually(() => expect(since(start).filter((line) => line.includes('"msg":"request"'))).toHaveLength(1));
    const lines = parsed(since(start)).filter((line) => line.msg === "security");
    expect(lines).toEqual([expect.objectContaining({ security })]);
  });
}
