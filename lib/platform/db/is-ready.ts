import { db } from "./client";
import { expectedMigration } from "./expected-migration";

/** Whether the database answers and has the newest migration this build knows. */
export async function isReady(): Promise<boolean> {
  try {
    const rows = await db.$queryRaw<unknown[]>`
      select from _prisma_migrations
       where migration_name = ${expectedMigration}
         and finished_at is not null`;
    return rows.length === 1;
  } catch {
    return false;
  }
}
