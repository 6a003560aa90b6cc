import { once } from "node:events";
import { createWriteStream } from "node:fs";
import { rename } from "node:fs/promises";
import { CSV_BEGIN, csvField } from "../platform/csv";
import type { MessageKey } from "../platform/i18n/messages";
import type { MessageValues, Translate } from "../platform/i18n/translate";
import type { Connection } from "./connection";

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
  file.write(`${CSV_BEGIN}line,externalId,reason\r\n`);
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
