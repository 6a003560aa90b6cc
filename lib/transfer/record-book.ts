import type { Connection } from "./connection";
import type { Incoming } from "./incoming";
import { Refusal } from "./refusal";

/** What an import works with: where to, from where, and whether it is only tried out. */
export type Context = {
  connection: Connection;
  sourceId: string;
  /** SHA-256 of the file. */
  file: string;
  dryRun: boolean;
  /** Added to every date; 0 but for the demo. */
  shiftMs: number;
};

/** What became of a row. */
export type Outcome = "created" | "updated" | "unchanged" | Refusal;

/** What became of some rows, in their order, and what else is worth counting. */
export type Stored = { outcomes: Outcome[]; notes: Notes };

/** Things worth knowing, counted. */
export type Notes = { topLevel?: number; waiting?: number; circles?: number; superseded?: number; merged?: number };

/** The sum of two counts, without what comes out as none: an answer that found its parent is taken off again. */
export function sumOf(some: Notes, more: Notes): Notes {
  const names = Object.keys({ ...some, ...more }) as (keyof Notes)[];
  const sums = names.map((name) => [name, (some[name] ?? 0) + (more[name] ?? 0)] as const);
  return Object.fromEntries(sums.filter(([, count]) => count > 0));
}

type Kind = "idea" | "person" | "comment" | "vote";

/** What is remembered of an outside record. */
export type Remembered = { targetId: string | null; digest: string; file: string; line: number };

/** What outside records have become here already, by their ids. */
export async function lookUp(context: Context, kind: Kind, externalIds: string[]): Promise<Map<string, Remembered>> {
  const { rows } = await context.connection.query<Remembered & { externalId: string }>(
    `select external_id as "externalId", target_id as "targetId", digest, file, line
       from import_record
      where source_id = $1
        and kind = $2
        and external_id = any($3)`,
    [context.sourceId, kind, [...new Set(externalIds)]],
  );
  return new Map(rows.map(({ externalId, ...record }) => [externalId, record]));
}

/** Remembers what outside records have become. */
export async function remember(context: Context, kind: Kind, records: Map<string, Remembered>): Promise<void> {
  if (records.size === 0) return;
  const all = [...records].sort(([a], [b]) => (a < b ? -1 : 1));
  await context.connection.query(
    `insert into import_record (source_id, kind, external_id, target_id, digest, file, line)
     select $1, $2, r.external_id, r.target_id, r.digest, r.file, r.line
       from unnest($3::text[], $4::uuid[], $5::text[], $6::text[], $7::int[])
            as r (external_id, target_id, digest, file, line)
         on conflict (source_id, kind, external_id)
         do update set target_id = excluded.target_id, digest = excluded.digest, file = excluded.file, line = excluded.line`,
    [
      context.sourceId,
      kind,
      all.map(([externalId]) => externalId),
      all.map(([, { targetId }]) => targetId),
      all.map(([, { digest }]) => digest),
      all.map(([, { file }]) => file),
      all.map(([, { line }]) => line),
    ],
  );
}

/** What is to be done about a row, and what is to be remembered of it; undefined when nothing changes. */
export type Verdict = { outcome: Outcome; record?: Remembered };

/**
 * Compares a row with what is remembered of its id. The file that spoke last is remembered with its line: the same id
 * in another line of the same file is a repetition, in this run and in every later one.
 *
 * @param newId makes the id of something that is not here yet
 */
export function judge(
  { line, digest }: Incoming<unknown>,
  before: Remembered | undefined,
  { file }: Context,
  newId: () => string,
): Verdict {
  if (!before) return { outcome: "created", record: { targetId: newId(), digest, file, line } };
  const sameFile = before.file === file;
  if (sameFile && before.line !== line) {
    return { outcome: new Refusal("transfer.idRepeated", { line: before.line }) };
  }
  const record = { ...before, digest, file, line };
  if (before.digest !== digest) return { outcome: "updated", record };
  return sameFile ? { outcome: "unchanged" } : { outcome: "unchanged", record };
}
