import { withClient } from "../with-client";
import type { Ask } from "./load";

/** What a request asks of the database: statements, their time in milliseconds (planning included), and the slowest. */
export type Statements = { count: number; ms: number; slowestMs: number; worstMs: number; slowest: string };

const SAMPLE = 100;

type Row = { query: string; calls: number; ms: number; worst: number };

/**
 * Sends requests one after another and reads what PostgreSQL says it did for them. What occurs in fewer than a fifth of
 * them belongs to something else, such as the worker.
 */
export async function statementsOf(admin: string, url: string, ask: () => Ask): Promise<Statements> {
  const send = async (times: number) => {
    for (let n = 0; n < times; n++) {
      const { path, ...how } = ask();
      await (await fetch(url + path, { ...how, redirect: "manual" })).arrayBuffer();
    }
  };
  await send(20);
  const rows = await withClient(admin, async (client) => {
    await client.query("select pg_stat_statements_reset()");
    await send(SAMPLE);
    const answer = await client.query<Row>(
      `select query, calls::int, total_exec_time + total_plan_time as ms, max_exec_time + max_plan_time as worst
         from pg_stat_statements s
         join pg_database d on d.oid = s.dbid and d.datname = current_database()
        where toplevel`,
    );
    return answer.rows;
  });
  const own = rows.filter(({ calls, query }) => calls >= SAMPLE / 5 && !query.includes("pg_stat_statements"));
  const slowest = own.reduce((a, b) => (a.ms / a.calls > b.ms / b.calls ? a : b));
  return {
    count: own.reduce((sum, { calls }) => sum + calls, 0) / SAMPLE,
    ms: own.reduce((sum, { ms }) => sum + ms, 0) / SAMPLE,
    slowestMs: slowest.ms / slowest.calls,
    worstMs: Math.max(...own.map(({ worst }) => worst)),
    slowest: slowest.query.replace(/\s+/g, " ").slice(0, 100),
  };
}
