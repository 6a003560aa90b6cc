import { admit } from "@/lib/access/admit";
import { finishOidc, startOidc } from "@/lib/access/oidc";
import { actorOfSession, startSession } from "@/lib/access/session";
import { db } from "@/lib/platform/db/client";
import { forgetEnv } from "@/lib/platform/env";
import { eventsOf, foundOrganisation, hire } from "../../support/database";
import { type Account, cookieHeader, IdentityProvider, type Jar, keepCookies } from "../../support/identity-provider";

const PORTAL = "http://localhost:3000";
const CALLBACK = `${PORTAL}/api/auth/callback/oidc`;

let blue: IdentityProvider;
let green: IdentityProvider;

beforeAll(async () => {
  [blue, green] = await Promise.all([
    IdentityProvider.open(CALLBACK),
    IdentityProvider.open(CALLBACK, "claims-in-token"),
  ]);
  await foundOrganisation();
});
afterAll(() => {
  blue.close();
  green.close();
});
beforeEach(() => trust(blue));
afterEach(async () => {
  await db.person.deleteMany();
});

function trust({ issuer }: { issuer: string }) {
  Object.assign(process.env, {
    OIDC_ISSUER: issuer,
    OIDC_CLIENT_ID: "tormenta",
    OIDC_CLIENT_SECRET: "tormenta-secret",
    SIGN_UP_DOMAINS: "aurora.example",
  });
  forgetEnv();
}

const ana: Account = { sub: "ana", email: "ana@aurora.example", email_verified: true, name: "Ana Rojas" };

/** Presses the button on the sign-in page, or the one in the settings. Answers where the browser is sent. */
async function leave(jar: Jar, fields: Record<string, string> = {}): Promise<URL> {
  const answer = await startOidc(
    new Request(`${PORTAL}/api/auth/signin/oidc`, {
      method: "POST",
      headers: { origin: PORTAL, cookie: cookieHeader(jar) },
      body: new URLSearchParams(fields),
    }),
  );
  keepCookies(jar, answer);
  const [, url = ""] = /content="0;url=([^"]+)"/.exec(await answer.text()) ?? [];
  return new URL(url.replaceAll("&amp;", "&"));
}

async function comeBack(jar: Jar, url: string): Promise<string> {
  const answer = await finishOidc(new Request(url, { headers: { cookie: cookieHeader(jar), "user-agent": "Test" } }));
  keepCookies(jar, answer);
  return answer.headers.get("location") ?? "";
}

/** The whole way there and back. Answers where it ended, and the browser's cookies. */
async function signIn(account: Account, { at = blue, jar = new Map() as Jar, fields = {} } = {}) {
  trust(at);
  await at.isAbout(account);
  const url = await leave(jar, fields);
  return { ended: await comeBack(jar, await at.walk(url.href)), jar };
}

const signedInAs = async (jar: Jar) => (await actorOfSession(jar.get("tormenta.session") ?? "", "en"))?.id;

const personOf = async (account: Account) =>
  (await db.identity.findFirst({ where: { subject: account.sub } }))?.personId;

it("makes an account for a new colleague, and signs in", async () => {
  const { ended, jar } = await signIn(ana, { fields: { next: "/ideas?order=new" } });

  expect(ended).toBe(`${PORTAL}/ideas?order=new`);
  const person = await db.person.findUniqueOrThrow({
    where: { email: "ana@aurora.example" },
    include: { roles: true },
  });
  expect(person.name).toBe("Ana Rojas");
  expect(person.roles.map(({ role }) => role)).toEqual(["employee"]);
  expect(await signedInAs(jar)).toBe(person.id);
  expect(await eventsOf(person.id)).toEqual(["person.joined", "identity.connected", "person.signedIn"]);
});

it("reads the address from the signed token where the provider puts it there", async () => {
  const { ended } = await signIn(ana, { at: green });

  expect(ended).toBe(`${PORTAL}/`);
});

it("asks with PKCE, a state and a nonce", async () => {
  const { searchParams } = await leave(new Map());

  expect(searchParams.get("code_challenge_method")).toBe("S256");
  expect(searchParams.get("code_challenge")).toMatch(/^[\w-]{43}$/);
  expect(searchParams.get("state")).toMatch(/^[\w-]{43}$/);
  expect(searchParams.get("nonce")).toMatch(/^[\w-]{43}$/);
});

