import { z } from "zod";
import { Prisma } from "../platform/db/client";
import { defineEvent, type EventType, recordSql } from "../platform/events";
import type { Connection } from "./connection";

const count = z.number().int().nonnegative();

/** A file was imported to its end; the subject is the run. Its ideas and comments have no events of their own. */
export const importFinished = defineEvent({
  type: "import.finished",
  payload: z.object({
    source: z.string(),
    read: count,
    created: count,
    updated: count,
    unchanged: count,
    rejected: count,
  }),
  webhook: false,
});

/** The demo's content is complete. */
export const demoLoaded = defineEvent({ type: "demo.loaded", payload: z.object({}), webhook: false });

/** Writes down something that an import did, in the transaction of its own connection. Nobody is put down for it. */
export async function recordImport<S extends z.ZodType>(
  connection: Connection,
  event: EventType<S>,
  subjectId: string,
  payload: z.input<S>,
): Promise<void> {
  const { text, values } = recordSql(
    { id: null, via: "import" },
    event,
    Prisma.sql`select ${subjectId}::uuid`,
    payload,
  );
  await connection.query(text, values);
}
