import { setTimeout } from "node:timers/promises";
import { type HeldLock, holdLock } from "./platform/db/hold-lock";
import { log } from "./platform/log";
import { type Job, timetable } from "./schedule";

/** How soon another instance takes over when the one that works stops. */
const WATCH_MS = 5_000;

/** Waits, or until there is nothing to wait for any more. Never keeps a process alive. */
const pause = (ms: number, until: AbortSignal) =>
  setTimeout(ms, undefined, { signal: until, ref: false }).catch(() => {});

async function repeat({ name, pauseMs, run }: Job, until: AbortSignal): Promise<void> {
  while (!until.aborted) {
    try {
      await run();
    } catch (error) {
      log().error({ err: error, job: name }, "job failed");
    }
    await pause(pauseMs, until);
  }
}

async function work(jobs: Job[], lock: HeldLock, until: AbortSignal): Promise<void> {
  log().info({ jobs: jobs.map(({ name }) => name) }, "this instance works off the timetable");
  const end = AbortSignal.any([until, lock.lost]);
  await Promise.all(jobs.map((job) => repeat(job, end)));
  await lock.release();
}

async function watch(jobs: Job[], until: AbortSignal): Promise<void> {
  while (!until.aborted) {
    try {
      const lock = await holdLock("tormenta.worker");
      if (lock) await work(jobs, lock, until);
    } catch (error) {
      log().error({ err: error }, "worker could not start");
    }
    await pause(WATCH_MS, until);
  }
}

/**
 * Works off the timetable inside this process. Of all instances on a database one does, and when it goes another takes
 * over within seconds; a job never overlaps itself, and one that fails is logged and tried again at its next time.
 *
 * @returns what stops it; resolves once the jobs that were running are done
 */
export function startWorker(jobs = timetable): () => Promise<void> {
  const end = new AbortController();
  const watching = watch(jobs, end.signal);
  return async () => {
    end.abort();
    await watching;
  };
}
