import type { Actor } from "../access/actor";
import { authorize } from "../access/authorize";
import type { Download } from "../access/download";
import { db } from "../platform/db/client";
import { record } from "../platform/events";
import { countFor } from "../platform/rate-limit";
import { insightsExported, saidIn } from "./events";
import { csvFile } from "./report/csv-file";
import { gather } from "./report/gather";
import { oneAtATime } from "./report/turns";
import type { ExportFormat, ExportInput, ExportPart, InsightsInput } from "./schema";

const types: Record<ExportFormat, string> = {
  pdf: "application/pdf",
  pptx: "application/vnd.openxmlformats-officedocument.presentationml.presentation",
  xlsx: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
  csv: "text/csv; charset=utf-8",
};

/** The libraries are loaded with the first file: most processes of a portal never make one. */
async function make(actor: Actor, part: ExportPart, format: ExportFormat, asked: InsightsInput) {
  const report = await gather(actor, part, asked);
  if (format === "csv") return csvFile(report);
  if (format === "xlsx") return (await import("./report/sheets")).sheets(report);
  if (format === "pptx") return (await import("./report/slides")).slides(report);
  const { allPages, onePage } = await import("./report/paper");
  return part === "leader" ? onePage(report) : allPages(report);
}

async function* whole(file: string | Uint8Array) {
  yield file;
}

/**
 * Figures about the organisation as a file: a page or a report on paper, slides, a workbook or a table. One at a time for
 * each person; that it was taken along is on the record.
 *
 * @throws Failure `forbidden`, `too_many`
 */
export async function takeAlong(actor: Actor, { part, format, ...asked }: ExportInput): Promise<Download> {
  authorize(actor, "insights.read");
  await countFor(actor.id, "exports");
  const file = await oneAtATime(actor.id, () => make(actor, part, format, asked));
  await record(db, actor, insightsExported, actor.id, { part, format, filter: saidIn(asked) });
  return { name: `ideas-${part}.${format}`, type: types[format], pieces: whole(file) };
}
