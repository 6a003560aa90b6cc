import { spawn } from "node:child_process";
import { randomUUID } from "node:crypto";
import { once } from "node:events";
import { expect, test } from "@playwright/test";
import { doors } from "../architecture/doors";
import { actionId, calling } from "./support/actions";
import { asBrowserOf, database, demoPeople } from "./support/callers";
import { startPortal } from "./support/portal";

const always: Record<string, string | RegExp> = {
  "x-content-type-options": "nosniff",
  "referrer-policy": "same-origin",
  "x-frame-options": "DENY",
  "cross-origin-opener-policy": "same-origin",
  "cross-origin-resource-policy": "same-origin",
  "permissions-policy": /camera=\(\)/,
  "strict-transport-security": /max-age=(?:[3-9]\d{7}|\d{9,}); includeSubDomains/,
  "x-request-id": /^[\da-f-]{36}$/,
};

/** What is wrong with the head of an answer. */
function faultsOf(headers: Headers, body: string): string[] {
  const faults = Object.entries(always).flatMap(([name, wanted]) => {
    const said = headers.get(name) ?? "";
    return (typeof wanted === "string" ? said === wanted : wanted.test(said)) ? [] : [`${name}: ${said}`];
  });
  if (!/private.*no-store|no-store.*private/.test(headers.get("cache-control") ?? "")) faults.push("may be kept");
  if (headers.has("x-powered-by") || headers.has("server")) faults.push("says what it is made with");
  if (headers.has("access-control-allow-origin")) faults.push("lets other sites read it");
  const policy = headers.get("content-security-policy") ?? "";
  const isHtml = (headers.get("content-type") ?? "").startsWith("text/html") || /<html|<body/i.test(body);
  if (isHtml && !/default-src '(self|none)'/.test(policy)) faults.push("has no policy");
  if (isHtml && !/frame-ancestors 'none'/.test(policy)) faults.push("may be framed");
  if (isHtml && !/base-uri 'none'/.test(policy)) faults.push("may be given another base");
  if (/unsafe-(inline|eval)|\*/.test(policy)) faults.push("has a policy with holes");
  const nonce = /'nonce-([\w-]{20,})'/.exec(policy)?.[1];
  if (/<script(?![^>]*\bsrc=)/.test(body) && isHtml && !(nonce && body.includes(`nonce="${nonce}"`))) {
    faults.push("runs scripts without its nonce");
  }
  if (isHtml && /<style(?![^>]*nonce)|\sstyle="/.test(body)) faults.push("is styled without its nonce");
  return faults;
}

async function pages(): Promise<string[]> {
  const [idea] = (await database.query("select id from idea where status = 'submitted' limit 1")).rows;
  const [comment] = (await database.query("select id from comment limit 1")).rows;
  const [person] = (await database.query("select id from person where status = 'active' limit 1")).rows;
  const ids: Record<string, string> = { "[ideaId]": idea.id, "[commentId]": comment.id, "[personId]": person.id };
  return Object.keys(doors)
    .filter((door) => door.startsWith("page "))
    .map((door) => door.replace("page ", "").replace(/\[\w+\]/, (name) => ids[name] ?? ""));
}

test("every page, for everybody, in every form, carries all headers and is kept by nobody", async ({ baseURL }) => {
  const administrator = await asBrowserOf(demoPeople.administrator);
  const forms: Record<string, string>[] = [
    {},
    { rsc: "1" },
    { rsc: "1", "next-router-prefetch": "1" },
    { rsc: "1", "next-router-prefetch": "1", "next-router-segment-prefetch": "/_tree" },
    { purpose: "prefetch", "sec-purpose": "prefetch" },
  ];
  const faults: string[] = [];
  for (const path of [...(await pages()), "/no-such-page"]) {
    for (const who of [administrator, {}]) {
      const answers = await Promise.all(
        forms.map((form) => fetch(baseURL + path, { headers: { ...who, ...form }, redirect: "manual" })),
      );
      for (const answer of answers) {
        for (const fault of faultsOf(answer.headers, await answer.text())) faults.push(`${path}: ${fault}`);
      }
    }
  }

  expect(faults).toEqual([]);
});

test("so does every refusal, also those that are not ours", async ({ baseURL }) => {
  const session = await asBrowserOf(demoPeople.employee);
  const post = (headers: Record<string, string>, body: string) => ({
    method: "POST",
    headers: { ...session, ...headers },
    body,
  });
  const vote = { "next-action": actionId("castVoteAction"), "content-type": "text/plain" };
  const asked: [status: number, path: string, init: RequestInit][] = [
    [307, "/ideas", {}],
    [308, "/ideas/", {}],
    [400, "/ideas/%ff", {}],
    [401, "/api/v1/ideas", {}],
    [403, "/ideas", post({ origin: "https://evil.example", "sec-fetch-site": "cross-site" }, "x")],
    [404, `/ideas/${randomUUID()}`, { headers: session }],
    [404, `/api/v1/ideas/${randomUUID()}`, { headers: session }],
    [404, "/_next/data/x/ideas.json", {}],
    [404, "/_next/image?url=/icon.svg&w=64&q=75", {}],
    [405, "/ideas", { method: "PUT" }],
    [405, "/api/v1/ideas", { method: "DELETE" }],
    [413, "/ideas", post(vote, "x".repeat(1_100_000))],
    [400, "/ideas", post(vote, "[{")],
    [400, "/ideas", post({ "next-action": "x", "content-type": "text/plain" }, "[]")],
    [303, "/api/auth/callback/oidc", {}],
    [404, "/api/auth/session", {}],
    [200, "/api/health", {}],
  ];
  const faults: string[] = [];
  const statuses: [string, number][] = [];
  for (const [status, path, init] of asked) {
    const answer = await fetch(baseURL + path, { redirect: "manual", ...init });
    statuses.push([`${status} ${path}`, answer.status]);
    faults.push(...faultsOf(answer.headers, await answer.text()).map((fault) => `${status} ${path}: ${fault}`));
  }

  expect(faults).toEqual([]);
  const optional = /oidc|_next/;
  expect(statuses.filter(([what, status]) => !optional.test(what) && !what.startsWith(String(status)))).toEqual([]);
});

test("so does a page that failed, which tells its reader a number that stands in the log", async () => {
  const portal = await startPortal({ LOG_LEVEL: "info" });
  const session = await asBrowserOf(demoPeople.employee);
  try {
    await database.query("alter table follow rename to follow_elsewhere");
    const [path = ""] = (await pages()).filter((page) => /^\/ideas\/[\da-f-]{36}$/.test(page));
    const answer = await fetch(portal.url + path, { headers: session });
    const html = await answer.text();
    const number = /mention this number: (?:<!-- -->)?([\da-f-]{36})/.exec(html)?.[1];

    expect(answer.status).toBe(500);
    expect(faultsOf(answer.headers, html)).toEqual([]);
    expect(number).toBe(answer.headers.get("x-request-id"));
    await expect(async () => {
      const lines = portal.lines.filter((line) => line.includes(String(number)) && line.includes('"unexpected"'));
      expect(lines).toHaveLength(1);
    }).toPass({ timeout: 5_000 });
    expect(html).not.toMatch(/relation|prisma|node_modules|\.ts:\d/i);
  } finally {
    await database.query("alter table follow_elsewhere rename to follow");
    await portal.stop();
  }
});

test("files of the build may be kept for ever, and carry the other headers", async ({ baseURL }) => {
  const html = await (await fetch(`${baseURL}/sign-in`)).text();
  const file = /\/_next\/static\/[^"]+\.js/.exec(html)?.[0] ?? "";

  const { headers, status } = await fetch(baseURL + file);

  expect(status).toBe(200);
  expect(headers.get("cache-control")).toContain("immutable");
  expect(headers.get("x-content-type-options")).toBe("nosniff");
});

test("behind TLS every cookie of ours is tied to this host, and unseen by scripts", async () => {
  const origin = "https://ideas.example.org";
  const child = spawn(process.execPath, ["__tests__/support/oidc-server.mjs", `${origin}/api/auth/callback/oidc`], {
    stdio: ["ignore", "pipe", "ignore"],
  });
  const [issuer] = await once(child.stdout, "data");
  const oidc = {
    OIDC_ISSUER: String(issuer).trim(),
    OIDC_CLIENT_ID: "tormenta",
    OIDC_CLIENT_SECRET: "tormenta-secret",
  };
  // The demo lives on this very machine only; its sign-in is not there behind TLS.
  const portal = await startPortal({ NEXTAUTH_URL: origin, ...oidc });
  const browser = {
    origin,
    "sec-fetch-site": "same-origin",
    "x-forwarded-proto": "https",
    "x-forwarded-host": "ideas.example.org",
  };
  const call = (name: string, fields: Record<string, string>) => {
    const { headers, body } = calling(name, fields);
    return fetch(`${portal.url}/sign-in`, { method: "POST", headers: { ...headers, ...browser }, body });
  };
  try {
    const answers = [
      await call("chooseLocaleButton", { locale: "es" }),
      await call("chooseThemeButton", { theme: "dark" }),
      await call("signOutButton", {}),
      await fetch(`${portal.url}/api/auth/signin/oidc`, {
        method: "POST",
        headers: browser,
        body: new URLSearchParams(),
      }),
      await fetch(`${portal.url}/api/auth/callback/oidc?code=x&state=y`, { headers: browser, redirect: "manual" }),
    ];

    const cookies = answers.flatMap(({ headers }) => headers.getSetCookie());
    const lax = /^__Host-[\w.]+=.*(?=.*; Path=\/)(?=.*; Secure)(?=.*; HttpOnly)(?=.*; SameSite=lax)/i;
    expect(cookies.filter((cookie) => !lax.test(cookie) || /; Domain=/i.test(cookie))).toEqual([]);
    const names = new Set(cookies.map((cookie) => cookie.split("=")[0]?.replace("__Host-tormenta.", "")));
    expect([...names].sort()).toEqual([
      "connect",
      "csrf",
      "locale",
      "nonce",
      "pkce",
      "return",
      "session",
      "state",
      "theme",
    ]);
  } finally {
    child.kill();
    await portal.stop();
  }
});
