import { once } from "node:events";
import { createWriteStream } from "node:fs";
import { rename } from "node:fs/promises";
import type { MessageKey } from "../platform/i18n/messages";
import type { MessageValues, Translate } from "../platform/i18n/translate";
import type { Connection } from "./connection";

/** What a spreadsheet would take as the beginning of a formula, also in its full-width forms. */
const FORMULA = /^[=+\-@\t\r\n＝＋－＠]/;

/** A CSV field that no spreadsheet executes: what would begin a formula gets an apostrophe before it. */
export function csvField(text: string): string {
  const harmless = FORMULA.test(text) ? `'${text}` : text;
  return `"${harmless.replaceAll('"', '""')}"`;
}

type Saved = { row: number; line: number; externalId: string; reason: MessageKey; detail: MessageValues };

async function rejectsAfter(connection: Connection, runId: string, row: number): Promise<Saved[]> {
  const { rows } = await connection.query<Saved>(
    `select row, line, external_id as "externalId", reason, detail
       from import_reject
      where run_id = $1
        and row > $2
      order by row
      limit 1000`,
    [runId, row],
  );
  return rows;
}

/**
 * Writes the refused rows of a run into a CSV file: line, external id, and the reason in words. Nothing is written
 * when nothing was refused.
 *
 * @returns how many rows were written
 */
export async function writeRejects(
  connection: Connection,
  runId: string,
  path: string,
  say: Translate,
): Promise<number> {
  let page = await rejectsAfter(connection, runId, 0);
  if (page.length === 0) return 0;
  const file = createWriteStream(`${path}.part`);
  file.write("\uFEFFline,externalId,reason\r\n");
  let count = 0;
  for (; page.length > 0; page = await rejectsAfter(connection, runId, page.at(-1)?.row ?? 0)) {
    for (const { line, externalId, reason, detail } of page) {
      file.write(`${line},${csvField(externalId)},${csvField(say(reason, detail))}\r\n`);
    }
    count += page.length;
  }
  file.end();
  await once(file, "close");
  await rename(`${path}.part`, path);
  return count;
}
