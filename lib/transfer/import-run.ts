import type { Connection } from "./connection";
import type { SourceFile } from "./file-text";
import { digestOf } from "./incoming";
import type { Reject } from "./map-row";
import type { Mapping } from "./mapping";
import type { Notes } from "./record-book";

/** What became of a file's rows. `read` is always the sum of the others. */
export type Figures = { read: number; created: number; updated: number; unchanged: number; rejected: number };

/** An import of one file: how far it has come. */
export type Run = { id: string; figures: Figures; notes: Notes };

type Stored = Figures & { id: string; notes: Notes };

async function registerSource(connection: Connection, { source }: Mapping): Promise<void> {
  await connection.query(
    `insert into import_source (id, title, attribution, licence, url)
     values ($1, $2, $3, $4, $5)
         on conflict (id) do update set title = excluded.title, attribution = excluded.attribution,
                                        licence = excluded.licence, url = excluded.url`,
    [source.id, source.title, source.attribution, source.licence, source.url ?? null],
  );
}

/**
 * Begins an import, or takes up one of the same file and mapping that was interrupted: its figures tell how many rows
 * are settled.
 */
export async function openRun(connection: Connection, mapping: Mapping, file: SourceFile): Promise<Run> {
  await registerSource(connection, mapping);
  const digest = digestOf([file.digest, mapping]);
  await connection.query("delete from import_run where digest = $1 and finished_at is not null", [digest]);
  await connection.query("insert into import_run (source_id, digest) values ($1, $2) on conflict do nothing", [
    mapping.source.id,
    digest,
  ]);
  const { rows } = await connection.query<Stored>(
    "select id, read, created, updated, unchanged, rejected, notes from import_run where digest = $1",
    [digest],
  );
  const { id, notes, ...figures } = rows[0] as Stored;
  return { id, figures, notes };
}

/** Saves how far a run has come, in the transaction of the batch that brought it there. */
export async function saveRun(connection: Connection, { id, figures, notes }: Run, finished: boolean): Promise<void> {
  const { read, created, updated, unchanged, rejected } = figures;
  await connection.query(
    `update import_run
        set read = $2, created = $3, updated = $4, unchanged = $5, rejected = $6, notes = $7,
            finished_at = case when $8 then now() end
      where id = $1`,
    [id, read, created, updated, unchanged, rejected, notes, finished],
  );
}

/** Saves refused rows with their reasons, in the transaction of their batch. */
export async function saveRejects(connection: Connection, { id }: Run, rejects: Reject[]): Promise<void> {
  if (rejects.length === 0) return;
  await connection.query(
    `insert into import_reject (run_id, row, line, external_id, reason, detail)
     select $1, r.* from unnest($2::int[], $3::int[], $4::text[], $5::text[], $6::jsonb[]) as r`,
    [
      id,
      rejects.map(({ row }) => row),
      rejects.map(({ line }) => line),
      rejects.map(({ externalId }) => externalId),
      rejects.map(({ refusal }) => refusal.reason),
      rejects.map(({ refusal }) => refusal.detail),
    ],
  );
}

/** What an import writes down about itself. Content is not among it. */
const BOOKS = ["import_source", "import_record", "import_run", "import_reject"];

/**
 * Makes everything after it a rehearsal: this connection keeps its books in temporary copies, which PostgreSQL finds
 * before the real ones. So a rehearsal counts exactly as the real import does, without a lock that others could feel.
 */
export async function rehearse(connection: Connection): Promise<void> {
  for (const book of BOOKS) {
    await connection.query(`create temp table ${book} (like public.${book} including all)`);
    await connection.query(`insert into pg_temp.${book} select * from public.${book}`);
  }
}

/** Ends a rehearsal and forgets it. */
export async function endRehearsal(connection: Connection): Promise<void> {
  for (const book of BOOKS) await connection.query(`drop table if exists pg_temp.${book}`);
}
