import { randomUUID } from "node:crypto";
import { foundOrganisation, givenIdea, hire } from "@/__tests__/support/database";
import { openPostOffice } from "@/__tests__/support/post-office";
import type { Actor } from "@/lib/access/actor";
import { deliver } from "@/lib/notifications/delivery";
import { gatherDigests, lastMorning } from "@/lib/notifications/digest";
import { type NewsKind, timeZones } from "@/lib/notifications/schema";
import { turnClock } from "@/lib/platform/clock";
import { db } from "@/lib/platform/db/client";
import { forgetEnv } from "@/lib/platform/env";

let office: Awaited<ReturnType<typeof openPostOffice>>;

beforeAll(async () => {
  office = await openPostOffice();
  process.env.SMTP_URL = office.url;
  forgetEnv();
  await foundOrganisation();
});

afterAll(() => office.close());

let turned = 0;

/** Sets the clock to an instant, for what asks TypeScript. */
function setClock(iso: string): void {
  const by = Date.parse(iso) - Date.now() - turned;
  turnClock(by);
  turned += by;
}

beforeEach(async () => {
  office.deliveries.length = 0;
  await db.notification.deleteMany();
  await db.digest.deleteMany();
  await db.$executeRaw`delete from pgboss.job`;
});

/** One line that waits for a digest. */
async function waits(
  person: Actor,
  about: { at: string; kind?: NewsKind; rhythm?: string; type?: string; to?: string },
) {
  const idea = await givenIdea({ title: `Idea of the kind ${about.kind ?? "followed"}` });
  const { id: eventId } = await db.event.create({
    data: { type: about.type ?? "idea.moved", via: "web", subjectId: idea.id, payload: { to: about.to ?? "accepted" } },
  });
  return db.notification.create({
    data: {
      eventId,
      personId: person.id,
      ideaId: idea.id,
      kind: about.kind ?? "followed",
      reason: "voter",
      rhythm: about.rhythm ?? "daily",
      createdAt: new Date(about.at),
    },
  });
}

/** Gathers what is due, and sends every mail that was ordered. */
async function morning(): Promise<void> {
  await gatherDigests();
  const jobs = await db.$queryRaw<{ data: Record<string, string> }[]>`
    update pgboss.job set state = 'completed' where name = 'mail' and state = 'created' returning data`;
  for (const { data } of jobs) await deliver(data);
}

const sent = () => office.deliveries.map(({ to, source }) => ({ to: to[0], source }));

it.each([
  [
    "the day the clocks go back in Madrid",
    "2026-10-25T12:00:00Z",
    "Europe/Madrid",
    "daily",
    "2026-10-25T07:00:00.000Z",
  ],
  ["the day before", "2026-10-24T12:00:00Z", "Europe/Madrid", "daily", "2026-10-24T06:00:00.000Z"],
  ["the day they go forward", "2027-03-28T12:00:00Z", "Europe/Madrid", "daily", "2027-03-28T06:00:00.000Z"],
  [
    "an hour later on the Canary Islands",
    "2026-10-25T12:00:00Z",
    "Atlantic/Canary",
    "daily",
    "2026-10-25T08:00:00.000Z",
  ],
  [
    "the Sunday in Santiago that begins at one",
    "2026-09-06T18:00:00Z",
    "America/Santiago",
    "daily",
    "2026-09-06T11:00:00.000Z",
  ],
  ["the Saturday before it", "2026-09-05T18:00:00Z", "America/Santiago", "daily", "2026-09-05T12:00:00.000Z"],
  ["before eight: yesterday's", "2026-11-20T06:59:59Z", "Europe/Madrid", "daily", "2026-11-19T07:00:00.000Z"],
  ["at eight sharp: today's", "2026-11-20T07:00:00Z", "Europe/Madrid", "daily", "2026-11-20T07:00:00.000Z"],
  ["a Sunday: last Monday", "2026-11-22T12:00:00Z", "Europe/Madrid", "weekly", "2026-11-16T07:00:00.000Z"],
  ["a Monday after eight: that one", "2026-11-23T07:30:00Z", "Europe/Madrid", "weekly", "2026-11-23T07:00:00.000Z"],
] as const)("the morning of a digest is 8 o'clock by the reader's own clock: %s", (_, at, zone, rhythm, expected) => {
  expect(lastMorning(new Date(at), zone, rhythm).toISOString()).toBe(expected);
});

