import type { Actor } from "../access/actor";
import { authorize } from "../access/authorize";
import type { Download } from "../access/download";
import { CSV_BEGIN, csvLine } from "../platform/csv";
import { db } from "../platform/db/client";
import { record } from "../platform/events";
import { type Translate, translator } from "../platform/i18n/translate";
import { auditExported } from "./events";
import { eachEvent } from "./queries";
import type { AuditFilter, LoggedEvent } from "./schema";
import { tellEvent } from "./tell";

const headOf = (t: Translate) =>
  csvLine([
    t("audit.columnNumber"),
    t("audit.columnTime"),
    t("audit.columnPerson"),
    t("audit.columnPersonId"),
    t("audit.columnWhat"),
    t("audit.columnBefore"),
    t("audit.columnAfter"),
    t("audit.columnAbout"),
    t("audit.columnAboutId"),
    t("audit.columnDoor"),
    t("audit.columnKind"),
    t("audit.columnPayload"),
  ]);

function lineOf(event: LoggedEvent, t: Translate): string {
  const { id, at, actor, actorId, what, change, subject, subjectId, via, type, payload } = tellEvent(event, t);
  return csvLine([
    String(id),
    at.toISOString(),
    actor,
    actorId,
    what,
    change?.from,
    change?.to,
    subject?.name,
    subjectId,
    t(`audit.via_${via}`),
    type,
    JSON.stringify(payload),
  ]);
}

async function* linesOf(actor: Actor, filter: AuditFilter): AsyncGenerator<string> {
  const t = translator(actor.locale);
  yield CSV_BEGIN + headOf(t);
  for await (const events of eachEvent(actor, filter)) yield events.map((event) => lineOf(event, t)).join("");
}

const saidIn = ({ before: _, ...filter }: AuditFilter): Record<string, string> =>
  Object.fromEntries(Object.entries(filter).filter((entry): entry is [string, string] => entry[1] !== undefined));

/**
 * The event log as a CSV file, as far as a filter shows it, newest first. That it was taken is an event itself.
 *
 * @throws Failure `forbidden`
 */
export async function auditFile(actor: Actor, filter: AuditFilter): Promise<Download> {
  authorize(actor, "audit.read");
  await record(db, actor, auditExported, actor.id, { filter: saidIn(filter) });
  return { name: "audit.csv", type: "text/csv; charset=utf-8", pieces: linesOf(actor, filter) };
}
