// People of their own for the test that kills the worker: they answer ideas without a pause, and every third time change
// their mind, so that their transaction is rolled back.
import { randomUUID } from "node:crypto";
import { mint } from "../../lib/access/actor";
import { db, disconnect, transaction } from "../../lib/platform/db/client";
import { record } from "../../lib/platform/events";
import { answerIdea } from "../../lib/workflow/commands";
import { ideaAnswered } from "../../lib/workflow/events";

/** What the process is told to do: whose ideas to answer, and as whom. */
export type Posting = { ideaIds: string[]; reviewerId: string };

async function answer(posting: Posting, ideaId: string, changesMind: boolean): Promise<void> {
  const { reviewerId: id } = posting;
  const actor = mint({
    id,
    name: "",
    roles: ["reviewer"],
    departmentId: null,
    locale: "en",
    timeZone: "UTC",
    via: "web",
  });
  const { version } = await db.review.findUniqueOrThrow({ where: { ideaId }, select: { version: true } });
  if (!changesMind) await answerIdea(actor, { ideaId, version, reason: `Answer ${randomUUID()}, of some length.` });
  else
    await transaction(async (tx) => {
      await record(tx, actor, ideaAnswered, ideaId, { version });
      throw new Error("on second thoughts");
    }).catch(() => undefined);
}

async function main(): Promise<void> {
  const posting: Posting = JSON.parse(process.argv[2] ?? "{}");
  let isOver = false;
  process.stdin.once("data", () => {
    isOver = true;
  });
  process.stdout.write("ready\n");
  for (let n = 0; !isOver; n++) {
    // Whatever a busy machine refuses was not committed, and must not be told of.
    await answer(posting, posting.ideaIds[n % posting.ideaIds.length] ?? "", n % 3 === 2).catch(() => undefined);
    await new Promise((done) => setTimeout(done, 80));
  }
  await disconnect();
  process.exit(0);
}

void main();
