import { Pool } from "pg";
import { CONNECTIONS } from "./load";
import { personId } from "./people";
import { listSql, voteSql } from "./yardstick/sql";

/** What the database itself could answer: statements per second through the bare driver. */
export type BareSql = { list: number; vote: number };

async function perSecond(work: () => Promise<unknown>, seconds: number): Promise<number> {
  const end = performance.now() + seconds * 1000;
  let count = 0;
  const worker = async () => {
    for (; performance.now() < end; count++) await work();
  };
  await Promise.all(Array.from({ length: CONNECTIONS }, worker));
  return count / seconds;
}

/** Asks for the list, and casts votes for many ideas, with nothing between the driver and us. */
export async function bareSql(url: string, ideas: string[], seconds: number): Promise<BareSql> {
  const pool = new Pool({ connectionString: url, max: 10 });
  let n = 0;
  const list = await perSecond(() => pool.query(listSql), seconds);
  const vote = await perSecond(() => pool.query(voteSql, [ideas[n % ideas.length], personId(++n)]), seconds);
  await pool.end();
  return { list, vote };
}
