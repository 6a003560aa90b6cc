/** Prisma's codes for: no connection in time, no transaction in time, no server. */
const prismaCodes = ["P1001", "P1008", "P2024", "P2028"];

/** PostgreSQL's for: a lock or a statement took too long, too many connections, the server is starting or stopping. */
const serverCodes = ["55P03", "57014", "53300", "57P01", "57P02", "57P03"];

/** What pg's pool says when all of its connections are taken; it has no code. */
const NO_CONNECTION = "timeout exceeded when trying to connect";

/** The server's own code, which Prisma wraps twice. */
function serverCodeOf(error: Error): unknown {
  const { meta } = error as { meta?: { driverAdapterError?: { cause?: { originalCode?: unknown } } } };
  return meta?.driverAdapterError?.cause?.originalCode;
}

/** Whether the database had no time in time: nothing was done, and trying again soon is right. */
export function isBusy(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  const { code } = error as { code?: unknown };
  return (
    error.message === NO_CONNECTION ||
    code === "ECONNREFUSED" ||
    [...prismaCodes, ...serverCodes].some((known) => known === code) ||
    serverCodes.some((known) => known === serverCodeOf(error))
  );
}
