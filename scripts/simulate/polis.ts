import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";
import { readRecord } from "../../lib/transfer/csv-record";

/** Four conversations, with what everybody said of every statement that was put to them. */
export type Conversation = {
  name: string;
  /** When each statement was made, in days since the first; the newest statement comes first. */
  born: Float64Array;
  /** Per voter and statement: 1 agrees, −1 disagrees, 0 passes, 2 was not asked. By voter × statements + statement. */
  votes: Int8Array;
  voters: number;
  /** When each voter first came, in days; not a number where that is not known. */
  came: Float64Array;
};

const STYLE = { separator: ",", quote: '"', escapeMark: '"', relaxed: false };
const DAY = 86_400_000;

function* rowsOf(path: string): Generator<string[]> {
  const text = gunzipSync(readFileSync(path)).toString();
  for (let from = 0, isHead = true; from < text.length; isHead = false) {
    const record = readRecord(text, from, STYLE, true);
    if (!record || "broken" in record) throw new Error(`${path} cannot be read at ${from}`);
    from = record.next;
    if (!isHead) yield record.fields;
  }
}

/** The conversations of Polis in a folder; null where the files are not there. */
export function readConversations(folder: string): Conversation[] | null {
  const [statementFile, voteFile] = ["statements", "votes"].map((what) => join(folder, `en_polis_${what}.csv.gz`));
  if (!existsSync(statementFile!) || !existsSync(voteFile!)) return null;
  const statements = new Map<string, { id: string; at: number }[]>();
  for (const [name, id, , created, , , moderated] of rowsOf(statementFile!)) {
    if (moderated !== "accepted") continue;
    statements.set(name!, [...(statements.get(name!) ?? []), { id: id!, at: Date.parse(created!) }]);
  }
  const votes = new Map<string, string[][]>();
  for (const row of rowsOf(voteFile!)) {
    const rows = votes.get(row[0]!);
    if (rows) rows.push(row);
    else votes.set(row[0]!, [row]);
  }
  return [...statements].map(([name, made]) => conversation(name, made, votes.get(name) ?? []));
}

function conversation(name: string, made: { id: string; at: number }[], rows: string[][]): Conversation {
  const newestFirst = made.toSorted((a, b) => b.at - a.at || (a.id < b.id ? -1 : 1));
  const start = newestFirst.at(-1)!.at;
  const statementOf = new Map(newestFirst.map(({ id }, index) => [id, index]));
  const voterOf = new Map<string, number>();
  const counted = rows.filter(([, id]) => statementOf.has(id!));
  for (const [, , voter] of counted) if (!voterOf.has(voter!)) voterOf.set(voter!, voterOf.size);
  const votes = new Int8Array(voterOf.size * newestFirst.length).fill(2);
  const came = new Float64Array(voterOf.size).fill(Number.NaN);
  // Of repeated votes the last one counts; rows are in no order, so times decide.
  const inTime = counted.toSorted(([, , , , a], [, , , , b]) => (a! < b! ? -1 : a! > b! ? 1 : 0));
  for (const [, id, who, said, at] of inTime) {
    const voter = voterOf.get(who!)!;
    votes[voter * newestFirst.length + statementOf.get(id!)!] = Number(said);
    if (at && Number.isNaN(came[voter]!)) came[voter] = (Date.parse(at) - start) / DAY;
  }
  return {
    name,
    born: Float64Array.from(newestFirst, ({ at }) => (at - start) / DAY),
    votes,
    voters: voterOf.size,
    came,
  };
}
