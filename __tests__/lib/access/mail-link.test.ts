import { mailLink, spendLink } from "@/lib/access/mail-link";
import { linkRequest } from "@/lib/access/schema";
import { startSession } from "@/lib/access/session";
import { db } from "@/lib/platform/db/client";
import { forgetEnv } from "@/lib/platform/env";
import { newSecret } from "@/lib/platform/secret";
import { hire } from "../../support/database";
import { openPostOffice } from "../../support/post-office";

let office: Awaited<ReturnType<typeof openPostOffice>>;

beforeAll(async () => {
  office = await openPostOffice();
  process.env.SMTP_URL = office.url;
  forgetEnv();
});
beforeEach(() => {
  office.deliveries.length = 0;
});
afterAll(() => office.close());

async function givenLink(email = "ana@example.org") {
  const { id } = await hire({ email, name: "Ana" });
  const token = newSecret();
  await mailLink(email, token, "/");
  return { id, token, email };
}

afterEach(async () => {
  await db.signInToken.deleteMany();
  await db.person.updateMany({ data: { email: null } });
});

it("reaches the mailbox with a link that opens the door once", async () => {
  const { id, token } = await givenLink();

  expect(office.deliveries).toHaveLength(1);
  expect(office.deliveries[0]?.to).toEqual(["ana@example.org"]);
  expect(office.deliveries[0]?.source).toContain(`http://localhost:3000/sign-in/confirm?token=${token}`);
  expect(await spendLink(token, true)).toBe(id);
  expect(await spendLink(token, true)).toBeUndefined();
});

it("lets only one of two simultaneous clicks in", async () => {
  const { id, token } = await givenLink();

  const both = await Promise.all([spendLink(token, true), spendLink(token, true)]);

  expect(both.filter((person) => person === id)).toHaveLength(1);
});

it("keeps only the token's hash", async () => {
  const { token } = await givenLink();

  expect(JSON.stringify(await db.signInToken.findMany())).not.toContain(token);
});

it("ends after ten minutes", async () => {
  const { token } = await givenLink();
  await db.$executeRaw`update sign_in_token set expires_at = expires_at - interval '10 minutes'`;

  expect(await spendLink(token, true)).toBeUndefined();
});

it("asks another browser for the address, in any case of letters, and keeps the link when it is wrong", async () => {
  const { id, token } = await givenLink();

  expect(await spendLink(token, false)).toBeUndefined();
  expect(await spendLink(token, false, "eva@example.org")).toBeUndefined();
  expect(await spendLink(token, false, "ANA@example.org")).toBe(id);
});

it("mails nothing to strangers, suspended people and pseudonyms", async () => {
  await hire({ email: "gone@example.org", status: "suspended" });

  await mailLink("nobody@example.org", newSecret(), "/");
  await mailLink("gone@example.org", newSecret(), "/");

  expect(office.deliveries).toEqual([]);
  expect(await db.signInToken.count()).toBe(0);
});

it("is worth nothing once the person is suspended", async () => {
  const { id, token } = await givenLink();
  await db.person.update({ where: { id }, data: { status: "suspended" } });

  expect(await spendLink(token, true)).toBeUndefined();
  await expect(startSession({ personId: id, by: "mail", browser: "" })).rejects.toMatchObject({ code: "forbidden" });
});

it("comes in the language of its reader, as text and as HTML", async () => {
  const { id, email } = await givenLink("joao@example.org");
  await db.person.update({ where: { id }, data: { locale: "pt", name: "João <b>" } });

  await mailLink(email, newSecret(), "/ideas");

  const source = office.deliveries.at(-1)?.source ?? "";
  expect(source).toContain("Olá, João <b>!");
  expect(source).toContain("Olá, João &lt;b&gt;!");
  expect(source).toContain("next=%2Fideas");
});

it("cannot be given headers of somebody else's by the organisation's name", async () => {
  await hire();
  await db.organisation.updateMany({ data: { name: "Aurora\r\nBcc: eva@example.org" } });

  await givenLink();

  expect(office.deliveries.at(-1)?.to).toEqual(["ana@example.org"]);
  const [headers] = (office.deliveries.at(-1)?.source ?? "").split("\r\n\r\n");
  expect(headers).not.toMatch(/^Bcc:/m);
});

it.each([
  "ana＠example.org",
  "ana@exämple.org",
  "ana@example.org, eva@example.org",
  "ana@example.org\r\nBcc: eva@example.org",
  '"eva@evil.example"@example.org',
  "ana",
])("does not take %j for an address", (email) => {
  expect(linkRequest.safeParse({ email }).success).toBe(false);
});

it("takes one address, not a list of them", () => {
  expect(linkRequest.safeParse({ email: ["ana@example.org", "eva@example.org"] }).success).toBe(false);
});
