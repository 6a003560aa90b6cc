import { execFile } from "node:child_process";
import { setTimeout as sleep } from "node:timers/promises";
import { promisify } from "node:util";
import { db } from "@/lib/platform/db/client";
import { givenIdea, hire } from "../../support/database";
import type { Report, Votes } from "../../support/voting-process";

const run = promisify(execFile);

/** Lets a server process of its own take votes until all its clients are done. */
async function serverWith(votes: Votes): Promise<Report> {
  const { stdout } = await run(
    process.execPath,
    ["--import", "tsx", "__tests__/support/voting-process.ts", JSON.stringify(votes)],
    { env: { ...process.env, NODE_ENV: "test" } },
  );
  return JSON.parse(stdout);
}

/** Closes voting for a moment in which nothing may change: whoever was about to vote has been waited for. */
async function closeForAMoment(id: string): Promise<void> {
  const voted = await db.$transaction(async (tx) => {
    await tx.decision.create({ data: { ideaId: id, toStatus: "declined", reason: "There is no room at the gate." } });
    await tx.idea.update({ where: { id }, data: { status: "declined" } });
    return votersOf(id, tx);
  });
  await sleep(20);
  expect(await votersOf(id)).toEqual(voted);
  await db.idea.update({ where: { id }, data: { status: "submitted" } });
}

const oneOf = <T>(items: T[]): T => items[Math.floor(Math.random() * items.length)]!;

async function votersOf(ideaId: string, tx: Pick<typeof db, "vote"> = db): Promise<string[]> {
  const votes = await tx.vote.findMany({ where: { ideaId }, orderBy: { voterId: "asc" } });
  return votes.map(({ voterId }) => voterId);
}

/** What each voter did with an idea, in order: cast, withdrawn, cast … */
async function historiesOf(ideaId: string): Promise<Record<string, string[]>> {
  const events = await db.event.findMany({ where: { subjectId: ideaId }, orderBy: { id: "asc" } });
  const histories: Record<string, string[]> = {};
  for (const { actorId, type } of events) {
    histories[actorId!] ??= [];
    histories[actorId!]!.push(type);
  }
  return histories;
}

it("counts right with fifty clients on two servers, who toggle, click twice and race with the close", async () => {
  const ideas = await Promise.all(Array.from({ length: 5 }, () => givenIdea()));
  const voters = await Promise.all(Array.from({ length: 30 }, () => hire()));
  const ideaIds = ideas.map(({ id }) => id);
  const votes = { ideaIds, voterIds: voters.map(({ id }) => id), clients: 25, deedsEach: 20 };

  let isOver = false;
  const servers = Promise.all([serverWith(votes), serverWith(votes)]).finally(() => {
    isOver = true;
  });
  await votesArrive(ideaIds);
  while (!isOver) await closeForAMoment(oneOf(ideaIds));
  const reports = await servers;

  expect(reports.flatMap(({ defects }) => defects)).toEqual([]);
  for (const { refused } of reports) expect(Object.keys(refused)).toEqual(["votes.closed"]);
  for (const id of ideaIds) {
    const voted = await votersOf(id);
    expect(await db.ideaTally.findUniqueOrThrow({ where: { ideaId: id } })).toMatchObject({ votes: voted.length });
    for (const [voterId, history] of Object.entries(await historiesOf(id))) {
      expect(history).toEqual(history.map((_, n) => (n % 2 === 0 ? "vote.cast" : "vote.withdrawn")));
      expect(history.at(-1) === "vote.cast").toBe(voted.includes(voterId));
    }
  }
}, 60_000);

async function votesArrive(ideaIds: string[]): Promise<void> {
  for (let tries = 0; tries < 400; tries++) {
    if ((await db.vote.count({ where: { ideaId: { in: ideaIds } } })) > 20) return;
    await sleep(25);
  }
  throw new Error("No votes arrived.");
}
