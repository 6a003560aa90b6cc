import { actorOfSession, startSession } from "@/lib/access/session";
import { actorOfToken, issueToken } from "@/lib/access/tokens";
import { db } from "@/lib/platform/db/client";
import { createToken, endAllSessions, endSession, revokeToken } from "@/lib/settings/commands";
import { listSessions, listTokens } from "@/lib/settings/queries";
import { tokenInput } from "@/lib/settings/schema";
import { eventsOf, hire } from "../../support/database";

const form = { name: "Weekly report", use: "read", days: "30" };
const input = tokenInput.parse(form);
const browser = "Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:140.0) Gecko/20100101 Firefox/140.0";

const signIn = async (personId: string) => (await startSession({ personId, by: "mail", browser })).secret;

it("lets a program act in its owner's name, as far as the token goes", async () => {
  const ana = await hire({ roles: ["employee", "reviewer"] });

  const { secret } = await createToken(ana, input);

  const program = await actorOfToken(secret, "read", "en");
  expect(program).toMatchObject({ id: ana.id, via: "api", roles: new Set(["employee", "reviewer"]) });
  await expect(actorOfToken(secret, "write", "en")).rejects.toMatchObject({ code: "forbidden" });
  expect(await eventsOf(ana.id)).toEqual(["token.created"]);
});

it("keeps neither a token's nor a session's secret", async () => {
  const ana = await hire();
  const { secret } = await createToken(ana, input);
  const session = await signIn(ana.id);

  const kept = JSON.stringify([
    await db.apiToken.findMany(),
    await db.session.findMany(),
    (await db.event.findMany()).map(({ payload }) => payload),
  ]);

  expect(kept).not.toContain(secret);
  expect(kept).not.toContain(session);
});

it("takes from a token what its owner loses, at the very next request", async () => {
  const ana = await hire({ roles: ["employee", "administrator"] });
  const { secret } = await createToken(ana, input);

  await db.personRole.deleteMany({ where: { personId: ana.id, role: "administrator" } });
  expect((await actorOfToken(secret, "read", "en"))?.roles).toEqual(new Set(["employee"]));

  await db.person.update({ where: { id: ana.id }, data: { status: "suspended" } });
  expect(await actorOfToken(secret, "read", "en")).toBeNull();
});

it("ends a token when it is revoked, and when its time is over", async () => {
  const ana = await hire();
  const { secret: revoked } = await createToken(ana, input);
  const { secret: old } = await createToken(ana, { ...input, name: "Old" });
  const [, token] = await listTokens(ana);

  await revokeToken(ana, { tokenId: token?.id ?? "" });
  await db.apiToken.updateMany({ where: { name: "Old" }, data: { expiresAt: new Date(Date.now() - 1000) } });

  expect(await actorOfToken(revoked, "read", "en")).toBeNull();
  expect(await actorOfToken(old, "read", "en")).toBeNull();
  expect(await listTokens(ana)).toEqual([]);
});

it("does not let somebody revoke a colleague's token", async () => {
  const ana = await hire();
  const { secret } = await createToken(ana, input);
  const [token] = await listTokens(ana);

  await revokeToken(await hire(), { tokenId: token?.id ?? "" });

  expect(await actorOfToken(secret, "read", "en")).not.toBeNull();
});

it("does not let a program make more tokens", async () => {
  const ana = await hire();
  const program = await actorOfToken(await issueToken(ana, ana.id, { ...input, scopes: ["write"] }), "write", "en");

  await expect(createToken(program ?? ana, input)).rejects.toMatchObject({ code: "forbidden" });
});

it.each([{ days: "0" }, { days: "366" }, { days: "1.5" }, { use: "admin" }, { name: " " }, { personId: "x" }])(
  "does not make a token of %j",
  (wrong) => {
    expect(tokenInput.safeParse({ ...form, ...wrong }).success).toBe(false);
  },
);

it("tells where one is signed in, by the names that people know", async () => {
  const ana = await hire();
  await signIn(ana.id);

  expect(await listSessions(ana, null)).toMatchObject([{ browser: "Firefox · Windows", isHere: false }]);
});

it("refuses an ended session at the very next request, and leaves the others", async () => {
  const ana = await hire();
  const [lost, kept] = [await signIn(ana.id), await signIn(ana.id)];
  const sessions = await listSessions(ana, null);

  await endSession(ana, { session: sessions[1]?.session ?? "" });

  const answers = [await actorOfSession(lost, "en"), await actorOfSession(kept, "en")];
  expect(answers.filter((actor) => actor?.id === ana.id)).toHaveLength(1);
  expect(await eventsOf(ana.id)).toContain("session.ended");
});

it("does not end a colleague's session", async () => {
  const ana = await hire();
  const secret = await signIn(ana.id);
  const [session] = await listSessions(ana, null);

  await endSession(await hire(), { session: session?.session ?? "" });

  expect(await actorOfSession(secret, "en")).not.toBeNull();
});

it("signs out everywhere", async () => {
  const ana = await hire();
  const secrets = [await signIn(ana.id), await signIn(ana.id)];

  await endAllSessions(ana);

  expect(await Promise.all(secrets.map((secret) => actorOfSession(secret, "en")))).toEqual([null, null]);
});

it("ends a session after eight idle hours, and after a week in any case", async () => {
  const ana = await hire();
  const [idle, old, fresh] = [await signIn(ana.id), await signIn(ana.id), await signIn(ana.id)];
  const [first, second] = await db.session.findMany({ where: { personId: ana.id }, orderBy: { createdAt: "asc" } });
  await db.$executeRaw`
    update session set last_seen_at = now() - interval '8 hours 1 minute' where token_hash = ${first?.tokenHash}`;
  await db.$executeRaw`update session set expires_at = now() - interval '1 second' where token_hash = ${second?.tokenHash}`;

  expect(await actorOfSession(idle, "en")).toBeNull();
  expect(await actorOfSession(old, "en")).toBeNull();
  expect(await actorOfSession(fresh, "en")).not.toBeNull();
});
