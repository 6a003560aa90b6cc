import { connect } from "node:net";
import { text } from "node:stream/consumers";
import { expect, test } from "@playwright/test";
import { asBrowserOf, asProgramOf, database, demoPeople } from "./support/callers";
import { type Portal, startPortal } from "./support/portal";

let portal: Portal;
test.beforeAll(async () => {
  portal = await startPortal({ DATABASE_POOL: "2" });
});
test.afterAll(() => portal.stop());

/** Keeps everybody else from reading `table` for as long as `work` takes. */
async function whileHeld<T>(table: string, work: () => Promise<T>): Promise<T> {
  const client = await database.connect();
  try {
    await client.query("begin");
    await client.query(`lock table ${table} in access exclusive mode`);
    return await work();
  } finally {
    await client.query("rollback");
    client.release();
  }
}

test("when no connection to the database is left, everybody is told within seconds when to come back", async () => {
  const program = await asProgramOf(demoPeople.employee);
  const browser = await asBrowserOf(demoPeople.employee);
  const asked = [
    ["/api/v1/ideas", program],
    ["/ideas", browser],
    ["/settings", browser],
    ["/api/v1/ideas", browser],
    ["/api/v1/ideas", program],
    ["/ideas", browser],
  ] as const;

  const answers = await whileHeld("person", () =>
    Promise.all(
      asked.map(async ([path, headers]) => {
        const answer = await fetch(portal.url + path, { headers, signal: AbortSignal.timeout(20_000) });
        return [path, answer.status, Number(answer.headers.get("retry-after")) > 0];
      }),
    ),
  );

  expect(answers).toEqual(asked.map(([path]) => [path, 503, true]));
  expect((await fetch(`${portal.url}/api/v1/ideas?limit=1`, { headers: program })).status).toBe(200);
});

test("a head that is too long is refused", async () => {
  const { status } = await fetch(`${portal.url}/sign-in`, { headers: { "x-long": "x".repeat(20_000) } });

  expect(status).toBe(431);
});

test("whoever is slow to say what they want is not waited for, and others are not in their way", async () => {
  const port = Number(new URL(portal.url).port);
  const slow = Array.from({ length: 50 }, () => {
    const socket = connect(port, "127.0.0.1");
    socket.on("error", () => undefined).write("POST /sign-in HTTP/1.1\r\nHost: x\r\nContent-Length: 1000\r\n");
    return socket;
  });

  expect((await fetch(`${portal.url}/sign-in`)).status).toBe(200);
  for (const socket of slow) socket.destroy();
});

test("two lengths in one request are refused, so that nobody can hide a second request in the first", async () => {
  const port = Number(new URL(portal.url).port);
  const socket = connect(port, "127.0.0.1");
  socket.write(
    "POST /sign-in HTTP/1.1\r\nHost: x\r\nContent-Length: 4\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\nGET / HTTP/1.1\r\n\r\n",
  );

  expect(await text(socket)).toMatch(/^HTTP\/1\.1 400/);
});
