import { randomUUID } from "node:crypto";
import { setTimeout as sleep } from "node:timers/promises";
import { z } from "zod";
import { db, Prisma, transaction } from "@/lib/platform/db/client";
import { defineEvent, record } from "@/lib/platform/events";
import { type Errands, sendSql, workOff } from "@/lib/platform/jobs";
import { errandsFor, uuidOf, when } from "@/lib/platform/react";

const stoneThrown = defineEvent({
  type: "stone.thrown",
  payload: z.object({ far: z.number() }),
  webhook: false,
  followed: true,
});
const waterCrossed = defineEvent({ type: "water.crossed", payload: z.object({}), webhook: false });
const nobody = { id: null, via: "job" as const };

const jobsIn = async (queue: string) =>
  db.$queryRaw<{ id: string; state: string; data: Record<string, string> }[]>`
    select id, state::text, data from pgboss.job where name = ${queue} order by created_on`;

const throwStone = (far = 7) => transaction((tx) => record(tx, nobody, stoneThrown, randomUUID(), { far }));

const send = (data: Record<string, string>, id: string = randomUUID()) =>
  db.$executeRaw(sendSql("mail", Prisma.sql`select ${id}::uuid, ${JSON.stringify(data)}::jsonb`));

async function workUntil(errands: Errands, isDone: () => boolean | Promise<boolean>): Promise<void> {
  const stop = await workOff(errands);
  try {
    const deadline = Date.now() + 30_000;
    while (!(await isDone())) {
      if (Date.now() > deadline) throw new Error("it did not happen");
      await sleep(20);
    }
  } finally {
    await stop();
  }
}

beforeEach(() => db.$executeRaw`delete from pgboss.job`);

it("an event that something follows from comes with a job, and any other one without", async () => {
  await throwStone();
  await transaction((tx) => record(tx, nobody, waterCrossed, randomUUID(), {}));
  const event = await db.event.findFirstOrThrow({ where: { type: "stone.thrown" }, orderBy: { id: "desc" } });

  expect(await jobsIn("react")).toMatchObject([{ data: { event: String(event.id) } }]);
});

it("what was rolled back leaves no job", async () => {
  const given = transaction(async (tx) => {
    await record(tx, nobody, stoneThrown, randomUUID(), { far: 1 });
    throw new Error("on second thoughts");
  });
  await expect(given).rejects.toThrow("on second thoughts");

  expect(await jobsIn("react")).toEqual([]);
});

it("everything that follows from an event is done, with what was written down of it", async () => {
  const done: string[] = [];
  const reactions = when(stoneThrown, {
    makeRings: async ({ payload }) => done.push(`rings ${payload.far}`),
    startleFrog: async ({ via }) => done.push(`frog ${via}`),
  });
  await throwStone(12);
  await workUntil(errandsFor(reactions), () => done.length === 2);

  expect(done.sort()).toEqual(["frog job", "rings 12"]);
});

it("an event that comes twice leads to each thing once", async () => {
  const { react } = errandsFor(when(stoneThrown, { makeRings: async () => {} }));
  await throwStone();
  const [job] = await jobsIn("react");
  await react?.(job?.data ?? {});
  await react?.(job?.data ?? {});

  expect(await jobsIn("reaction")).toHaveLength(1);
});

it("one thing that fails does not hold up another", async () => {
  const done: string[] = [];
  const reactions = when(stoneThrown, {
    startleFrog: () => Promise.reject(new Error("there is no frog")),
    makeRings: async () => done.push("rings"),
  });
  await throwStone();
  await workUntil(errandsFor(reactions), async () => {
    const states = (await jobsIn("reaction")).map(({ state }) => state);
    return states.includes("retry") && states.includes("completed");
  });

  expect(done).toEqual(["rings"]);
});

it("what fails for good is kept apart, with what went wrong", async () => {
  await send({ notification: "x" });
  await db.$executeRaw`update pgboss.job set retry_limit = 0 where name = 'mail'`;
  await workUntil(
    { mail: () => Promise.reject(new Error("no such mailbox")) },
    async () => (await jobsIn("failed")).length > 0,
  );

  const [failed] = await db.$queryRaw<unknown[]>`
    select data, source_name as source, source_output as output from pgboss.job where name = 'failed'`;
  expect(failed).toMatchObject({ data: { notification: "x" }, source: "mail", output: { text: "no such mailbox" } });
});

it("a job that a process left behind is begun anew by the next one", async () => {
  await send({ notification: "left behind" });
  await db.$executeRaw`update pgboss.job set state = 'active', started_on = now() where name = 'mail'`;
  const done: (string | undefined)[] = [];
  await workUntil({ mail: async ({ notification }) => done.push(notification) }, () => done.length > 0);

  expect(done).toEqual(["left behind"]);
});

it("a job with the same id is put into a queue once", async () => {
  const id = uuidOf("one and the same");
  await send({}, id);
  await send({}, id);

  expect(await jobsIn("mail")).toHaveLength(1);
});

it("the queue finds its tables as its library would make them", async () => {
  const { PgBoss } = await import("pg-boss");
  const boss = new PgBoss({
    connectionString: process.env.DATABASE_URL ?? "",
    max: 1,
    migrate: false,
    supervise: false,
  });
  await boss.start();
  const drift = await boss.detectSchemaDrift();
  await boss.stop();

  expect(drift).toMatchObject({ ok: true });
});
