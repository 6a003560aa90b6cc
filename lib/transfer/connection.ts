import { Client, types } from "pg";

// Counts fit a number; the driver's default for bigint is text.
const BIGINT = 20;

/** The one connection that an import works over: its own, because a batch may take longer than a request may. */
export type Connection = Client;

/** Opens a connection for an import, and closes it whatever happens. */
export async function withConnection<T>(databaseUrl: string, work: (connection: Connection) => Promise<T>): Promise<T> {
  const connection = new Client({
    connectionString: databaseUrl,
    application_name: "tormenta import",
    // What became of an idea elsewhere may be what could not become of it here.
    options:
      "-c statement_timeout=300s -c lock_timeout=30s -c idle_in_transaction_session_timeout=300s -c tormenta.importing=on",
    types: { getTypeParser: (id, format) => (id === BIGINT ? Number : types.getTypeParser(id, format)) },
  });
  await connection.connect();
  try {
    return await work(connection);
  } finally {
    await connection.end();
  }
}

/** Does all of `work` or nothing. */
export async function inTransaction<T>(connection: Connection, work: () => Promise<T>): Promise<T> {
  await connection.query("begin");
  try {
    const result = await work();
    await connection.query("commit");
    return result;
  } catch (error) {
    // The first error is the one to tell of, also when the connection itself is gone.
    await connection.query("rollback").catch(() => undefined);
    throw error;
  }
}

/** Does all of `work` or nothing, inside a transaction that goes on either way. */
export async function inSavepoint<T>(connection: Connection, work: () => Promise<T>): Promise<T> {
  await connection.query("savepoint part");
  try {
    const result = await work();
    await connection.query("release savepoint part");
    return result;
  } catch (error) {
    await connection.query("rollback to savepoint part; release savepoint part");
    throw error;
  }
}