it.each(["tormenta.pkce", "tormenta.state", "tormenta.nonce"])("refuses an answer without %s", async (cookie) => {
  await blue.isAbout(ana);
  const jar: Jar = new Map();
  const url = await blue.walk((await leave(jar)).href);
  jar.delete(cookie);

  expect(await comeBack(jar, url)).toBe("/sign-in?refused=failed");
  expect(await db.session.count()).toBe(0);
});

it.each(["tormenta.pkce", "tormenta.state", "tormenta.nonce"])(
  "refuses an answer to another trip's %s",
  async (cookie) => {
    await blue.isAbout(ana);
    const [jar, other]: [Jar, Jar] = [new Map(), new Map()];
    const url = await blue.walk((await leave(jar)).href);
    await leave(other);
    jar.set(cookie, other.get(cookie) ?? "");

    expect(await comeBack(jar, url)).toBe("/sign-in?refused=failed");
    expect(await db.session.count()).toBe(0);
  },
);

it("refuses an answer that was used before, also to the browser that used it", async () => {
  await blue.isAbout(ana);
  const jar: Jar = new Map();
  const url = await blue.walk((await leave(jar)).href);
  const replayed: Jar = new Map(jar);
  await comeBack(jar, url);

  expect(await comeBack(replayed, url)).toBe("/sign-in?refused=failed");
  expect(await comeBack(jar, url)).toBe("/sign-in?refused=failed");
});

it("forgets the trip when it ends, however it ends", async () => {
  const { jar } = await signIn(ana);

  expect([...jar.keys()]).toEqual(["tormenta.session"]);
});

it("does not begin because another site says so", async () => {
  const answer = await startOidc(
    new Request(`${PORTAL}/api/auth/signin/oidc`, { method: "POST", headers: { origin: "https://evil.example" } }),
  );

  expect(answer.status).toBe(403);
  expect(answer.headers.getSetCookie()).toEqual([]);
});

it.each(["https://evil.example", "//evil.example", "/\\evil.example"])("does not end at %s", async (next) => {
  const { ended } = await signIn(ana, { fields: { next } });

  expect(ended).toBe(`${PORTAL}/`);
});

it("keeps two providers apart, though address and subject are the same", async () => {
  await signIn(ana);
  const { ended, jar } = await signIn(ana, { at: green });

  expect(ended).toBe("/sign-in?refused=emailTaken");
  expect(await signedInAs(jar)).toBeUndefined();
  expect(await db.identity.count()).toBe(1);
});

it("knows somebody again whose address changed, and leaves the account as it was", async () => {
  await signIn(ana);
  const { jar } = await signIn({ ...ana, email: "ana.rojas@aurora.example" });

  expect(await signedInAs(jar)).toBe(await personOf(ana));
  expect(await db.person.count({ where: { email: "ana@aurora.example" } })).toBe(1);
});

it("gives nobody the account of whoever had the address before", async () => {
  await signIn(ana);
  const { ended } = await signIn({ ...ana, sub: "another Ana" });

  expect(ended).toBe("/sign-in?refused=emailTaken");
});

it.each([
  ["whose address is not verified", { ...ana, email_verified: false }, "emailUnverified"],
  ["without an address", { sub: "ana" }, "emailUnverified"],
  ["from another company", { ...ana, email: "ana@elsewhere.example" }, "noAccount"],
  ["from a company of a longer name", { ...ana, email: "ana@not-aurora.example" }, "noAccount"],
  ["whose address hides another one", { ...ana, email: "ana@aurora.example@elsewhere.example" }, "emailUnverified"],
  ["whose address only looks like ours", { ...ana, email: "ana@аurora.example" }, "emailUnverified"],
])("makes no account for somebody %s", async (_, account, reason) => {
  const { ended } = await signIn(account);

  expect(ended).toBe(`/sign-in?refused=${reason}`);
  expect(await db.person.count()).toBe(0);
});

it("does not let suspended people in", async () => {
  await signIn(ana);
  await db.person.updateMany({ data: { status: "suspended" } });

  const { ended, jar } = await signIn(ana);

  expect(ended).toBe("/sign-in?refused=suspended");
  expect(await signedInAs(jar)).toBeUndefined();
});

it("gives the browser a new session at each sign-in, and ends the one it held", async () => {
  const { jar } = await signIn(ana);
  const before = jar.get("tormenta.session");

  await signIn(ana, { jar });

  expect(jar.get("tormenta.session")).not.toBe(before);
  expect(await actorOfSession(before ?? "", "en")).toBeNull();
});

