import { setTimeout as sleep } from "node:timers/promises";
import { startWorker } from "@/lib/worker";

/** A job that writes down who did it. */
const job = (log: string[], who: string, run = async () => {}) => ({
  name: who,
  pauseMs: 10,
  run: async () => {
    log.push(who);
    await run();
  },
});

async function until(isSo: () => boolean): Promise<void> {
  const deadline = Date.now() + 15_000;
  while (!isSo() && Date.now() < deadline) await sleep(20);
  expect(isSo()).toBe(true);
}

it("lets one of several instances do the work, and another take over when it goes", async () => {
  const log: string[] = [];
  const stopFirst = startWorker({ jobs: [job(log, "first")] });
  await until(() => log.length > 0);
  const stopSecond = startWorker({ jobs: [job(log, "second")] });
  await sleep(300);
  expect(new Set(log)).toEqual(new Set(["first"]));

  await stopFirst();
  await until(() => log.includes("second"));
  await stopSecond();
}, 20_000);

it("goes on after a job that failed", async () => {
  const log: string[] = [];
  const stop = startWorker({ jobs: [job(log, "fails", () => Promise.reject(new Error("on purpose")))] });

  await until(() => log.length > 2);
  await stop();
}, 20_000);

it("never runs a job again before it is done", async () => {
  const log: string[] = [];
  const slow = job(log, "begins", async () => {
    await sleep(50);
    log.push("ends");
  });
  const stop = startWorker({ jobs: [slow] });
  await until(() => log.length > 5);
  await stop();

  expect(log.join(" ")).toMatch(/^(begins ends ?)+$/);
}, 20_000);
