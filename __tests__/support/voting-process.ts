// A server process of its own for tests of races: many clients vote at once, each at random, through the real commands.
import { mint } from "../../lib/access/actor";
import { disconnect } from "../../lib/platform/db/client";
import { Failure } from "../../lib/platform/errors";
import { castVote, withdrawVote } from "../../lib/votes/commands";

/** What the process is told to do. */
export type Votes = { ideaIds: string[]; voterIds: string[]; clients: number; deedsEach: number };

/** What it tells at the end: reasons of refusals, and whatever should never have been thrown. */
export type Report = { done: number; refused: Record<string, number>; defects: string[] };

const oneOf = <T>(items: T[]): T => items[Math.floor(Math.random() * items.length)]!;

const voter = (id: string) =>
  mint({ id, name: "", roles: ["employee"], departmentId: null, locale: "en", timeZone: "UTC", via: "web" });

async function act({ ideaIds, voterIds, deedsEach }: Votes, report: Report): Promise<void> {
  for (let n = 0; n < deedsEach; n++) {
    const [actor, ideaId, deed] = [voter(oneOf(voterIds)), oneOf(ideaIds), oneOf([castVote, castVote, withdrawVote])];
    // Every fifth is a double click: the same twice at once.
    const clicks = n % 5 === 0 ? 2 : 1;
    const outcomes = await Promise.allSettled(Array.from({ length: clicks }, () => deed(actor, { ideaId })));
    for (const outcome of outcomes) {
      if (outcome.status === "fulfilled") report.done++;
      else if (outcome.reason instanceof Failure)
        report.refused[outcome.reason.reason] = (report.refused[outcome.reason.reason] ?? 0) + 1;
      else report.defects.push(String(outcome.reason));
    }
  }
}

async function main(): Promise<void> {
  const votes: Votes = JSON.parse(process.argv[2] ?? "{}");
  const report: Report = { done: 0, refused: {}, defects: [] };
  await Promise.all(Array.from({ length: votes.clients }, () => act(votes, report)));
  await disconnect();
  process.stdout.write(JSON.stringify(report));
}

void main();
