import { randomUUID } from "node:crypto";
import { Client } from "pg";
import { checkChain } from "@/lib/audit/check-chain";
import { sealEvents } from "@/lib/audit/seal-events";
import { verifyChain } from "@/lib/audit/verify-chain";
import { db, Prisma } from "@/lib/platform/db/client";
import { record } from "@/lib/platform/events";
import { unitAdded } from "@/lib/settings/events";
import { hire } from "../../support/database";
import { tamper } from "./tampering";

const nobody = { id: null, via: "job" } as const;

/** Writes events that are sealed at once. */
async function sealed(count: number): Promise<void> {
  for (let n = 1; n <= count; n++) {
    await record(db, nobody, unitAdded, randomUUID(), { kind: "category", name: `Number ${n}` });
  }
  await sealEvents();
}

/** Three seals over ids 1 to 12, with 4 free: its transaction was rolled back. */
async function givenChain(): Promise<void> {
  await tamper(
    "truncate event restart identity cascade",
    "truncate event_seal",
    "update event_chain set seals = 0, upto_id = 0, hash = decode(repeat('00', 32), 'hex')",
  );
  await sealed(3);
  await db.$queryRaw`select nextval(pg_get_serial_sequence('event', 'id'))`;
  await sealed(4);
  await sealed(4);
}

beforeEach(givenChain);

const faultFound = async () => {
  const { fault } = await verifyChain();
  return fault && [fault.kind, Number(fault.seal)];
};

it("holds over everything that was written", async () => {
  expect(await verifyChain()).toMatchObject({ fault: null, seals: 3n, events: 11n, uptoId: 12n, unsealed: 0n });
});

it("holds for a portal in which nothing has happened", async () => {
  await tamper(
    "truncate event restart identity cascade",
    "truncate event_seal",
    "update event_chain set seals = 0, upto_id = 0, hash = decode(repeat('00', 32), 'hex')",
  );

  expect(await verifyChain()).toMatchObject({ fault: null, seals: 0n, events: 0n });
});

it("counts what is newer than the last seal", async () => {
  await record(db, nobody, unitAdded, randomUUID(), { kind: "category", name: "Newest" });

  expect(await verifyChain()).toMatchObject({ fault: null, events: 11n, unsealed: 1n });
});

it("divides what is much into seals of a thousand", async () => {
  await db.$executeRaw`
    insert into event (type, via, subject_id) select 'unit.added', 'job', gen_random_uuid() from generate_series(1, 2500)`;

  expect(await sealEvents()).toBe(2500);
  expect(await verifyChain()).toMatchObject({ fault: null, seals: 6n, events: 2511n });
});

it.each([
  ["its payload", `update event set payload = '{"kind": "category", "name": "Other"}' where id = 6`],
  ["its actor", "update event set actor_id = gen_random_uuid() where id = 6"],
  ["its time", "update event set at = at + interval '1 millisecond' where id = 6"],
  ["its kind", "update event set type = 'unit.renamed' where id = 6"],
  ["its door", "update event set via = 'web' where id = 6"],
  ["what it happened to", "update event set subject_id = gen_random_uuid() where id = 6"],
])("finds an event of which %s was changed", async (_what, statement) => {
  await tamper(statement);

  expect(await faultFound()).toEqual(["events_changed", 2]);
});

it("finds that an event was removed", async () => {
  await tamper("delete from event where id = 6");

  expect(await faultFound()).toEqual(["events_missing", 2]);
});

it("finds that the last sealed event was removed", async () => {
  await tamper("delete from event where id = 12");

  expect(await faultFound()).toEqual(["events_missing", 3]);
});

it("finds an event that was put into a gap", async () => {
  await tamper(`insert into event (id, type, via, subject_id) values (4, 'unit.added', 'web', gen_random_uuid())`);

  expect(await faultFound()).toEqual(["events_added", 2]);
});

it("finds an event that was put before the first", async () => {
  await tamper(`insert into event (id, type, via, subject_id) values (0, 'unit.added', 'web', gen_random_uuid())`);

  expect(await faultFound()).toEqual(["events_before", 1]);
});

it("finds that two events changed places", async () => {
  await tamper(
    "update event set id = -1 where id = 6",
    "update event set id = 6 where id = 7",
    "update event set id = 7 where id = -1",
  );

  expect(await faultFound()).toEqual(["events_changed", 2]);
});

it("finds that an event moved from one seal to the next", async () => {
  await tamper("update event set id = 4 where id = 3");

  expect(await faultFound()).toEqual(["events_missing", 1]);
});

it("finds that a seal was removed", async () => {
  await tamper("delete from event_seal where number = 2");

  expect(await faultFound()).toEqual(["seal_missing", 2]);
});

it("finds that the last seal was removed, with its events or without", async () => {
  await tamper("delete from event_seal where number = 3");
  expect(await faultFound()).toEqual(["end_lost", 3]);

  await tamper("delete from event where id > 8");
  expect(await faultFound()).toEqual(["end_lost", 3]);
});

it("does not hide that the last seal was removed by sealing anew", async () => {
  await tamper("delete from event_seal where number = 3");
  await sealed(1);

  expect(await faultFound()).toEqual(["seal_missing", 3]);
});

it("finds that the log was emptied", async () => {
  await tamper("truncate event cascade", "truncate event_seal");

  expect(await faultFound()).toEqual(["end_lost", 1]);
});

