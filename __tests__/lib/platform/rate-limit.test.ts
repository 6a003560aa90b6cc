import { readFileSync } from "node:fs";
import { db } from "@/lib/platform/db/client";
import { forgetEnv } from "@/lib/platform/env";
import { type Exchange, exchange, exchanges } from "@/lib/platform/exchange";
import { limits, readLimits } from "@/lib/platform/limits";
import { countFor, countForAccount } from "@/lib/platform/rate-limit";

beforeAll(() => {
  delete process.env.LIMITS;
  forgetEnv();
});

const tries = (email: string, count: number) =>
  Promise.allSettled(Array.from({ length: count }, () => countForAccount(email, "links")));
const refused = (results: PromiseSettledResult<void>[]) =>
  results.filter((result) => result.status === "rejected").map(({ reason }) => [reason.code, reason.retryAfterS > 0]);

it("one address gets five links an hour, also when asked for all at once, and however it is spelt", async () => {
  const results = [...(await tries("ana@example.org", 5)), ...(await tries("ANA@example.org", 3))];

  expect(refused(results)).toEqual(Array(3).fill(["too_many", true]));
  expect(refused(await tries("bea@example.org", 8))).toHaveLength(3);
});

it("an address can be tried again after an hour", async () => {
  await tries("ida@example.org", 5);
  await db.$executeRaw`update rate_limit set expire = expire - 3600001`;

  expect(refused(await tries("ida@example.org", 1))).toEqual([]);
});

it("what is counted names nobody", async () => {
  await tries("mia@example.org", 1);

  const keys = await db.$queryRaw<{ key: string }[]>`select key from rate_limit`;
  expect(keys.map(({ key }) => key).filter((key) => !/^links:[\w-]{43}$/.test(key))).toEqual([]);
});

it("where it cannot be counted, nobody signs in", async () => {
  await db.$executeRaw`alter table rate_limit rename to elsewhere`;
  const [result] = await tries("eva@example.org", 1);
  await db.$executeRaw`alter table elsewhere rename to rate_limit`;

  expect(result?.status).toBe("rejected");
});

it("jobs and scripts are not counted", async () => {
  for (let time = 0; time <= limits.submissions.times; time++) await countFor("somebody", "submissions");
});

it("a setting changes some of the limits, and is refused when it names none", () => {
  expect(readLimits("reads=1000, links=3,")).toEqual({ reads: 1000, links: 3 });
  expect(readLimits("")).toEqual({});
  for (const wrong of ["read=1", "reads", "reads=0", "reads=-1", "reads=1e9", "constructor=1"]) {
    expect([wrong, readLimits(wrong)]).toEqual([wrong, undefined]);
  }
});

it("the page for those who run a portal lists every limit as it is", () => {
  const page = readFileSync("docs/administrators.md", "utf8");
  const per = { 60: "minute", 3600: "hour" };
  const rows = Object.entries(limits).map(
    ([name, { times, seconds, whom }]) => `| \`${name}\` | ${times} | ${per[seconds]} | ${whom} |`,
  );

  expect(rows.filter((row) => !page.includes(row))).toEqual([]);
});

it("a count that lasts a minute does not keep the request that long", async () => {
  const kept: unknown[] = [];
  const setTimer = setTimeout;
  const watch = jest.spyOn(globalThis, "setTimeout").mockImplementation(((...timer: Parameters<typeof setTimeout>) => {
    kept.push(exchange());
    return setTimer(...timer);
  }) as typeof setTimeout);

  await exchanges.run({} as Exchange, () => countFor("somebody new", "reads"));
  watch.mockRestore();

  expect(kept).toEqual([undefined]);
});