it("connects an account to whoever is signed in and asks for it", async () => {
  const bruno = await hire({ email: "ana@aurora.example" });
  const { secret } = await startSession({ personId: bruno.id, by: "mail", browser: "" });
  const jar: Jar = new Map([["tormenta.session", secret]]);

  const { ended } = await signIn(ana, { jar, fields: { connect: "yes", next: "/settings" } });

  expect(ended).toBe(`${PORTAL}/settings`);
  expect(await personOf(ana)).toBe(bruno.id);
  expect(await signedInAs(jar)).toBe(bruno.id);
});

it("does not connect an account to whoever happens to be signed in on a shared computer", async () => {
  const bruno = await hire();
  const { secret } = await startSession({ personId: bruno.id, by: "mail", browser: "" });
  const jar: Jar = new Map([["tormenta.session", secret]]);

  await signIn(ana, { jar });

  expect(await personOf(ana)).not.toBe(bruno.id);
  expect(await signedInAs(jar)).toBe(await personOf(ana));
});

it("does not connect an account because of a mark that this session did not make", async () => {
  const bruno = await hire();
  const { secret } = await startSession({ personId: bruno.id, by: "mail", browser: "" });
  await blue.isAbout(ana);
  const jar: Jar = new Map([["tormenta.session", secret]]);
  const url = await blue.walk((await leave(jar)).href);
  jar.set("tormenta.connect", "planted");

  expect(await comeBack(jar, url)).toBe("/sign-in?refused=failed");
  expect(await personOf(ana)).toBeUndefined();
});

it("does not connect an account that belongs to somebody else here", async () => {
  await signIn(ana);
  const bruno = await hire();
  const { secret } = await startSession({ personId: bruno.id, by: "mail", browser: "" });
  const jar: Jar = new Map([["tormenta.session", secret]]);

  const { ended } = await signIn(ana, { jar, fields: { connect: "yes" } });

  expect(ended).toBe("/settings?refused=identityTaken");
  expect(await signedInAs(jar)).toBe(bruno.id);
});

it("signs nobody in when the session that wanted to connect has ended meanwhile", async () => {
  const bruno = await hire();
  const { secret } = await startSession({ personId: bruno.id, by: "mail", browser: "" });
  const jar: Jar = new Map([["tormenta.session", secret]]);
  await blue.isAbout(ana);
  const url = await blue.walk((await leave(jar, { connect: "yes" })).href);
  await db.session.deleteMany();

  expect(await comeBack(jar, url)).toBe("/sign-in?refused=failed");
  expect(await db.identity.count()).toBe(0);
});

it("trusts no provider that calls itself something else than it was configured as", async () => {
  const alias = { ...blue, issuer: blue.issuer.replace("localhost", "127.0.0.1") };
  trust(alias);
  await blue.isAbout(ana);
  const jar: Jar = new Map();
  const url = await blue.walk((await leave(jar)).href.replace("127.0.0.1", "localhost"));

  expect(url).toContain(CALLBACK);
  expect(await comeBack(jar, url)).toBe("/sign-in?refused=failed");
  expect(await db.person.count()).toBe(0);
});

it("makes one person of a first sign-in that was clicked many times", async () => {
  const who = { iss: blue.issuer, sub: "ana", email: "ana@aurora.example", email_verified: true } as const;

  // With all connections open, so that all of them begin at once.
  await Promise.all(Array.from({ length: 8 }, () => db.$queryRaw`select pg_sleep(0.05)::text`));

  const admissions = await Promise.all(Array.from({ length: 8 }, () => admit(who)));

  const [person] = await db.person.findMany();
  expect(admissions).toEqual(Array(8).fill({ personId: person?.id }));
});

it("says that it did not work when the provider is away", async () => {
  process.env.OIDC_ISSUER = "http://127.0.0.1:9";
  forgetEnv();
  const answer = await startOidc(
    new Request(`${PORTAL}/api/auth/signin/oidc`, {
      method: "POST",
      headers: { origin: PORTAL },
      body: new URLSearchParams(),
    }),
  );

  expect(answer.headers.get("location")).toBe("/sign-in?refused=failed");
});

it("is not there where no provider is configured", async () => {
  delete process.env.OIDC_ISSUER;
  forgetEnv();

  expect((await finishOidc(new Request(CALLBACK))).status).toBe(404);
});
