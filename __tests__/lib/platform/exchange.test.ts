import { Agent, request as ask, createServer, type Server } from "node:http";
import { type AddressInfo, connect } from "node:net";
import { text } from "node:stream/consumers";
import { setImmediate, setTimeout as sleep } from "node:timers/promises";
import { forgetEnv } from "@/lib/platform/env";
import { exchange } from "@/lib/platform/exchange";
import { networkAddress, networkOf } from "@/lib/platform/network-address";
import { watchExchanges } from "@/lib/platform/watch-exchanges";

let server: Server;
const port = () => (server.address() as AddressInfo).port;

beforeAll(async () => {
  process.env.LOG_LEVEL = "silent";
  watchExchanges();
  // Answers what it sees of itself after having waited in all the ways in which handlers wait.
  server = createServer(async (request, response) => {
    const seen = [exchange()?.request.url];
    await setImmediate();
    seen.push(exchange()?.request.url);
    await text(request);
    await sleep(Math.random() * 5);
    seen.push(exchange()?.request.url, exchange()?.requestId);
    response.end(JSON.stringify(seen));
  });
  await new Promise<void>((ready) => server.listen(0, "127.0.0.1", ready));
});

afterAll(async () => {
  server.closeAllConnections();
  await new Promise((closed) => server.close(closed));
});

const get = (path: string, agent: Agent) =>
  new Promise<string[]>((done, fail) => {
    const asked = ask({ port: port(), path, agent, method: "POST" }, async (answer) => {
      done([...JSON.parse(await text(answer)), String(answer.headers["x-request-id"])]);
    });
    asked.on("error", fail).end("x".repeat(20_000));
  });

it("every request has an exchange of its own, however many run at once on connections that are used again", async () => {
  const agent = new Agent({ keepAlive: true, maxSockets: 20 });
  const paths = Array.from({ length: 400 }, (_, number) => `/${number}`);

  const answers = await Promise.all(paths.map((path) => get(path, agent)));
  agent.destroy();

  expect(answers.map(([first, second, third]) => [first, second, third])).toEqual(
    paths.map((path) => [path, path, path]),
  );
  expect(answers.every(([, , , inside, outside]) => inside === outside)).toBe(true);
  expect(new Set(answers.map(([, , , id]) => id)).size).toBe(400);
});

it("requests that arrive in one piece do not see each other either", async () => {
  const socket = connect(port(), "127.0.0.1");
  const each = (path: string, last = "") => `GET ${path} HTTP/1.1\r\nHost: x\r\n${last}\r\n`;

  socket.write(each("/a") + each("/b") + each("/c", "Connection: close\r\n"));
  const said = await text(socket);

  expect([...said.matchAll(/\["(\/\w)","(\/\w)","(\/\w)"/g)].map(([, ...seen]) => seen.join(""))).toEqual([
    "/a/a/a",
    "/b/b/b",
    "/c/c/c",
  ]);
});

it("outside of requests there is none", () => {
  expect(exchange()).toBeUndefined();
});

describe("the address of whoever asks", () => {
  const from = (remoteAddress: string, forwarded?: string, proxies = 0) => {
    process.env.TRUSTED_PROXIES = String(proxies);
    forgetEnv();
    const headers = forwarded === undefined ? {} : { "x-forwarded-for": forwarded };
    return networkAddress({ headers, socket: { remoteAddress } } as Parameters<typeof networkAddress>[0]);
  };
  afterAll(() => {
    delete process.env.TRUSTED_PROXIES;
    forgetEnv();
  });

  it("is that of the connection, whatever its sender writes", () => {
    expect(from("::ffff:192.0.2.7", "203.0.113.5")).toBe("192.0.2.7");
  });

  it("is what our own proxies saw, counted from the end", () => {
    expect(from("10.0.0.1", "6.6.6.6, 203.0.113.5", 1)).toBe("203.0.113.5");
    expect(from("10.0.0.1", "6.6.6.6, 203.0.113.5, 10.0.0.2", 2)).toBe("203.0.113.5");
  });

  it("is that of the connection when the proxies wrote nothing that is an address", () => {
    expect(from("10.0.0.1", undefined, 1)).toBe("10.0.0.1");
    expect(from("10.0.0.1", "<script>", 1)).toBe("10.0.0.1");
    expect(from("10.0.0.1", "203.0.113.5", 2)).toBe("10.0.0.1");
  });

  it("counts as its whole network where everybody has many", () => {
    expect(networkOf("2001:db8:1:2:3:4:5:6")).toBe("2001:db8:1:2::/64");
    expect(networkOf("2001:db8::6")).toBe(networkOf("2001:0db8:0:0:ffff::1"));
    expect(networkOf("192.0.2.7")).toBe("192.0.2.7");
  });
});