it.each([
  ["time", "update event_seal set sealed_at = sealed_at - interval '1 day' where number = 2"],
  ["hash", "update event_seal set hash = sha256('other') where number = 2"],
])("finds that a seal's %s was changed", async (_what, statement) => {
  await tamper(statement);

  expect(await faultFound()).toEqual(["events_changed", 2]);
});

it("finds a seal that was made anew over a changed event, by the one after it", async () => {
  const before = await db.$queryRaw<{ hash: string }[]>`
    select encode(hash, 'hex') as hash from event_seal where number = 3`;
  await tamper("update event set via = 'web' where id = 6", "delete from event_seal where number > 1");
  await tamper(`update event_chain set seals = 1, upto_id = 3, hash = (select hash from event_seal where number = 1)`);
  await sealEvents();
  const heard: string[] = [];
  const { fault } = await verifyChain((hash) => heard.push(hash));

  // Whoever may rewrite all of it can make a chain that holds, but not the one whose hash is kept elsewhere.
  expect(fault).toBeNull();
  expect(heard).not.toContain(before[0]?.hash);
});

it("names every hash that the chain has had, so that one kept elsewhere is found again", async () => {
  const heard: string[] = [];
  await verifyChain((hash) => heard.push(hash));
  await sealed(2);
  const later: string[] = [];
  await verifyChain((hash) => later.push(hash));

  expect(later.slice(0, 3)).toEqual(heard);
});

it.each([
  ["an event", Prisma.sql`update event set via = 'web' where id = 6`],
  ["a seal", Prisma.sql`update event_seal set events = events`],
  ["the chain's end", Prisma.sql`update event_chain set seals = 2`],
])("the database lets nobody change %s", async (_what, statement) => {
  await expect(db.$executeRaw(statement)).rejects.toThrow(/never changed|only grows/);
});

it.each([
  ["an event", Prisma.sql`delete from event where id = 12`],
  ["a seal", Prisma.sql`delete from event_seal where number = 3`],
  ["the chain's end", Prisma.sql`delete from event_chain`],
])("the database lets nobody remove %s", async (_what, statement) => {
  await expect(db.$executeRaw(statement)).rejects.toThrow(/never changed|only grows/);
});

it("the database takes no seal that does not continue the chain", async () => {
  const other = db.$executeRaw`
    insert into event_seal (number, after_id, upto_id, events, sealed_at, previous, hash)
    select 4, 12, 13, 1, now(), sha256('other'), sha256('mine')`;

  await expect(other).rejects.toThrow("a seal continues the chain");
});

describe("while others are still writing", () => {
  let client: Client;
  beforeEach(async () => {
    client = new Client({ connectionString: process.env.DATABASE_URL });
    await client.connect();
    await client.query("begin");
    await client.query(`insert into event (type, via, subject_id) values ('unit.added', 'job', gen_random_uuid())`);
  });
  afterEach(() => client.end());

  it("waits for an event with a lower number, and then forgets neither", async () => {
    await sealed(2);
    expect(await verifyChain()).toMatchObject({ fault: null, events: 11n, unsealed: 2n });

    await client.query("commit");
    await sealEvents();
    expect(await verifyChain()).toMatchObject({ fault: null, events: 14n, unsealed: 0n });
  });

  it("goes on without an event whose transaction came to nothing", async () => {
    await sealed(2);
    await client.query("rollback");
    await sealEvents();

    expect(await verifyChain()).toMatchObject({ fault: null, events: 13n, unsealed: 0n });
  });

  it("does not wait for those who began after it looked", async () => {
    await sealed(1);
    const later = new Client({ connectionString: process.env.DATABASE_URL });
    await later.connect();
    await later.query("begin");
    await later.query(`insert into event (type, via, subject_id) values ('unit.added', 'job', gen_random_uuid())`);
    await client.query("commit");

    expect(await sealEvents()).toBe(2);
    await later.query("commit");
    await later.end();
    await sealEvents();
    expect(await verifyChain()).toMatchObject({ fault: null, events: 14n, unsealed: 0n });
  });
});

it("loses nothing and doubles nothing when many write and several seal at once", async () => {
  const author = await hire();
  const write = async () => {
    for (let n = 0; n < 40; n++) {
      await db.$transaction(async (tx) => {
        await record(tx, author, unitAdded, randomUUID(), { kind: "place", name: "Somewhere" });
        await tx.$executeRaw`select pg_sleep(random() * 0.01)`;
      });
    }
  };
  let isWriting = true;
  const seal = async () => {
    while (isWriting) await sealEvents();
  };
  const sealing = [seal(), seal(), seal()];
  await Promise.all([write(), write(), write(), write()]);
  isWriting = false;
  await Promise.all(sealing);
  await sealEvents();
  await sealEvents();

  expect(await verifyChain()).toMatchObject({ fault: null, events: 171n, unsealed: 0n });
});

it("a check by the clock is kept for administrators, with what it found", async () => {
  await tamper("truncate chain_check");
  await checkChain();
  await tamper("delete from event where id = 6");
  await checkChain();

  expect(await db.chainCheck.findMany({ orderBy: { checkedAt: "asc" } })).toMatchObject([
    { seals: 3n, events: 11n, fault: null, faultSeal: null },
    { seals: 1n, events: 3n, fault: "events_missing", faultSeal: 2n },
  ]);
});
