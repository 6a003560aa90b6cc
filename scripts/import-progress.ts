import type { MessageKey } from "../lib/platform/i18n/messages";
import type { Translate } from "../lib/platform/i18n/translate";
import { withConnection } from "../lib/transfer/connection";
import { type ImportResult, importFile, type Progress } from "../lib/transfer/import-file";
import type { Mapping } from "../lib/transfer/mapping";
import type { Notes } from "../lib/transfer/record-book";
import { writeRejects } from "../lib/transfer/rejects-file";
import { atEnd, say } from "./say";

const noteTexts: Record<keyof Notes, MessageKey> = {
  topLevel: "transfer.noteTopLevel",
  waiting: "transfer.noteWaiting",
  circles: "transfer.noteCircles",
  merged: "transfer.noteMerged",
  superseded: "transfer.noteSuperseded",
};

/** How often a log that is no terminal hears that it goes on. */
const QUIET_MS = 5_000;
const BAR = 24;

/** Shows how far the import is: a bar on a terminal, a line now and then in a log. */
function progressBar(t: Translate) {
  const { isTTY } = process.stderr;
  let spoken = Date.now();
  const show = ({ bytes, totalBytes, figures }: Progress) => {
    const share = totalBytes ? bytes / totalBytes : 1;
    const text = t("transfer.progress", { share: Math.floor(share * 100) / 100, ...figures });
    const full = Math.round(share * BAR);
    if (isTTY) process.stderr.write(`\r\u001b[2K[${"█".repeat(full)}${"·".repeat(BAR - full)}] ${text}`);
    else if (Date.now() - spoken > QUIET_MS) {
      spoken = Date.now();
      say(text);
    }
  };
  return { show, clear: () => isTTY && process.stderr.write("\r\u001b[2K") };
}

type Job = { url: string; path: string; mapping: Mapping; dryRun: boolean; rejectsPath: string; t: Translate };

/**
 * Imports a file while telling how far it is, and then what it came to. The portal takes what is new into its orders
 * within seconds, by lib/schedule.ts.
 */
export async function runImport({ url, path, mapping, dryRun, rejectsPath, t }: Job): Promise<void> {
  const started = Date.now();
  const bar = progressBar(t);
  say(t(dryRun ? "transfer.rehearsing" : "transfer.importing", { file: path, mapping: mapping.name }));

  let running = true;
  atEnd(async () => running && say(t("transfer.stopped")));
  await withConnection(url, async (connection) => {
    const beforeEnd = async ({ runId, figures, notes }: ImportResult) => {
      bar.clear();
      say(t("transfer.figures", { ...figures, seconds: (Date.now() - started) / 1000 }));
      for (const [name, count] of Object.entries(notes)) say(t(noteTexts[name as keyof Notes], { count }));
      const count = await writeRejects(connection, runId, rejectsPath, t);
      if (count > 0) say(t("transfer.rejectsWritten", { count, path: rejectsPath }));
    };
    const onResume = (row: number) => say(t("transfer.resumed", { row }));
    await importFile(connection, { path, mapping, dryRun, onProgress: bar.show, onResume, beforeEnd });
  });
  running = false;
}
