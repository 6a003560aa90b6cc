import { type Connection, inTransaction } from "./connection";
import { importFinished, recordImport } from "./events";
import { fileRows } from "./file-rows";
import { sourceFile } from "./file-text";
import { endRehearsal, type Figures, openRun, type Run, rehearse, saveRejects, saveRun } from "./import-run";
import type { Incoming } from "./incoming";
import { type AnyContent, mapRow, type Reject } from "./map-row";
import type { Mapping } from "./mapping";
import { type Context, type Notes, sumOf } from "./record-book";
import { ImportTrouble, Refusal } from "./refusal";
import { settleMerges } from "./settle-merges";
import { settleReplies } from "./settle-replies";
import { storeRows } from "./store-rows";

/** Rows a transaction: votes are small. What a batch holds is all that an import keeps in memory. */
const BATCH = { idea: 500, comment: 500, vote: 5_000, nothing: 5_000 };

/** How far an import has come: of the file, in bytes, and of its rows. */
export type Progress = { bytes: number; totalBytes: number; figures: Figures };

/** What an import came to. */
export type ImportResult = { runId: string; figures: Figures; notes: Notes };

/** What is imported, how it is read, and who hears of it meanwhile. */
export type ImportOptions = {
  path: string;
  mapping: Mapping;
  /** Counts as the real import would, and changes nothing. */
  dryRun?: boolean;
  /** Added to every date, in milliseconds; for the demo, which should look like today's. */
  shiftMs?: number;
  onProgress?: (progress: Progress) => void;
  /** Hears after which row an interrupted import goes on. */
  onResume?: (row: number) => void;
  /** Reads the result of a rehearsal before it is forgotten. */
  beforeEnd?: (result: ImportResult) => Promise<void>;
};

/**
 * Imports a file: every row is created, updated, unchanged or rejected, and the sum is the number of rows read.
 *
 * Running it again changes nothing. An import that was interrupted, however rudely, goes on after its last whole batch.
 *
 * @throws ImportTrouble when the file cannot be imported or read to its end, or its source is being imported already
 */
export async function importFile(connection: Connection, options: ImportOptions): Promise<ImportResult> {
  const { mapping, dryRun = false, beforeEnd } = options;
  await lock(connection, mapping);
  try {
    if (dryRun) await rehearse(connection);
    const result = await run(connection, options);
    await beforeEnd?.(result);
    return result;
  } finally {
    // The first error is the one to tell of, also when the connection itself is gone.
    if (dryRun) await endRehearsal(connection).catch(() => undefined);
    await connection.query("select pg_advisory_unlock_all()").catch(() => undefined);
  }
}

/** Two imports of one source at once would each find half of what the other makes. */
async function lock(connection: Connection, { source }: Mapping): Promise<void> {
  const { rows } = await connection.query<{ free: boolean }>(
    "select pg_try_advisory_lock(hashtextextended('tormenta import ' || $1, 0)) as free",
    [source.id],
  );
  if (!rows[0]?.free) throw new ImportTrouble("transfer.alreadyRunning", { source: source.title });
}

async function run(connection: Connection, options: ImportOptions): Promise<ImportResult> {
  const { path, mapping, dryRun = false, shiftMs = 0, onProgress = () => undefined } = options;
  const file = await sourceFile(path);
  const context = { connection, sourceId: mapping.source.id, file: file.digest, dryRun, shiftMs };
  const run = await inTransaction(connection, () => openRun(connection, mapping, file));

  let bytes = 0;
  const rows = fileRows(path, mapping, (more) => {
    bytes += more;
  });
  const settledBefore = run.figures.read;
  if (settledBefore > 0) options.onResume?.(settledBefore);
  let batch: ReturnType<typeof mapRow>[] = [];
  const settle = async () => {
    await inTransaction(connection, () => storeBatch(context, mapping, run, batch));
    batch = [];
    onProgress({ bytes, totalBytes: file.bytes, figures: run.figures });
  };
  for await (const row of rows) {
    if (row.row <= settledBefore) continue;
    batch.push(mapRow(row, mapping));
    if (batch.length >= BATCH[mapping.kind]) await settle();
  }
  await settle();
  await inTransaction(connection, () => finish(context, run));
  return { runId: run.id, figures: run.figures, notes: run.notes };
}

async function storeBatch(
  context: Context,
  mapping: Mapping,
  run: Run,
  batch: ReturnType<typeof mapRow>[],
): Promise<void> {
  const items = batch.filter((one) => "content" in one);
  const rejects = batch.filter((one) => "refusal" in one);
  const { outcomes, notes } = await storeRows(context, mapping.kind, items);

  const { figures } = run;
  figures.read += batch.length;
  outcomes.forEach((outcome, index) => {
    if (!(outcome instanceof Refusal)) figures[outcome]++;
    else rejects.push(rejectOf(items[index] as Incoming<AnyContent>, outcome));
  });
  figures.rejected += rejects.length;
  run.notes = sumOf(run.notes, notes);
  await saveRejects(context.connection, run, rejects);
  await saveRun(context.connection, run, false);
}

function rejectOf({ row, line, content }: Incoming<AnyContent>, refusal: Refusal): Reject {
  return { row, line, externalId: content.externalId.replace("\n", " / "), refusal };
}

async function finish(context: Context, run: Run): Promise<void> {
  const { connection, sourceId, dryRun } = context;
  if (!dryRun) {
    // Without fresh statistics PostgreSQL takes the tables for as small as they were, and plans badly; readers too.
    await connection.query("analyze import_record, import_link, idea, comment, vote, idea_tag, external_support");
    run.notes = sumOf(run.notes, await settleMerges(context));
    run.notes = sumOf(run.notes, await settleReplies(context));
    await recordImport(connection, importFinished, run.id, { source: sourceId, ...run.figures });
  }
  await saveRun(connection, run, true);
}
