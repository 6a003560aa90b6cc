import { givenIdea, hire, seenReview } from "@/__tests__/support/database";
import { letFollow } from "@/__tests__/support/follow";
import { openPostOffice } from "@/__tests__/support/post-office";
import type { Actor } from "@/lib/access/actor";
import { postComment } from "@/lib/comments/commands";
import { chooseMails, endMails, mailChoicesOf } from "@/lib/notifications/choices";
import { deliver } from "@/lib/notifications/delivery";
import { answerOneClick } from "@/lib/notifications/one-click";
import { defaultRhythms, type MailChoices } from "@/lib/notifications/schema";
import { unsubscribeToken } from "@/lib/notifications/unsubscribe-token";
import { db } from "@/lib/platform/db/client";
import { forgetEnv } from "@/lib/platform/env";
import { answerIdea } from "@/lib/workflow/commands";

let office: Awaited<ReturnType<typeof openPostOffice>>;

beforeAll(async () => {
  office = await openPostOffice();
  process.env.SMTP_URL = office.url;
  forgetEnv();
});

afterAll(() => office.close());

beforeEach(async () => {
  office.deliveries.length = 0;
  await db.$executeRaw`delete from pgboss.job`;
});

const reason = "We *counted* forty bicycles, so there is need.";

/** Somebody's idea gets an answer; answers the line that tells them. */
async function answerTo(ana: Actor): Promise<string> {
  const marta = await hire({ name: "Marta", roles: ["reviewer"] });
  const { id } = await givenIdea({ author: ana, status: "in_review" });
  await answerIdea(marta, { ...(await seenReview(id)), reason });
  await letFollow();
  const line = await db.notification.findFirstOrThrow({ where: { personId: ana.id }, orderBy: { eventId: "desc" } });
  return line.id;
}

const choose = (actor: Actor, some: Partial<MailChoices>) =>
  chooseMails(actor, { ...defaultRhythms, timeZone: null, ...some });

const header = (name: string) =>
  new RegExp(`^${name}:(.*(?:\\r?\\n[ \\t].*)*)`, "im")
    .exec(office.deliveries[0]?.source ?? "")?.[1]
    ?.replaceAll(/\s+/g, " ")
    .trim();

const press = (token: string) =>
  answerOneClick(new Request("http://localhost:3000/x", { method: "POST" }), { params: Promise.resolve({ token }) });

it("has the very words of the answer in it, as text and as HTML", async () => {
  await deliver({ notification: await answerTo(await hire()) });
  const [{ source } = { source: "" }] = office.deliveries;

  expect(source).toContain(`> ${reason}`);
  expect(source).toContain("We <em>counted</em> forty bicycles");
});

it("is written in the reader's language", async () => {
  const ana = await hire();
  await db.person.update({ where: { id: ana.id }, data: { locale: "pt" } });
  await deliver({ notification: await answerTo(ana) });

  expect(office.deliveries[0]?.source).toContain("Ver a ideia");
});

it("goes to its one reader, named after its line, and stands with the others about that idea", async () => {
  const ana = await hire();
  const id = await answerTo(ana);
  await deliver({ notification: id });
  const { ideaId } = await db.notification.findUniqueOrThrow({ where: { id } });

  expect([header("Message-ID"), header("References")]).toEqual([`<${id}@localhost>`, `<idea.${ideaId}@localhost>`]);
  const { email } = await db.person.findUniqueOrThrow({ where: { id: ana.id } });
  expect(office.deliveries.map(({ to }) => to)).toEqual([[email]]);
});

it("is not sent again once the server took it", async () => {
  const id = await answerTo(await hire());
  await deliver({ notification: id });
  await deliver({ notification: id });

  expect(office.deliveries).toHaveLength(1);
});

it("is not sent to whoever has left, or chose never, in the meantime", async () => {
  const [gone, ana] = [await hire(), await hire()];
  const ids = [await answerTo(gone), await answerTo(ana)];
  await db.person.update({ where: { id: gone.id }, data: { status: "suspended" } });
  await choose(ana, { own: "never" });
  for (const id of ids) await deliver({ notification: id });

  expect(office.deliveries).toEqual([]);
});

