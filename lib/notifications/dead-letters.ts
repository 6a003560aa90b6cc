import type { z } from "zod";
import type { Actor } from "../access/actor";
import { authorize } from "../access/authorize";
import { db, Prisma, transaction } from "../platform/db/client";
import { record } from "../platform/events";
import { type QueueName, sendSql } from "../platform/jobs";
import { jobDiscarded, jobReplayed } from "./events";
import type { FailedJob, jobRef } from "./schema";

/** More than anybody reads one by one; those after them come up when these are gone. */
const MOST_SHOWN = 100;

/** What failed for good, newest first: what it was about, whom for, and what was said when it failed the last time. */
export async function listFailedJobs(actor: Actor): Promise<FailedJob[]> {
  authorize(actor, "job.manage");
  return db.$queryRaw<FailedJob[]>`
    select j.id,
           j.source_name as queue,
           j.data ->> 'reaction' as reaction,
           coalesce(e.type, case when d.id is not null then 'digest' when l.id is not null then 'letter' end) as about,
           i.id as "ideaId",
           i.title as "ideaTitle",
           p.name as recipient,
           j.created_on as "failedAt",
           j.source_created_on as "since",
           coalesce(j.source_retry_count, 0)::int + 1 as tries,
           coalesce(nullif(j.source_output ->> 'text', ''), j.source_output ->> 'code', j.source_output ->> 'type', '') as why
      from pgboss.job j
      left join notification n on n.id = (j.data ->> 'notification')::uuid
      left join digest d on d.id = (j.data ->> 'digest')::uuid
      left join monthly_letter l on l.id = (j.data ->> 'letter')::uuid
      left join event e on e.id = coalesce(n.event_id, (j.data ->> 'event')::bigint)
      left join idea i on i.id = e.subject_id and i.status <> 'draft'
      left join person p on p.id = coalesce(n.person_id, d.person_id, l.person_id)
     where j.name = 'failed'
       and j.state = 'created'
     order by j.created_on desc, j.id
     limit ${MOST_SHOWN}`;
}

type Taken = { id: string; queue: QueueName };

/** Puts back into their queues what failed for good: all of it, or one job. It gets all its tries anew. */
async function putBack(actor: Actor, which: Prisma.Sql): Promise<void> {
  authorize(actor, "job.manage");
  await transaction(async (tx) => {
    const taken = await tx.$queryRaw<(Taken & { data: unknown })[]>`
      delete from pgboss.job where name = 'failed' and ${which} returning id, source_name as queue, data`;
    for (const { id, queue, data } of taken) {
      const job = Prisma.sql`select gen_random_uuid(), ${JSON.stringify(data)}::jsonb`;
      await tx.$executeRaw(sendSql(queue, job));
      await record(tx, actor, jobReplayed, id, { name: queue });
    }
  });
}

/** Has a job that failed for good done again. Doing so twice does it once. */
export const replayJob = (actor: Actor, { jobId }: z.output<typeof jobRef>): Promise<void> =>
  putBack(actor, Prisma.sql`id = ${jobId}::uuid`);

/** Has everything done again that failed for good, as far as the list shows it. */
export const replayAllJobs = (actor: Actor): Promise<void> =>
  putBack(
    actor,
    Prisma.sql`id in (select id from pgboss.job where name = 'failed' order by created_on desc, id limit ${MOST_SHOWN})`,
  );

/** Gives up a job that failed for good. */
export async function discardJob(actor: Actor, { jobId }: z.output<typeof jobRef>): Promise<void> {
  authorize(actor, "job.manage");
  await transaction(async (tx) => {
    const [taken] = await tx.$queryRaw<Taken[]>`
      delete from pgboss.job where name = 'failed' and id = ${jobId}::uuid returning id, source_name as queue`;
    if (taken) await record(tx, actor, jobDiscarded, jobId, { name: taken.queue });
  });
}
