/** Runs once when the server starts, before the first request: a portal with wrong settings must not come up at all. */
export async function register(): Promise<void> {
  if (process.env.NEXT_RUNTIME !== "nodejs") return;
  const { env } = await import("./lib/platform/env");
  env();
  const { offerSetup } = await import("./lib/access/setup");
  await offerSetup();
  const { startWorker } = await import("./lib/worker");
  startWorker();
}