it("every time zone that one can choose is known to the database", async () => {
  const known = await db.$queryRaw<{ name: string }[]>`select name from pg_timezone_names`;
  const names = new Set(known.map(({ name }) => name));

  expect(timeZones.filter((zone) => !names.has(zone))).toEqual([]);
});

it("tells of everything since the last one in one mail, and of nothing twice", async () => {
  const ana = await hire({ email: `${randomUUID()}@aurora.example` });
  await waits(ana, { at: "2026-11-19T15:00:00Z" });
  await waits(ana, { at: "2026-11-19T16:00:00Z", kind: "comment", type: "idea.answered" });
  setClock("2026-11-20T11:30:00Z");
  await morning();
  await morning();
  setClock("2026-11-21T11:30:00Z");
  await morning();

  expect(sent()).toHaveLength(1);
  expect(sent()[0]?.source).toContain("2 novedades sobre ideas en Aurora");
});

it("waits for the morning of the reader's own time zone", async () => {
  const [here, there] = [await hire(), await hire()];
  await db.person.update({ where: { id: there.id }, data: { timeZone: "Europe/Madrid" } });
  for (const one of [here, there]) await waits(one, { at: "2026-11-19T23:00:00Z" });
  setClock("2026-11-20T08:00:00Z");
  await morning();
  const early = sent().length;
  setClock("2026-11-20T11:00:00Z");
  await morning();

  expect([early, sent().length]).toEqual([1, 2]);
});

it("puts answers and progress first, one's own ideas before others', and talk last", async () => {
  const ana = await hire();
  for (const kind of ["comment", "mention", "task", "followed", "own"] as const)
    await waits(ana, { at: "2026-11-19T15:00:00Z", kind });
  setClock("2026-11-20T12:00:00Z");
  await morning();
  const source = sent()[0]?.source.replaceAll(/\s+/g, " ") ?? "";
  const text = source.slice(source.indexOf("text/plain"), source.indexOf("text/html"));
  const order = [...text.matchAll(/Idea of the kind (\w+)/g)].map(([, kind]) => kind);

  expect(order).toEqual(["own", "followed", "task", "mention", "comment"]);
});

it("is not sent when it would be empty: all read meanwhile, or nothing there", async () => {
  const [ana, bea] = [await hire(), await hire()];
  const { id } = await waits(ana, { at: "2026-11-19T15:00:00Z" });
  await db.notification.update({ where: { id }, data: { readAt: new Date() } });
  const late = await waits(bea, { at: "2026-11-19T15:00:00Z" });
  setClock("2026-11-20T12:00:00Z");
  await gatherDigests();
  await db.notification.update({ where: { id: late.id }, data: { readAt: new Date() } });
  await morning();

  expect(sent()).toEqual([]);
  expect(await db.digest.count({ where: { personId: ana.id } })).toBe(0);
});

it("a weekly one waits for Monday", async () => {
  const ana = await hire();
  await waits(ana, { at: "2026-11-19T15:00:00Z", rhythm: "weekly" });
  setClock("2026-11-22T20:00:00Z");
  await morning();
  const onSunday = sent().length;
  setClock("2026-11-23T12:00:00Z");
  await morning();

  expect([onSunday, sent().length]).toEqual([0, 1]);
  expect(sent()[0]?.source).toContain("Tu semana de ideas en Aurora");
});

it("a digest that is sent twice carries the same Message-ID, of the portal's own name", async () => {
  const ana = await hire();
  await waits(ana, { at: "2026-11-19T15:00:00Z" });
  setClock("2026-11-20T12:00:00Z");
  await morning();
  const { id } = await db.digest.findFirstOrThrow({ where: { personId: ana.id } });
  await db.digest.update({ where: { id }, data: { mailedAt: null } });
  await deliver({ digest: id });
  const ids = sent().map(({ source }) => /^Message-ID: (.*)$/im.exec(source)?.[1]);

  expect(ids).toEqual([`<${id}@localhost>`, `<${id}@localhost>`]);
});
