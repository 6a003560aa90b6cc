import { expect } from "@playwright/test";
import { database } from "./callers";
import { stored } from "./stored";

/** A number that grows with every transaction that wrote or locked anything. */
async function writes(): Promise<string> {
  const { rows } = await database.query("select pg_snapshot_xmax(pg_current_snapshot())::text as next");
  return rows[0].next;
}

/** Watches that refused requests change nothing. Looks at the tables only where something may have been written. */
export function watcher() {
  let known: { writes: string; tables: Record<string, string> } | undefined;

  return async (request: () => Promise<{ isRefused: boolean; what: string }>): Promise<void> => {
    known ??= { writes: await writes(), tables: await stored() };
    const before = known;
    const { isRefused, what } = await request();
    const after = await writes();
    if (after === before.writes) return;
    known = undefined;
    if (!isRefused) return;
    const tables = await stored();
    expect(tables, what).toEqual(before.tables);
    known = { writes: after, tables };
  };
}
