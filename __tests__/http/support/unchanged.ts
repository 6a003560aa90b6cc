import { expect } from "@playwright/test";
import { database } from "./callers";
import { stored } from "./stored";

/** A number that grows with every transaction that wrote or locked anything. */
async function writes(): Promise<string> {
  const { rows } = await database.query("select pg_snapshot_xmax(pg_current_snapshot())::text as next");
  return rows[0].next;
}

/**
 * Watches that refused requests change nothing. Looks at the tables only where something may have been written.
 *
 * @param own a table that the test itself writes to meanwhile
 */
export function watcher(own = "") {
  let known: Record<string, string> | undefined;
  const look = async () => Object.fromEntries(Object.entries(await stored()).filter(([table]) => table !== own));

  return async (request: () => Promise<{ isRefused: boolean; what: string }>): Promise<void> => {
    const before = known ?? (await look());
    const start = await writes();
    const { isRefused, what } = await request();
    known = before;
    if ((await writes()) === start) return;
    known = isRefused ? await look() : undefined;
    if (known) expect(known, what).toEqual(before);
  };
}
