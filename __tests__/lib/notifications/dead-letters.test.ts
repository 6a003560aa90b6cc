import { givenIdea, hire } from "@/__tests__/support/database";
import { letFollow } from "@/__tests__/support/follow";
import type { Actor } from "@/lib/access/actor";
import { postComment } from "@/lib/comments/commands";
import { discardJob, listFailedJobs, replayAllJobs, replayJob } from "@/lib/notifications/dead-letters";
import { db } from "@/lib/platform/db/client";

const administrator = () => hire({ roles: ["administrator"] });

beforeEach(() => db.$executeRaw`delete from pgboss.job`);

/** The mail that tells somebody of a comment, after it failed for good. */
async function failedMail(recipient: Actor): Promise<void> {
  const { id: ideaId } = await givenIdea({ author: recipient });
  await db.mailPreference.createMany({
    data: [{ personId: recipient.id, kind: "comment", rhythm: "now" }],
    skipDuplicates: true,
  });
  await postComment(await hire(), { ideaId, body: "Could they have a roof?", parentId: null, commentId: null });
  await letFollow();
  await db.$executeRaw`
    update pgboss.job
       set name = 'failed', source_name = 'mail', source_retry_count = 22, source_output = '{"text": "no such mailbox"}'
     where name = 'mail'`;
}

const mails = () => db.$queryRaw<unknown[]>`select data, retry_limit from pgboss.job where name = 'mail'`;

it("says what failed, for whom, how often it was tried and why", async () => {
  await failedMail(await hire({ name: "Ana" }));

  expect(await listFailedJobs(await administrator())).toMatchObject([
    {
      queue: "mail",
      about: "comment.posted",
      ideaTitle: "Bicycle racks at the north gate",
      recipient: "Ana",
      tries: 23,
      why: "no such mailbox",
    },
  ]);
});

it("is done again once, however often that is asked for, with all its tries", async () => {
  await failedMail(await hire());
  const lucia = await administrator();
  const [{ id: jobId } = { id: "" }] = await listFailedJobs(lucia);
  await replayJob(lucia, { jobId });
  await replayJob(lucia, { jobId });

  expect(await mails()).toMatchObject([{ data: { notification: expect.any(String) }, retry_limit: 22 }]);
  expect(await listFailedJobs(lucia)).toEqual([]);
  expect(await db.event.count({ where: { subjectId: jobId, type: "job.replayed", actorId: lucia.id } })).toBe(1);
});

it("all of it is done again at one word", async () => {
  const ana = await hire();
  for (let n = 0; n < 3; n++) await failedMail(ana);
  await replayAllJobs(await administrator());

  expect(await mails()).toHaveLength(3);
});

it("what was given up is gone, and it stands in the log who did so", async () => {
  await failedMail(await hire());
  const lucia = await administrator();
  const [{ id: jobId } = { id: "" }] = await listFailedJobs(lucia);
  await discardJob(lucia, { jobId });

  expect([await listFailedJobs(lucia), await mails()]).toEqual([[], []]);
  expect(await db.event.count({ where: { subjectId: jobId, type: "job.discarded", actorId: lucia.id } })).toBe(1);
});

it("nobody but administrators sees or touches what failed", async () => {
  await failedMail(await hire());
  const moderator = await hire({ roles: ["employee", "reviewer", "executive", "moderator"] });

  await expect(listFailedJobs(moderator)).rejects.toMatchObject({ code: "forbidden" });
  await expect(replayAllJobs(moderator)).rejects.toMatchObject({ code: "forbidden" });
  await expect(discardJob(moderator, { jobId: moderator.id })).rejects.toMatchObject({ code: "forbidden" });
});
