import type { Incoming, IncomingVote } from "./incoming";
import { type Context, lookUp, type Outcome, type Remembered, remember, type Stored } from "./record-book";
import { Refusal } from "./refusal";
import { ensurePeople } from "./store-vocabulary";

type Idea = { id: string; author: string | null; submittedAt: Date };

/** The ideas that votes are about, with the id that their source gives the author. */
async function ideasHere(context: Context, externalIds: string[]): Promise<Map<string, Idea>> {
  const { rows } = await context.connection.query<Idea & { externalId: string }>(
    `select r.external_id as "externalId", i.id, i.submitted_at as "submittedAt", a.external_id as author
       from import_record r
       join idea i on i.id = r.target_id
       left join import_record a on a.source_id = r.source_id and a.kind = 'person' and a.target_id = i.author_id
      where r.source_id = $1
        and r.kind = 'idea'
        and r.external_id = any($2)`,
    [context.sourceId, [...new Set(externalIds)]],
  );
  return new Map(rows.map(({ externalId, ...idea }) => [externalId, idea]));
}

/** What is remembered of a vote, in the clear: when it was said, and what. */
const saying = ({ at, supports }: IncomingVote): string =>
  `${at?.toISOString() ?? ""} ${supports ? "support" : "none"}`;
const timeOf = (said: string): string => said.slice(0, said.indexOf(" "));

/**
 * Whether what a row says comes after what is remembered. Later times win; where times are equal or missing, the later
 * line of one file, and the newer of two files. So the last word counts in every order and every number of runs.
 */
function comesAfter(said: string, { line }: Incoming<unknown>, before: Remembered, file: string): boolean {
  if (timeOf(said) !== timeOf(before.digest)) return timeOf(said) > timeOf(before.digest);
  return before.file !== file || line >= before.line;
}

/**
 * Casts and takes back votes so that everybody's last word on every idea counts. Somebody who neither supports nor did
 * before leaves no vote, only the memory of having been read.
 */
export async function storeVotes(context: Context, items: Incoming<IncomingVote>[]): Promise<Stored> {
  const contents = items.map(({ content }) => content);
  const known = await lookUp(
    context,
    "vote",
    contents.map(({ externalId }) => externalId),
  );
  const ideas = await ideasHere(
    context,
    contents.map(({ idea }) => idea),
  );
  const remembered = new Map<string, Remembered>();
  const changed = new Map<string, IncomingVote>();
  let superseded = 0;

  const outcomes = items.map((item): Outcome => {
    const { content, line } = item;
    const idea = ideas.get(content.idea);
    if (!idea) return new Refusal("transfer.ideaUnknown", { id: content.idea });
    if (idea.author === content.voter.externalId) return new Refusal("transfer.ownVote");
    const before = known.get(content.externalId);
    const said = saying(content);
    if (before && !comesAfter(said, item, before, context.file)) {
      superseded++;
      return "unchanged";
    }
    if (before?.digest === said && before.file === context.file && before.line === line) return "unchanged";
    const record = { targetId: null, digest: said, file: context.file, line };
    known.set(content.externalId, record);
    remembered.set(content.externalId, record);
    if (before?.digest === said) return "unchanged";
    changed.set(content.externalId, content);
    return before ? "updated" : "created";
  });

  if (!context.dryRun) await write(context, [...changed.values()], ideas);
  await remember(context, "vote", remembered);
  return { outcomes, notes: superseded ? { superseded } : {} };
}

async function write(context: Context, votes: IncomingVote[], ideas: Map<string, Idea>): Promise<void> {
  if (votes.length === 0) return;
  const people = await ensurePeople(
    context,
    votes.map(({ voter }) => voter),
  );
  const rows = votes.map(({ idea, voter, supports, at }) => ({
    ideaId: ideas.get(idea)?.id,
    voterId: people.get(voter.externalId),
    supports,
    // Where the source kept no time, a vote is as old as what it is about.
    at: at ? new Date(at.getTime() + context.shiftMs) : ideas.get(idea)?.submittedAt,
  }));
  await context.connection.query(
    `delete from vote v
      using unnest($1::uuid[], $2::uuid[]) as n (idea_id, voter_id)
      where v.idea_id = n.idea_id
        and v.voter_id = n.voter_id`,
    [rows.map(({ ideaId }) => ideaId), rows.map(({ voterId }) => voterId)],
  );
  const support = rows.filter(({ supports }) => supports);
  await context.connection.query(
    `insert into vote (idea_id, voter_id, created_at)
     select * from unnest($1::uuid[], $2::uuid[], $3::timestamptz[])
         on conflict do nothing`,
    [support.map(({ ideaId }) => ideaId), support.map(({ voterId }) => voterId), support.map(({ at }) => at)],
  );
}