it("does not tell of a comment that was taken back", async () => {
  const ana = await hire();
  await choose(ana, { comment: "now" });
  const { id: ideaId } = await givenIdea({ author: ana });
  await postComment(await hire(), { ideaId, body: "I should not say this", parentId: null, commentId: null });
  await letFollow();
  await db.comment.updateMany({ where: { ideaId }, data: { body: "", deletedAt: new Date() } });
  const { id } = await db.notification.findFirstOrThrow({ where: { personId: ana.id } });
  await deliver({ notification: id });

  expect(office.deliveries).toEqual([]);
});

it("fails when the server does not take it, and comes as the same mail later", async () => {
  const id = await answerTo(await hire());
  const url = process.env.SMTP_URL;
  process.env.SMTP_URL = "smtp://127.0.0.1:9";
  forgetEnv();
  await expect(deliver({ notification: id })).rejects.toThrow(/ECONNREFUSED/);
  process.env.SMTP_URL = url;
  forgetEnv();
  await deliver({ notification: id });

  expect(header("Message-ID")).toBe(`<${id}@localhost>`);
});

it("can be ended with one POST, without a session, by the link that is in its head", async () => {
  const ana = await hire();
  await deliver({ notification: await answerTo(ana) });
  const [, token = ""] =
    /^<http:\/\/localhost:3000\/unsubscribe\/([\w-]+)>$/.exec(header("List-Unsubscribe") ?? "") ?? [];
  const answer = await press(token);

  expect([header("List-Unsubscribe-Post"), answer.status]).toEqual(["List-Unsubscribe=One-Click", 204]);
  expect(await mailChoicesOf(ana)).toEqual({ ...defaultRhythms, own: "never", timeZone: null });
});

it("a link ends what it is about: one kind, the digests, or everything", async () => {
  const [ana, bea, carl] = [await hire(), await hire(), await hire()];
  await press(unsubscribeToken(ana.id, "comment"));
  await press(unsubscribeToken(bea.id, "digest"));
  await endMails(null, { token: unsubscribeToken(carl.id, "own"), all: "yes" });
  const choices = await Promise.all([ana, bea, carl].map(mailChoicesOf));

  expect(choices).toMatchObject([
    { own: "now", comment: "never", followed: "daily" },
    { own: "now", comment: "never", followed: "never" },
    { own: "never", comment: "never", followed: "never", mention: "never", task: "never" },
  ]);
});

it("a link that was altered, or made by somebody else, ends nothing", async () => {
  const ana = await hire();
  const token = unsubscribeToken(ana.id, "own");
  const forged = [
    `A${token.slice(1)}`,
    token.slice(0, -1),
    `${token}A`,
    unsubscribeToken(ana.id, "own").toLowerCase(),
    "",
  ];
  const statuses = await Promise.all(forged.map(async (text) => (await press(text)).status));

  expect(statuses.filter((status) => status !== 400 && status !== 404)).toEqual([]);
  expect(await mailChoicesOf(ana)).toEqual({ ...defaultRhythms, timeZone: null });
});

it("the seal of one person's link does not open another's", async () => {
  const [ana, bea] = [await hire(), await hire()];
  const bytesOf = ({ id }: Actor) => Buffer.from(unsubscribeToken(id, "own"), "base64url");
  const forged = Buffer.concat([bytesOf(ana).subarray(0, 17), bytesOf(bea).subarray(17)]).toString("base64url");

  expect((await press(forged)).status).toBe(404);
  expect(await mailChoicesOf(ana)).toEqual({ ...defaultRhythms, timeZone: null });
});

it("what waits for a digest follows a new choice", async () => {
  const ana = await hire();
  await choose(ana, { own: "daily" });
  const id = await answerTo(ana);
  await choose(ana, { own: "weekly" });

  expect(await db.notification.findUnique({ where: { id } })).toMatchObject({ rhythm: "weekly" });
});
