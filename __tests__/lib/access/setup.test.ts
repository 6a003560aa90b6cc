import { setUpInput, timeZones } from "@/lib/access/schema";
import { foundOrganisation, isSetUp, offerSetup } from "@/lib/access/setup";
import { turnClock } from "@/lib/platform/clock";
import { db } from "@/lib/platform/db/client";
import { log } from "@/lib/platform/log";
import { eventsOf } from "../../support/database";

const HOUR_MS = 3_600_000;

const input = {
  organisation: "Aurora",
  timeZone: "America/Santiago",
  locale: "es" as const,
  name: "Elena",
  email: "elena@example.org",
};

afterEach(async () => {
  jest.restoreAllMocks();
  await db.organisation.deleteMany();
  await db.setupToken.deleteMany();
  await db.person.deleteMany();
});

/** Starts the server on an empty portal. Answers the token that its log shows. */
async function startServer(): Promise<string> {
  const printed = jest.spyOn(log(), "warn");
  await offerSetup();
  const [{ address }] = printed.mock.calls.at(-1) as unknown as [{ address: string }];
  printed.mockRestore();
  return new URL(address).searchParams.get("token") ?? "";
}

it("gives an empty portal an organisation and its first administrator", async () => {
  const token = await startServer();

  const id = await foundOrganisation({ ...input, token });

  expect(await isSetUp()).toBe(true);
  const person = await db.person.findUniqueOrThrow({ where: { id }, include: { roles: { orderBy: { role: "asc" } } } });
  expect(person).toMatchObject({ name: "Elena", email: "elena@example.org", status: "active" });
  expect(person.roles.map(({ role }) => role)).toEqual(["employee", "administrator"]);
  expect(await eventsOf(id)).toEqual(["organisation.setUp"]);
});

it("keeps only the token's hash", async () => {
  const token = await startServer();

  expect(JSON.stringify(await db.setupToken.findMany())).not.toContain(token);
});

it("refuses a token that nobody printed", async () => {
  await startServer();

  await expect(foundOrganisation({ ...input, token: "guessed" })).rejects.toMatchObject({
    code: "invalid",
    fields: { token: "access.setupTokenNotValid" },
  });
  expect(await isSetUp()).toBe(false);
});

it("refuses a token after an hour", async () => {
  turnClock(-HOUR_MS);
  const token = await startServer();
  turnClock(HOUR_MS);

  await expect(foundOrganisation({ ...input, token })).rejects.toMatchObject({ code: "invalid" });
});

it("accepts each of the tokens that two servers of one portal print", async () => {
  const first = await startServer();
  await startServer();

  await expect(foundOrganisation({ ...input, token: first })).resolves.toEqual(expect.any(String));
});

it("happens once, however many begin at the same moment", async () => {
  const tokens = [await startServer(), await startServer(), await startServer()];

  const attempts = await Promise.allSettled(
    [...tokens, ...tokens].map((token, i) => foundOrganisation({ ...input, token, email: `p${i}@example.org` })),
  );

  const refused = attempts.filter((attempt) => attempt.status === "rejected");
  expect(refused).toHaveLength(5);
  for (const { reason } of refused) expect(reason).toMatchObject({ reason: "access.alreadySetUp" });
  expect(await db.person.count()).toBe(1);
});

it("prints nothing, and keeps no token, once it is done", async () => {
  await foundOrganisation({ ...input, token: await startServer() });
  const printed = jest.spyOn(log(), "warn");

  await offerSetup();

  expect(printed).not.toHaveBeenCalled();
  expect(await db.setupToken.count()).toBe(0);
});

it("offers only time zones that the database knows", async () => {
  const known = await db.$queryRaw<{ name: string }[]>`select name from pg_timezone_names`;
  const names = new Set(known.map(({ name }) => name));

  expect(timeZones.filter((zone) => !names.has(zone))).toEqual([]);
  expect(setUpInput.safeParse({ ...input, token: "t", timeZone: "Mars/Olympus" }).success).toBe(false);
});
