import { setTimeout } from "node:timers/promises";
import { deliver } from "./notifications/delivery";
import { type HeldLock, holdLock } from "./platform/db/hold-lock";
import { type Errands, workOff } from "./platform/jobs";
import { log } from "./platform/log";
import { errandsFor } from "./platform/react";
import { reactions } from "./reactions";
import { type Job, timetable } from "./schedule";

/** What there is to be done: by the clock, and because of what happened. */
export type Work = { jobs: Job[]; errands: Errands };

const everything: Work = { jobs: timetable, errands: { ...errandsFor(reactions), mail: deliver } };

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

async function workQueues(errands: Errands, until: AbortSignal): Promise<void> {
  if (Object.keys(errands).length === 0) return;
  const stop = await workOff(errands);
  await new Promise((ended) => (until.aborted ? ended(null) : until.addEventListener("abort", ended, { once: true })));
  await stop();
}

async function work({ jobs, errands }: Work, lock: HeldLock, until: AbortSignal): Promise<void> {
  log().info({ jobs: jobs.map(({ name }) => name) }, "this instance works off the timetable and the queues");
  const end = AbortSignal.any([until, lock.lost]);
  try {
    await Promise.all([workQueues(errands, end), ...jobs.map((job) => repeat(job, end))]);
  } finally {
    await lock.release();
  }
}

async function watch(all: Work, until: AbortSignal): Promise<void> {
  while (!until.aborted) {
    try {
      const lock = await holdLock("tormenta.worker");
      if (lock) await work(all, lock, until);
    } catch (error) {
      log().error({ err: error }, "worker could not start");
    }
    await pause(WATCH_MS, until);
  }
}

/**
 * Works off the timetable and the queues inside this process. Of all instances on a database one does, and when it goes another takes
 * over within seconds; a job never overlaps itself, and one that fails is logged and tried again at its next time.
 *
 * @returns what stops it; resolves once the jobs that were running are done
 */
export function startWorker(work: Partial<Work> = everything): () => Promise<void> {
  const end = new AbortController();
  const watching = watch({ jobs: [], errands: {}, ...work }, end.signal);
  return async () => {
    end.abort();
    await watching;
  };
}
