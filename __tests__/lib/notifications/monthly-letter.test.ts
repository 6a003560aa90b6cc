import { randomUUID } from "node:crypto";
import { givenIdea, hire } from "@/__tests__/support/database";
import { openPostOffice } from "@/__tests__/support/post-office";
import type { Actor } from "@/lib/access/actor";
import { rebuildInsights } from "@/lib/insights/roll-ups";
import { chooseMails, endMails, mailChoicesOf } from "@/lib/notifications/choices";
import { deliver } from "@/lib/notifications/delivery";
import { endedMonth, writeLetters } from "@/lib/notifications/monthly-letter";
import { unsubscribeToken } from "@/lib/notifications/unsubscribe-token";
import { turnClock } from "@/lib/platform/clock";
import { db } from "@/lib/platform/db/client";
import { forgetEnv } from "@/lib/platform/env";

let office: Awaited<ReturnType<typeof openPostOffice>>;

beforeAll(async () => {
  office = await openPostOffice();
  process.env.SMTP_URL = office.url;
  forgetEnv();
  await givenIdea({ title: "A shared calendar of maintenance windows", votes: 4, daysOld: 60 });
  await rebuildInsights();
});

afterAll(() => office.close());

beforeEach(async () => {
  office.deliveries.length = 0;
  await db.personRole.deleteMany({ where: { role: "executive" } });
  await db.$executeRaw`delete from pgboss.job`;
});

const executive = (name = "Grace") =>
  hire({ name, roles: ["executive"], email: `${name}.${randomUUID()}@example.org` });

/** Orders the letters that are due, and sends every mail that was ordered. */
async function post(): Promise<void> {
  await writeLetters();
  const jobs = await db.$queryRaw<{ data: Record<string, string> }[]>`
    update pgboss.job set state = 'completed' where name = 'mail' and state = 'created' returning data`;
  for (const { data } of jobs) await deliver(data);
}

const heads = () => office.deliveries.map(({ to }) => to[0]?.split(".")[0]);

it.each([
  ["in the night to the first", "2026-11-01T10:59:00Z", "America/Santiago", "America/Santiago", "2026-09"],
  ["at eight on the first", "2026-11-01T11:00:00Z", "America/Santiago", "America/Santiago", "2026-10"],
  ["at the same moment farther west", "2026-11-01T11:00:00Z", "America/Mexico_City", "America/Santiago", "2026-09"],
  ["at the end of a month", "2027-01-31T23:00:00Z", "Europe/Madrid", "Europe/Madrid", "2026-12"],
  ["while it goes on where the organisation is", "2026-11-01T02:59:00Z", "Asia/Tokyo", "America/Santiago", "2026-09"],
  ["once it is over there too", "2026-11-01T03:00:00Z", "Asia/Tokyo", "America/Santiago", "2026-10"],
  ["where the organisation is a day ahead", "2026-10-31T20:00:00Z", "America/Santiago", "Asia/Tokyo", "2026-09"],
])("tells %s of the month that had ended by then", (_, at, zone, countedIn, month) => {
  expect(endedMonth(new Date(at), zone, countedIn)).toBe(month);
});

it("goes to those who lead, once a month however often it is asked for", async () => {
  await executive();
  await hire({ name: "Samuel", roles: ["employee", "administrator"] });
  await Promise.all([writeLetters(), writeLetters()]);
  await post();
  await post();
  expect(heads()).toEqual(["Grace"]);

  turnClock(31 * 86_400_000);
  await post();
  expect(heads()).toEqual(["Grace", "Grace"]);
});

it("says in a sentence each what the page says, with the way there and the months it is about", async () => {
  await executive();
  await post();

  const [{ source } = { source: "" }] = office.deliveries;
  expect(source).toMatch(/Subject: .*Aurora/);
  expect(source).toContain("/insights?from=");
  expect(source).toContain("#timeToAnswer");
});

it("tells the figure that a sentence is about, where there is one", async () => {
  await executive();
  await post();

  expect(office.deliveries[0]?.source).toContain("Realizadas: 0");
});

it("can be ended by one press without signing in, and begun again in the settings", async () => {
  const grace = await executive();
  await post();
  expect(office.deliveries[0]?.source).toContain("List-Unsubscribe-Post: List-Unsubscribe=One-Click");

  await endMails(null, { token: unsubscribeToken(grace.id, "letter") });
  expect(await mailChoicesOf(grace)).toMatchObject({ letter: "never", own: "now" });
  await db.monthlyLetter.deleteMany();
  await post();
  expect(office.deliveries).toHaveLength(1);

  await chooseMails(grace, { ...(await mailChoicesOf(grace)), letter: "monthly" });
  await post();
  expect(office.deliveries).toHaveLength(2);
});

it("is not sent to whoever leads no more by the time it is", async () => {
  const grace = await executive();
  await writeLetters();
  await db.personRole.deleteMany({ where: { personId: grace.id } });
  const [letter] = await db.monthlyLetter.findMany({ where: { personId: grace.id } });
  await deliver({ letter: letter?.id ?? "" });

  expect(office.deliveries).toEqual([]);
});

it("is a choice for those alone who get it", async () => {
  const samuel: Actor = await hire({ roles: ["employee", "administrator"] });

  expect(await mailChoicesOf(samuel)).not.toHaveProperty("letter");
});
