import type { Job, JobResult, PgBoss } from "pg-boss";
import { db, Prisma } from "./db/client";
import { env } from "./env";
import { describeError } from "./error-text";
import { log } from "./log";

/** The queues there are: events that something follows from, single things that follow, mails. */
export const queues = ["react", "reaction", "mail"] as const;

/** One of the queues. */
export type QueueName = (typeof queues)[number];

/** Works one job off. It may come twice, and whatever it throws it is tried again for. */
export type Errand = (data: Record<string, string>) => Promise<unknown>;

/** Who works off which queue. */
export type Errands = Partial<Record<QueueName, Errand>>;

/**
 * SQL that puts jobs into a queue, for the transaction or the very statement of what they follow from: they are there
 * afterwards together with it, or neither is. A job whose id the queue has had lately is not put in again.
 *
 * @param jobs SQL that answers the jobs, as columns `id` and `data`
 */
export const sendSql = (queue: QueueName, jobs: Prisma.Sql): Prisma.Sql => Prisma.sql`
  insert into pgboss.job (id, name, data, keep_until, retry_limit, retry_delay, retry_backoff, retry_delay_max,
                          expire_seconds, deletion_seconds, policy, dead_letter)
  select j.id,
         ${queue}::text,
         j.data,
         now() + make_interval(secs => q.retention_seconds),
         q.retry_limit, q.retry_delay, q.retry_backoff, q.retry_delay_max,
         q.expire_seconds, q.deletion_seconds, q.policy, q.dead_letter
    from (${jobs}) j (id, data)
    left join pgboss.queue q on q.name = ${queue}::text
      on conflict do nothing`;

/** How many jobs of a queue are worked off side by side, and how long a new one may wait to be noticed. */
const PACE = { batchSize: 10, pollingIntervalSeconds: 1, burstWhenBatchFull: true, perJobResults: true } as const;

/**
 * Works off queues inside this process until told to stop. Only whoever holds the worker's lock may call it: what is
 * still marked as being worked on was left behind by a process that died, and is begun anew at once.
 *
 * @returns what stops it; resolves once the jobs that were running are done
 */
export async function workOff(errands: Errands): Promise<() => Promise<void>> {
  const boss = await open();
  await beginAnew();
  const workers = new Map<string, string>();
  // What a job puts into a queue is looked for at once, not when that queue's turn comes.
  const hurry = () => {
    for (const id of workers.values()) boss.notifyWorker(id);
  };
  for (const [queue, errand] of Object.entries(errands)) {
    const run = (jobs: Job<Record<string, string>>[]) => settle(queue, errand, jobs).finally(hurry);
    workers.set(queue, await boss.work(queue, PACE, run));
  }
  return () => boss.stop({ graceful: true, timeout: 30_000 });
}

async function open(): Promise<PgBoss> {
  // Loaded here and nowhere else: a process that only sends needs none of it.
  const { PgBoss } = await import("pg-boss");
  const boss = new PgBoss({
    connectionString: env().DATABASE_URL,
    application_name: "tormenta worker",
    max: 2,
    migrate: false,
    createSchema: false,
    schedule: false,
    registerInstance: false,
  });
  boss.on("error", (error) => log().error({ err: error }, "the job queue complains"));
  boss.on("warning", ({ message }) => log().warn({ warning: message }, "the job queue warns"));
  await boss.start();
  return boss;
}

/** A job that took its process with it every time is left to run out of time, and so to fail for good. */
const beginAnew = () => db.$executeRaw`
  update pgboss.job
     set state = 'retry',
         start_after = now()
   where name = any (${[...queues]})
     and state = 'active'
     and retry_count < retry_limit`;

/** Each job by itself: one that fails holds up no other. */
const settle = (queue: string, errand: Errand, jobs: Job<Record<string, string>>[]): Promise<JobResult[]> =>
  Promise.all(
    jobs.map(async ({ id, data }) => {
      try {
        await errand(data);
        return { id, status: "completed" as const };
      } catch (error) {
        log().warn({ err: error, queue, jobId: id }, "a job failed");
        return { id, status: "failed" as const, output: describeError(error) };
      }
    }),
  );
